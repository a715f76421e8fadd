using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Shared;

/// <summary>The left menu of the desk with the numbers of each view. What a person may not use is absent, not grey.</summary>
public sealed class DeskMenu(ICurrentUser me, DeskCounts counts, PageAddresses pages, Texts t) : ViewComponent
{
    public sealed record Item(string Href, string Text, string? Icon, bool Current, int? Count = null, string? Look = null, bool Bounded = false);

    public sealed record Section(string Heading, IReadOnlyList<Item> Items);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        List<Section> sections = [];
        if (me.May(Permission.UseDesk))
        {
            var count = await counts.GetAsync(HttpContext.RequestAborted);
            sections.Add(new Section(t["Shared.Desk.Work"], [.. Work(count)]));
            if (me.EmployeeId is not null)
                sections.Add(new Section(t["Desk.Views.Menu"], [.. Saved(count)]));
        }
        else if (Link(me.EmployeeId is not null, "/desk/notices", t["Desk.Menu.Notices"], "bell") is { } notices)
        {
            var count = await counts.GetAsync(HttpContext.RequestAborted);
            sections.Add(new Section(t["Shared.Desk.Work"], [notices with { Count = count.Notices > 0 ? count.Notices : null }]));
        }

        Add(sections, t["Desk.Commission.Menu"], Link(me.May(Permission.SeePassedToCommission), "/desk/commission", t["Desk.Commission.Title"], "gavel"));
        Add(sections, t["Shared.Desk.Quality"],
            Link(me.May(Permission.SeeUnitBreaches) || me.May(Permission.SeeAllBreaches) || me.May(Permission.HandleCases), "/desk/breaches", t["Shared.Desk.Breaches"], "chart-bar"),
            Link(me.May(Permission.SeeSurveyResults), "/desk/surveys", t["Surveys.List.Title"], "list-check"),
            Link(me.May(Permission.EnterSurveyAnswers), "/desk/surveys/enter", t["Surveys.Enter.Title"], "writing"),
            Link(me.May(Permission.SeeImprovements), "/desk/improvements", t["Quality.Improvements.Title"], "bulb"));
        Add(sections, t["Shared.Desk.Protection"],
            Link(me.May(Permission.KeepProcessingRecord), "/desk/protection", t["Protection.Menu.Start"], "shield-lock") is { } start
                ? start with { Current = Request.Path.Equals("/desk/protection", StringComparison.OrdinalIgnoreCase) } : null,
            Link(me.May(Permission.HandlePersonRequests), "/desk/protection/requests", t["Protection.Requests.Menu"], "user-question"),
            Link(me.May(Permission.ManageDataBreaches), "/desk/protection/breaches", t["Protection.Menu.Breaches"], "alert-triangle"),
            Link(me.May(Permission.SeeAccessLog), "/desk/protection/access-log", t["Protection.Reads.Menu"], "eye"),
            Link(me.May(Permission.SeeGlassBroken), "/desk/break-glass", t["Desk.BreakGlass.Menu"], "lock-open"),
            Link(me.May(Permission.KeepProcessingRecord), "/desk/protection/processing", t["Protection.Menu.Processing"], "list-check"),
            Link(me.May(Permission.ManagePrivacyNotices), "/desk/protection/privacy", t["Protection.Menu.Notices"], "file-text"),
            Link(me.May(Permission.ApproveRetention), "/desk/protection/retention", t["Protection.Menu.Retention"], "hourglass"),
            Link(me.May(Permission.ManageConsents), "/desk/protection/consents", t["Protection.Menu.Consents"], "mail"),
            Link(!me.May(Permission.ManageDataBreaches) && me.EmployeeId is not null, "/desk/protection/breaches/report", t["Protection.Menu.Tell"], "alert-triangle"));
        Add(sections, t["Shared.Desk.Administration"],
            Link(me.May(Permission.SeeStaff), "/desk/units", t["Staff.Units.Menu"], "sitemap"),
            Link(me.May(Permission.SeeStaff), "/desk/employees", t["Staff.Employees.Menu"], "users"),
            Link(me.May(Permission.NameStandIns), "/desk/stand-ins", t["Staff.StandIns.Menu"], "user-check"),
            Link(me.May(Permission.ManageAccounts), "/desk/accounts", t["Accounts.List.Menu"], "id-badge-2"),
            Link(me.May(Permission.SeeChanges), "/desk/changes", t["Operations.Changes.Menu"], "history"));
        Add(sections, t["Shared.Desk.System"],
            Link(me.May(Permission.ManageCalendar), "/desk/calendar", t["Shared.Desk.Calendar"], "calendar"),
            Link(me.May(Permission.SeeMessageLog), "/desk/messages", t["Correspondence.Log.Menu"], "mail"),
            Link(me.May(Permission.ManageCatalogue), "/desk/topics", t["Catalogue.Topics.Menu"], "tag"),
            Link(me.May(Permission.ManageCatalogue), "/desk/target-groups", t["Clients.Groups.Title"], "users"),
            Link(me.May(Permission.ManageStandard), "/desk/standard", t["Deadlines.Standard.Menu"], "scale"),
            Link(me.May(Permission.ManageInstitutions), "/desk/institutions", t["Catalogue.Institutions.Menu"], "building-bank"),
            Link(me.May(Permission.ManageTemplates), "/desk/templates", t["Desk.Prepared.Title.Template"], "files"),
            Link(me.May(Permission.ManageTemplates), "/desk/text-modules", t["Desk.Prepared.Title.Module"], "note"),
            Link(me.May(Permission.ManageTemplates), "/desk/useful-links", t["Desk.Prepared.Title.Link"], "link"),
            Link(me.May(Permission.ManageTemplates), "/desk/document-blocks", t["Desk.Prepared.Title.Block"], "file-text"),
            Link(me.May(Permission.SeeClients) || me.May(Permission.ManageCompanies), me.May(Permission.SeeClients) ? "/desk/companies" : "/desk/companies/imports", t["Clients.Companies.Title"], "building"),
            Link(me.May(Permission.ImportRegisters), "/desk/import", t["Cases.Import.Menu"], "upload"),
            Link(me.May(Permission.SeeStatus), "/desk/status", t["Shared.Desk.Status"], "server"));
        return View("/Pages/Shared/_DeskMenu.cshtml", sections);
    }

    private static void Add(List<Section> sections, string heading, params Item?[] items)
    {
        if (items.OfType<Item>().ToList() is { Count: > 0 } there)
            sections.Add(new Section(heading, there));
    }

    private IEnumerable<Item> Work(DeskMenuCounts count)
    {
        var inCase = Request.Path.StartsWithSegments("/desk/cases", StringComparison.OrdinalIgnoreCase);
        yield return new Item("/desk", t["Shared.Desk.List"], "inbox", inCase);
        if (me.May(Permission.HandleCases))
        {
            yield return ListView(CaseView.Mine, count.Mine);
            yield return ListView(CaseView.Unit, count.Unit);
        }

        yield return ListView(CaseView.Today, count.Today, "c-today");
        yield return ListView(CaseView.Overdue, count.Overdue, "c-late");
        yield return ListView(CaseView.Promises, count.Promises);
        yield return ListView(CaseView.Unassigned, count.Unassigned);
        yield return ListView(CaseView.Waiting, count.Waiting);
        if (count.Offered > 0 || Shows(CaseView.Offered))
            yield return ListView(CaseView.Offered, count.Offered, "c-today");
        if (count.Failed > 0 || Shows(CaseView.Failed))
            yield return ListView(CaseView.Failed, count.Failed, "c-late");
        yield return ListView(CaseView.All, null);
        yield return new Item(DeskViews.Href(CaseView.All, closed: true), t["Desk.Menu.Closed"], null, IsList && Closed);
        if (Link(me.May(Permission.HandleCases), "/desk/drafts", t["Desk.Drafts.Title"], "writing") is { } drafts)
            yield return drafts with { Count = count.Drafts > 0 ? count.Drafts : null };
        if (Link(me.May(Permission.RegisterCases), "/desk/register", t["Shared.Action.Register"], "phone-plus") is { } register)
            yield return register;
        if (Link(me.May(Permission.SeeClients), "/desk/clients", t["Clients.List.Title"], "users") is { } clients)
            yield return clients;
        if (Link(me.SeesAllClients(), "/desk/clients/find", t["Clients.Lookup.Title"], "user-question") is { } find)
            yield return find;
        if (Link(me.May(Permission.SeeDocuments), "/desk/documents", t["Documents.List.Title"], "files") is { } documents)
            yield return documents;
        if (Link(me.May(Permission.SeeDocuments), "/desk/waiting", t["Circulation.Waiting.Menu"], "clipboard-check") is { } waiting)
            yield return waiting with { Count = count.Routes > 0 ? count.Routes : null };
        if (Link(me.May(Permission.SeeDocuments), "/desk/contracts", t["Documents.Contracts.Title"], "certificate") is { } contracts)
            yield return contracts;
        if (Link(me.May(Permission.SeeDocuments), "/desk/claims", t["Documents.Claims.Title"], "gavel") is { } claims)
            yield return claims;
        if (Link(me.May(Permission.FileDocuments), "/desk/archive", t["Archive.Title"], "archive") is { } archive)
            yield return archive;
        if (Link(me.May(Permission.ManageOutbox), "/desk/outbox", t["Desk.Menu.Outbox"], "mail-forward") is { } outbox)
            yield return outbox;
        if (Link(me.EmployeeId is not null, "/desk/notices", t["Desk.Menu.Notices"], "bell") is { } notices)
            yield return notices with { Count = count.Notices > 0 ? count.Notices : null };
    }

    /// <summary>Saved views, in the person's own order, and the page where they are kept.</summary>
    private IEnumerable<Item> Saved(DeskMenuCounts count)
    {
        var current = IsList ? DeskViews.SavedOf(Request) : null;
        foreach (var view in count.Views.Where(v => v.IsShown))
            yield return new Item(DeskViews.Href(view.Id), view.Name, null, view.Id == current, view.Count, Bounded: view.Count >= CountDeskMenuHandler.MostCounted);
        yield return new Item("/desk/views", t["Desk.Views.All"], "bookmark-plus", Request.Path.StartsWithSegments("/desk/views", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsList => Request.Path.Equals("/desk", StringComparison.OrdinalIgnoreCase);

    private bool Closed => string.Equals(Request.Query["closed"], "true", StringComparison.OrdinalIgnoreCase);

    private bool Shows(CaseView view) => IsList && !Closed && DeskViews.SavedOf(Request) is null && DeskViews.Of(Request, me) == view;

    private Item ListView(CaseView view, int? count, string? loud = null) =>
        new(DeskViews.Href(view), t.Of(view), null, Shows(view), count, count > 0 ? loud : null);

    private Item? Link(bool allowed, string href, string text, string icon) =>
        allowed && pages.Exists(href) ? new Item(href, text, icon, Request.Path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase)) : null;
}
