using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ListClients;

/// <summary>The register of clients by the alphabet. Nothing personal stands in the address: a personal code is looked up by a form that is posted.</summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(ListClientsHandler list, KeepCodesHandler codes, ICurrentUser me, Texts t) : PageModel
{
    [FromQuery]
    public ClientKind? Kind { get; set; }

    [FromQuery]
    public Guid? Group { get; set; }

    [FromQuery]
    public string? Letter { get; set; }

    [FromQuery]
    public ClientShelf Shelf { get; set; }

    [FromQuery]
    public ClientSort Sort { get; set; }

    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public ClientList List { get; private set; } = null!;

    public int PageNumber => Math.Clamp(Number ?? 1, 1, 10_000);

    public int First => ((PageNumber - 1) * ListClientsHandler.PageSize) + 1;

    public bool IsFiltered => Kind is not null || Group is not null || Letter is not null || Shelf != ClientShelf.InUse;

    public bool MayKeep => me.May(Permission.KeepClients);

    public bool SeesAll => me.SeesAllClients();

    public bool MayMerge => me.May(Permission.MergeClients);

    public bool MayImport => me.May(Permission.ImportClients);

    public string? Previous => PageNumber > 1 ? Address(Letter, PageNumber - 1) : null;

    public string? Next => First - 1 + List.Rows.Count < List.Total ? Address(Letter, PageNumber + 1) : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await list.HandleAsync(new ClientFilter(Kind, Group, Letter, Shelf, Sort, PageNumber), cancellationToken);

    /// <summary>Looks a personal code up by its exact value.</summary>
    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await codes.FindAsync(Code, cancellationToken) is { } id)
                return Redirect($"/desk/clients/{id}");
            ModelState.AddModelError(nameof(Code), t["Clients.List.CodeNotFound"]);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Code), t[refusal.Key, [.. refusal.Arguments]]);
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    public string Address(string? letter, int page = 1)
    {
        var address = new StringBuilder("/desk/clients?shelf=").Append(Shelf).Append("&sort=").Append(Sort);
        if (Kind is { } kind)
            address.Append("&kind=").Append(kind);
        if (Group is { } group)
            address.Append("&group=").Append(group);
        if (letter is not null)
            address.Append("&letter=").Append(Uri.EscapeDataString(letter));
        return page > 1 ? address.Append("&page=").Append(page).ToString() : address.ToString();
    }
}
