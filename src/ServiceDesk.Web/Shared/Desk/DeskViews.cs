using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Which view of the work list an address means. Menu and list ask here, so that they agree.</summary>
public static class DeskViews
{
    /// <summary>The view an address names; without a name a search looks everywhere, and everybody begins where their work is.</summary>
    public static CaseView Of(HttpRequest request, ICurrentUser me) =>
        Enum.TryParse<CaseView>(request.Query["view"], ignoreCase: true, out var view) && Enum.IsDefined(view) ? view
        : !string.IsNullOrWhiteSpace(request.Query["q"]) ? CaseView.All
        : Beginning(me);

    /// <summary>The saved view an address means, however its filters were changed since.</summary>
    public static Guid? SavedOf(HttpRequest request) => Guid.TryParse(request.Query["saved"], out var id) ? id : null;

    /// <summary>Whether an address names a saved view and nothing else, so that the view itself says what to show.</summary>
    public static bool IsBare(HttpRequest request) => request.Query.Keys.All(k => k is "saved" or "after" or "culture");

    public static string Href(CaseView view, bool closed = false) =>
        $"/desk?view={view.ToString().ToLowerInvariant()}{(closed ? "&closed=true" : "")}";

    /// <summary>A saved view, as it is whenever it is opened.</summary>
    public static string Href(Guid savedId) => $"/desk?saved={savedId}";

    /// <summary>Where a person begins.</summary>
    public static CaseView Beginning(ICurrentUser me) =>
        !me.May(Permission.HandleCases) ? CaseView.All
        : me.May(Permission.ReadUnitCases) || me.May(Permission.RegisterCases) ? CaseView.Unit
        : CaseView.Mine;
}
