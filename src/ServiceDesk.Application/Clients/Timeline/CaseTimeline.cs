using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Clients.Timeline;

/// <summary>Cases received and closed. Those that came by phone or in person are told as calls and visits when these are asked for too.</summary>
public sealed class CaseTimeline(IServiceDeskDb db, ICurrentUser user) : ITimelineSource
{
    /// <inheritdoc/>
    public TimelineKind Kind => TimelineKind.Case;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken)
    {
        var elsewhere = (question.Kinds.Contains(TimelineKind.Call) ? CallTimeline.Channels : []).Concat(question.Kinds.Contains(TimelineKind.Visit) ? VisitTimeline.Channels : []);
        var received = await Received(db, user, question, [.. Enum.GetValues<Channel>().Except(elsewhere)])
            .Select(c => new TimelineEntry
            {
                Id = c.Id,
                Kind = TimelineKind.Case,
                Event = TimelineEvent.CaseReceived,
                At = c.ReceivedAt,
                Title = c.Subject,
                Number = c.Number,
                Href = "/desk/cases/" + c.Id.ToString(),
                By = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var closed = await db.Set<Case>().AsNoTracking().OfClient(question.ClientId, user)
            .Where(c => c.ClosedAt != null && c.ClosedAt <= question.Until && (question.From == null || c.ClosedAt >= question.From))
            .OrderByDescending(c => c.ClosedAt).ThenByDescending(c => c.Id).Take(question.Count)
            .Select(c => new TimelineEntry
            {
                Id = c.Id,
                Kind = TimelineKind.Case,
                Event = TimelineEvent.CaseClosed,
                At = c.ClosedAt!.Value,
                Title = c.Subject,
                Number = c.Number,
                Href = "/desk/cases/" + c.Id.ToString(),
            }).ToListAsync(cancellationToken);
        return [.. received, .. closed];
    }

    /// <summary>The newest cases of the stretch, by receipt, that came through these channels.</summary>
    internal static IQueryable<Case> Received(IServiceDeskDb db, ICurrentUser user, TimelineQuestion question, IReadOnlyList<Channel> channels) =>
        db.Set<Case>().AsNoTracking().OfClient(question.ClientId, user).Where(c => channels.Contains(c.Channel))
            .Where(c => c.ReceivedAt <= question.Until && (question.From == null || c.ReceivedAt >= question.From))
            .OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Take(question.Count);
}
