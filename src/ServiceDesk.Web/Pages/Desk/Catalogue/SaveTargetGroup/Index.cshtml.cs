using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.SaveTargetGroup;

/// <summary>One target group: its names, and the history of their changes.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(TargetGroupsHandler groups, ShowHistoryHandler history, Texts t) : CataloguePage(history, ChangedThing.TargetGroup, t)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? NameRu { get; set; }

    /// <summary>The name that is saved, for the heading.</summary>
    public string? Called { get; private set; }

    protected override string Back => "/desk/target-groups";

    protected override async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
            return true;
        if (await groups.FindAsync(id, cancellationToken) is not { } group)
            return false;
        (Seen, Name, NameEn, NameRu) = (group.Version, group.Name, group.NameEn, group.NameRu);
        return true;
    }

    protected override async Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken) => await groups.FindAsync(id, cancellationToken) is not null;

    protected override async Task<bool> SaveAsync(string? step, CancellationToken cancellationToken)
    {
        await groups.HandleAsync(new Application.Clients.SaveTargetGroup(Id, Seen, Name, NameEn, NameRu), cancellationToken);
        return true;
    }

    protected override Task UndoAsync(Guid id, CancellationToken cancellationToken) => groups.UndoAsync(id, cancellationToken);

    protected override async Task OfferAsync(CancellationToken cancellationToken) =>
        Called = Id is { } id ? (await groups.FindAsync(id, cancellationToken))?.Name : null;

    protected override string FieldOf(string refusal) => refusal is "Clients.Refusal.GroupNeedsName" or "Clients.Refusal.GroupTwice" or "Clients.Refusal.WordTooLong" ? nameof(Name) : "";
}
