using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.SaveTopic;

/// <summary>One topic. When another unit is to answer, the page first asks what becomes of the open cases, and shows them.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(SaveTopicHandler save, CatalogueChoicesHandler topics, CaseChoicesHandler choices, ShowHistoryHandler history, Texts t)
    : CataloguePage(history, ChangedThing.Category, t)
{
    [BindProperty]
    public string? NameLv { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? NameRu { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Parent { get; set; }

    [BindProperty]
    public Guid? UnitId { get; set; }

    /// <summary>Open cases go along.</summary>
    [BindProperty]
    public bool Moves { get; set; }

    /// <summary>The unit for which that was asked.</summary>
    [BindProperty]
    public Guid? MoveAsked { get; set; }

    public TopicMove? Move { get; private set; }

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override string Back => "/desk/topics";

    protected override async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
        {
            UnitId = Parent is { } parent ? (await save.FindAsync(parent, cancellationToken))?.UnitId : null;
            return true;
        }

        if (await save.FindAsync(id, cancellationToken) is not { } topic)
            return false;
        (Seen, NameLv, NameEn, NameRu, Parent, UnitId) = (topic.Version, topic.NameLv, topic.NameEn, topic.NameRu, topic.ParentId, topic.UnitId);
        return true;
    }

    protected override async Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken) => await save.FindAsync(id, cancellationToken) is not null;

    protected override async Task<bool> SaveAsync(string? step, CancellationToken cancellationToken)
    {
        if (Id is { } id && UnitId is { } unit && MoveAsked != unit)
        {
            var move = await save.PreviewAsync(id, unit, cancellationToken);
            if (move.Count > 0)
            {
                Move = move;
                return false;
            }
        }

        await save.HandleAsync(new Application.Catalogue.SaveTopic(Id, Seen, NameLv, NameEn, NameRu, Parent, UnitId, Moves), cancellationToken);
        return true;
    }

    protected override Task UndoAsync(Guid id, CancellationToken cancellationToken) => save.UndoAsync(id, cancellationToken);

    protected override async Task OfferAsync(CancellationToken cancellationToken)
    {
        Parents = [.. (await topics.TopicsAsync("lv", cancellationToken, all: true)).Where(x => (x.Group is null || x.IsGroup) && x.Id != Id).Select(x => new SelectListItem(x.Name, x.Id.ToString()))];
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
    }

    protected override string FieldOf(string refusal) => refusal switch
    {
        "Catalogue.Refusal.TopicNeedsName" or "Catalogue.Refusal.NameTooLong" => nameof(NameLv),
        "Catalogue.Refusal.TwoLevelsOnly" or "Catalogue.Refusal.FallbackStandsAlone" or "Cases.Refusal.TopicUnknown" => nameof(Parent),
        "Cases.Refusal.UnitUnknown" => nameof(UnitId),
        _ => "",
    };
}
