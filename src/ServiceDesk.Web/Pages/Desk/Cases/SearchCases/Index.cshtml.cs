using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Pages.Desk.Cases.SearchCases;

/// <summary>Finds cases by words. Everything asked stands in the address.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(SearchCasesHandler search, CaseChoicesHandler choices, NameClientHandler clients, Texts t) : PageModel
{
    public const string Path = "/desk/search";

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery]
    public DateOnly? From { get; set; }

    [FromQuery]
    public DateOnly? To { get; set; }

    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; set; }

    [FromQuery]
    public CaseKind? Kind { get; set; }

    [FromQuery]
    public CaseState? State { get; set; }

    [FromQuery(Name = "client")]
    public Guid? ClientId { get; set; }

    [FromQuery]
    public bool AfterExact { get; set; }

    [FromQuery]
    public Guid? After { get; set; }

    public SearchPage Found { get; private set; } = null!;

    /// <summary>The client it is narrowed to; null when there is none or this person may not know the name.</summary>
    public string? ClientName { get; private set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<CaseKind>().Select(k => new SelectListItem(t.Of(k), k.ToString()));

    public IEnumerable<SelectListItem> States => Enum.GetValues<CaseState>().Select(s => new SelectListItem(t.Of(s), s.ToString()));

    public bool IsFiltered => From is not null || To is not null || UnitId is not null || Kind is not null || State is not null || ClientId is not null;

    public string Unfiltered => QueryHelpers.AddQueryString(Path, "q", Words ?? "");

    public string? FirstPage => After is null ? null : Address();

    public string? NextPage => Found.Next is { } next
        ? QueryHelpers.AddQueryString(Address(), new Dictionary<string, string?> { ["afterExact"] = next.IsExact ? "true" : "false", ["after"] = next.Id.ToString() })
        : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Found = await search.HandleAsync(
            new Application.Cases.Search.SearchCases
            {
                Text = Words,
                From = From,
                To = To,
                UnitId = UnitId,
                Kind = Kind,
                State = State,
                ClientId = ClientId,
                After = After is { } id ? new SearchCursor(AfterExact, id) : null,
            },
            cancellationToken);
        ClientName = ClientId is { } client ? await clients.HandleAsync(client, cancellationToken) : null;
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
    }

    private string Address() => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["from"] = Day(From),
        ["to"] = Day(To),
        ["unit"] = UnitId?.ToString(),
        ["kind"] = Kind?.ToString(),
        ["state"] = State?.ToString(),
        ["client"] = ClientId?.ToString(),
    }.Where(pair => pair.Value is not null));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
