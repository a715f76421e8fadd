using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListCases;

/// <summary>The work list: what is due first. Everything chosen stands in the address, or in the saved view it names.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(ListCasesHandler list, ListWords words, DeskCounts counts, Seals seals, ICurrentUser me, Texts t) : PageModel
{
    private const string Place = "desk-list-place";

    [FromQuery(Name = "saved")]
    public Guid? SavedId { get; set; }

    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public Application.Cases.ListCases Asked { get; private set; } = null!;

    public CasePage List { get; private set; } = null!;

    public DeskMenuCounts Counts { get; private set; } = null!;

    /// <summary>The saved view this list began as; null when it is none of the person's.</summary>
    public MenuView? Saved { get; private set; }

    public FilterBoxes Filters { get; private set; } = null!;

    public IReadOnlyList<(string Text, string Without)> Chips { get; private set; } = [];

    public CaseView View => Asked.View;

    public bool Closed => Asked.Closed;

    public bool IsFiltered => Asked.IsFiltered;

    public bool MayRegister => me.May(Permission.RegisterCases);

    /// <summary>Cases can be chosen for a step on many.</summary>
    public bool MayTick => me.May(Permission.HandleCases);

    public bool MayAssign => me.May(Permission.AssignCases);

    public bool MaySaveViews => me.EmployeeId is not null;

    /// <summary>The list differs from the saved view it began as.</summary>
    public bool IsChanged => Saved is not null && CaseListAddress.Write(CaseListAddress.Read(Saved.Query)) != CaseListAddress.Write(Asked);

    public string Title => Saved is null ? words.Title(Asked) : Saved.Name;

    public string? FirstPage => Asked.After is null ? null : Address(Asked);

    public string? NextPage => List.Next is { } next ? QueryHelpers.AddQueryString(Address(Asked), "after", seals.Seal(Place, next)) : null;

    /// <summary>The same view without filters.</summary>
    public string Unfiltered => DeskViews.Href(View, Closed);

    /// <summary>The same view and filters, open cases in place of closed ones or the other way round.</summary>
    public string Turned => Address(Asked with { Closed = !Closed, States = [], Sort = CaseSort.Due, Reversed = false });

    /// <summary>The present list as a query string, for its saved view.</summary>
    public string Query => CaseListAddress.Write(Asked);

    /// <summary>The page as a query string, for the way back from a case.</summary>
    public string Here => QueryHelpers.AddQueryString(Address(Asked), After is null ? [] : [KeyValuePair.Create("after", (string?)After)])["/desk?".Length..];

    /// <summary>Groups by date make sense only in the order of dates.</summary>
    public bool IsGrouped => Asked is { Closed: false, Sort: CaseSort.Due };

    public int Width => 2 + Asked.Columns.Count + (MayTick ? 1 : 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await counts.GetAsync(cancellationToken);
        Saved = Counts.Views.FirstOrDefault(v => v.Id == SavedId);
        Asked = (Saved is not null && DeskViews.IsBare(Request) ? CaseListAddress.Read(Saved.Query) : CaseListAddress.Read(Request.QueryString.Value, DeskViews.Of(Request, me)))
            with
        { After = seals.Open<CaseCursor>(Place, After)?.Fact };
        List = await list.HandleAsync(Asked, cancellationToken);
        var names = await words.NamesAsync(Asked, cancellationToken);
        Filters = FilterBoxes.Of(Asked, names, t);
        Chips = [.. words.Chips(Asked, names).Select(c => (c.Text, Address(c.Without)))];
    }

    public ListRow RowOf(CaseRow row) => new(row, QueryHelpers.AddQueryString($"/desk/cases/{row.Id}", "list", Here), Asked.Columns, MayTick);

    public IEnumerable<SortHeading> Headings()
    {
        yield return Heading(CaseSort.Due, Closed ? t["Desk.Field.Closed"] : t["Desk.Field.Due"], null);
        if (Shows(CaseColumn.Number))
            yield return Heading(CaseSort.Number, t["Shared.Field.Number"], "x-no");
        yield return Heading(CaseSort.Subject, t["Shared.Field.Subject"], null);
        if (Shows(CaseColumn.Client))
            yield return Heading(CaseSort.Client, t["Desk.Field.Client"], "x-client");
        if (Shows(CaseColumn.Unit))
            yield return Heading(CaseSort.Unit, t["Desk.Field.UnitAndPerson"], "x-unit");
        if (Shows(CaseColumn.Received))
            yield return Heading(CaseSort.Received, t["Shared.Field.Received"], "x-in");
        if (Shows(CaseColumn.State))
            yield return Heading(CaseSort.State, t["Desk.Field.State"], "x-state");
    }

    public bool Shows(CaseColumn column) => Asked.Columns.Contains(column);

    private SortHeading Heading(CaseSort sort, string text, string? look)
    {
        var isCurrent = Asked.Sort == sort;
        // Closed cases stand newest first when sorted by date.
        var descends = Asked.Reversed != (sort == CaseSort.Due && Closed);
        return new SortHeading(text, Address(Asked with { Sort = sort, Reversed = isCurrent && !Asked.Reversed }), !isCurrent ? "none" : descends ? "descending" : "ascending", look);
    }

    private string Address(Application.Cases.ListCases wanted) => $"/desk?{CaseListAddress.Write(wanted)}{(Saved is null ? null : $"&saved={Saved.Id}")}";
}
