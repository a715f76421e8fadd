using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListCases;

/// <summary>The work list: what is due first. Everything chosen stands in the address.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListCasesHandler list, CaseChoicesHandler choices, DeskCounts counts, ICurrentUser me, Texts t) : PageModel
{
    [FromQuery(Name = "unit")]
    public Guid? UnitId { get; set; }

    [FromQuery(Name = "assignee")]
    public Guid? AssigneeId { get; set; }

    [FromQuery]
    public CaseKind? Kind { get; set; }

    [FromQuery]
    public Channel? Channel { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery]
    public bool Closed { get; set; }

    [FromQuery]
    public DateOnly? AfterDue { get; set; }

    [FromQuery]
    public Guid? AfterId { get; set; }

    public CaseView View { get; private set; }

    public CasePage List { get; private set; } = null!;

    public int Failed { get; private set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<CaseKind>().Select(k => new SelectListItem(t.Of(k), k.ToString()));

    public IEnumerable<SelectListItem> Channels => Enum.GetValues<Channel>().Select(c => new SelectListItem(t.Of(c), c.ToString()));

    public bool IsFiltered => UnitId is not null || AssigneeId is not null || Kind is not null || Channel is not null || !string.IsNullOrWhiteSpace(Words);

    public bool MayRegister => me.May(Permission.RegisterCases);

    public string Title => Closed ? t["Desk.List.Closed"] : t.Of(View);

    public string? FirstPage => AfterId is null ? null : Address();

    public string? NextPage => List.Next is { } next
        ? QueryHelpers.AddQueryString(Address(), new Dictionary<string, string?> { ["afterDue"] = next.DueSort.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["afterId"] = next.Id.ToString() })
        : null;

    /// <summary>The same view without filters.</summary>
    public string Unfiltered => DeskViews.Href(View, Closed);

    /// <summary>The same view and filters, open cases in place of closed ones or the other way round.</summary>
    public string Turned => Address(!Closed);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = DeskViews.Of(Request, me);
        List = await list.HandleAsync(
            new Application.Cases.ListCases
            {
                View = View,
                UnitId = UnitId,
                AssigneeId = AssigneeId,
                Kind = Kind,
                Channel = Channel,
                Text = Words,
                Closed = Closed,
                After = AfterDue is { } due && AfterId is { } id ? new CaseCursor(due, id) : null,
            },
            cancellationToken);
        Failed = (await counts.GetAsync(cancellationToken)).Failed;
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        var groups = new Dictionary<string, SelectListGroup>();
        People = [.. (await choices.PeopleAsync(cancellationToken)).Select(p => new SelectListItem(p.Name, p.Id.ToString()) { Group = GroupOf(p.UnitName) })];

        SelectListGroup GroupOf(string unit) => groups.TryGetValue(unit, out var known) ? known : groups[unit] = new SelectListGroup { Name = unit };
    }

    private string Address(bool? closed = null) => QueryHelpers.AddQueryString(DeskViews.Href(View, closed ?? Closed), new Dictionary<string, string?>
    {
        ["unit"] = UnitId?.ToString(),
        ["assignee"] = AssigneeId?.ToString(),
        ["kind"] = Kind?.ToString(),
        ["channel"] = Channel?.ToString(),
        ["q"] = string.IsNullOrWhiteSpace(Words) ? null : Words,
    }.Where(pair => pair.Value is not null));
}
