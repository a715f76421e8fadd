using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.SaveService;

/// <summary>One service: its names, topic, unit and where it is described.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(SaveServiceHandler save, CatalogueChoicesHandler topics, CaseChoicesHandler choices, ShowHistoryHandler history, Texts t)
    : CataloguePage(history, ChangedThing.Service, t)
{
    [BindProperty]
    public string? NameLv { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? NameRu { get; set; }

    [BindProperty]
    public Guid? TopicId { get; set; }

    [BindProperty]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override string Back => "/desk/topics/services";

    protected override async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
            return true;
        if (await save.FindAsync(id, cancellationToken) is not { } service)
            return false;
        (Seen, NameLv, NameEn, NameRu) = (service.Version, service.NameLv, service.NameEn, service.NameRu);
        (TopicId, UnitId, Link) = (service.TopicId, service.UnitId, service.Link);
        return true;
    }

    protected override async Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken) => await save.FindAsync(id, cancellationToken) is not null;

    protected override async Task<bool> SaveAsync(string? step, CancellationToken cancellationToken)
    {
        await save.HandleAsync(new Application.Catalogue.SaveService(Id, Seen, NameLv, NameEn, NameRu, TopicId, UnitId, Link), cancellationToken);
        return true;
    }

    protected override Task UndoAsync(Guid id, CancellationToken cancellationToken) => save.UndoAsync(id, cancellationToken);

    protected override async Task OfferAsync(CancellationToken cancellationToken)
    {
        Topics = TopicSelect.Of(await topics.TopicsAsync("lv", cancellationToken, all: true), Texts.In("lv"));
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
    }

    protected override string FieldOf(string refusal) => refusal switch
    {
        "Catalogue.Refusal.ServiceNeedsName" or "Catalogue.Refusal.NameTooLong" => nameof(NameLv),
        "Catalogue.Refusal.ServiceNeedsTopic" => nameof(TopicId),
        "Catalogue.Refusal.LinkUnusable" => nameof(Link),
        "Cases.Refusal.UnitUnknown" => nameof(UnitId),
        _ => "",
    };
}
