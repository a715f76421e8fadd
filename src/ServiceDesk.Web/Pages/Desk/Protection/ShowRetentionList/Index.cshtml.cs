using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ShowRetentionList;

/// <summary>One list of records past their term: rows are taken out with a reason, the rest is approved.</summary>
[Authorize(Policy = nameof(Permission.ApproveRetention))]
public sealed class IndexModel(ListRetentionHandler lists, DecideRetentionHandler decide, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public RecordKind? Kind { get; set; }

    [FromQuery]
    public RetentionRowState? State { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public List<Guid> Rows { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? NotBefore { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public RetentionPage Shown { get; private set; } = null!;

    public string? PreviousPage => Number > 1 ? Address(Number - 1) : null;

    public string? NextPage => Number * ListRetentionHandler.PageSize < Shown.Total ? Address(Number + 1) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (step == "approve" && !Sure)
            ModelState.AddModelError("", t["Protection.Retention.NotSure"]);
        if (!ModelState.IsValid)
            return Page();
        try
        {
            this.Notice(await ActAsync(step, cancellationToken));
            return Redirect(Address(Number));
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            await LoadAsync(cancellationToken);
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.ReasonMissing" => nameof(Reason),
        "Protection.Refusal.NotBeforePast" => nameof(NotBefore),
        _ => "",
    };

    private async Task<string> ActAsync(string? step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case "approve":
                return t.Plural("Protection.Retention.Approved", await decide.ApproveAsync(Id, Version, cancellationToken));
            case "back":
                await decide.PutBackAsync(Id, Rows, cancellationToken);
                return t["Protection.Retention.BackAgain"];
            default:
                await decide.KeepAsync(new(Id, Rows, Reason, NotBefore, step == "hold"), cancellationToken);
                return t["Protection.Retention.TakenOut"];
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        if (await lists.ShowAsync(new(Id, Kind, State, Number), cancellationToken) is not { } shown)
            return false;
        Shown = shown;
        return true;
    }

    private string Address(int page)
    {
        var query = string.Join('&', new[] { Kind is { } k ? $"kind={k}" : null, State is { } s ? $"state={s}" : null, page > 1 ? $"p={page}" : null }.OfType<string>());
        return $"/desk/protection/retention/{Id}{(query.Length > 0 ? "?" : "")}{query}";
    }
}
