using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.SaveRoute;

/// <summary>One route: when it fits, and who answers then.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(SaveRouteHandler save, CatalogueChoicesHandler catalogue, CaseChoicesHandler choices, ShowHistoryHandler history, Texts t)
    : CataloguePage(history, ChangedThing.Route, t)
{
    private readonly Texts texts = t;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid? TopicId { get; set; }

    [BindProperty]
    public Guid? ServiceId { get; set; }

    [BindProperty]
    public CaseKind? Kind { get; set; }

    [BindProperty]
    public Channel? Channel { get; set; }

    [BindProperty]
    public string? Places { get; set; }

    [BindProperty]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public Guid? AssigneeId { get; set; }

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override string Back => "/desk/topics/routes";

    protected override async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
            return true;
        if (await save.FindAsync(id, cancellationToken) is not { } route)
            return false;
        (Seen, Name, TopicId, ServiceId, Kind, Channel, Places) = (route.Version, route.Name, route.TopicId, route.ServiceId, route.Kind, route.Channel, route.Places);
        (UnitId, AssigneeId) = (route.UnitId, route.AssigneeId);
        return true;
    }

    protected override async Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken) => await save.FindAsync(id, cancellationToken) is not null;

    protected override async Task<bool> SaveAsync(string? step, CancellationToken cancellationToken)
    {
        await save.HandleAsync(
            new Application.Catalogue.SaveRoute(Id, Seen, Name, new RouteConditions(TopicId, ServiceId, Kind, Channel, Places), UnitId, AssigneeId), cancellationToken);
        return true;
    }

    protected override Task UndoAsync(Guid id, CancellationToken cancellationToken) => save.UndoAsync(id, cancellationToken);

    protected override async Task OfferAsync(CancellationToken cancellationToken)
    {
        Topics = TopicSelect.Of(await catalogue.TopicsAsync(texts.Language, cancellationToken, all: true), texts);
        Services = TopicSelect.Of(await catalogue.ServicesAsync(texts.Language, cancellationToken));
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        var groups = new Dictionary<string, SelectListGroup>();
        People = [.. (await choices.PeopleAsync(cancellationToken)).Select(p => new SelectListItem(p.Name, p.Id.ToString())
        {
            Group = groups.TryGetValue(p.UnitName, out var known) ? known : groups[p.UnitName] = new SelectListGroup { Name = p.UnitName },
        })];
    }

    protected override string FieldOf(string refusal) => refusal switch
    {
        "Catalogue.Refusal.RouteNeedsName" or "Catalogue.Refusal.NameTooLong" => nameof(Name),
        "Catalogue.Refusal.RouteNeedsCondition" or "Cases.Refusal.TopicUnknown" => nameof(TopicId),
        "Catalogue.Refusal.ServiceUnknown" => nameof(ServiceId),
        "Catalogue.Refusal.PlacesTooLong" => nameof(Places),
        "Catalogue.Refusal.RouteNeedsUnit" or "Cases.Refusal.UnitUnknown" => nameof(UnitId),
        "Cases.Refusal.PersonUnknown" or "Cases.Refusal.PersonOfOtherUnit" => nameof(AssigneeId),
        _ => "",
    };
}
