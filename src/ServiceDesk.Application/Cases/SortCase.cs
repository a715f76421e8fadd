using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>Somebody says better what a case is about.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="TopicId">The topic.</param>
/// <param name="ServiceId">The service, or null.</param>
/// <param name="HandsOver">Whether the case goes to the unit that answers for it by routes, service and topic.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record SortCase(Guid CaseId, Guid TopicId, Guid? ServiceId, bool HandsOver, SeenCase? Seen);

/// <summary>Sorts a case under another topic, and hands it over when that is wanted and allowed.</summary>
public sealed class SortCaseHandler(CaseWriter writer, CaseRouter router, AssignCaseHandler assign, ICurrentUser user, TimeProvider time)
{
    /// <summary>Sorts it. Handing over needs the right to give cases to others.</summary>
    public async Task HandleAsync(SortCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        if (command.HandsOver && !user.May(Permission.AssignCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var routing = await router.DecideAsync(new(command.TopicId, command.ServiceId, item.Kind, item.Channel, item.Place), cancellationToken);
        item.SortUnder(routing.Topic.Id, routing.Topic.NameLv, command.ServiceId, user.AsActor(), time.GetUtcNow());
        if (command.HandsOver && (routing.UnitId != item.UnitId || (routing.AssigneeId is { } wanted && wanted != item.AssigneeId)))
            await assign.HandleAsync(new AssignCase(item.Id, routing.UnitId, routing.AssigneeId, null, null), cancellationToken);
        else
            await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
