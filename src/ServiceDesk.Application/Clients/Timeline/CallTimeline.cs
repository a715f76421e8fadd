using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Clients.Timeline;

/// <summary>Calls and voice messages that became cases, and what we told by phone.</summary>
public sealed class CallTimeline(IServiceDeskDb db, ICurrentUser user) : ITimelineSource
{
    internal static readonly Channel[] Channels = [Channel.Phone, Channel.Voicemail];

    /// <inheritdoc/>
    public TimelineKind Kind => TimelineKind.Call;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken)
    {
        var calls = await CaseTimeline.Received(db, user, question, Channels).Select(c => new TimelineEntry
        {
            Id = c.Id,
            Kind = TimelineKind.Call,
            Event = TimelineEvent.ClientCalled,
            At = c.ReceivedAt,
            Title = c.Subject,
            Number = c.Number,
            Href = "/desk/cases/" + c.Id.ToString(),
        }).ToListAsync(cancellationToken);
        var told = await MessageTimeline.ReadAsync(
            db, user, question, m => m.Direction == MessageDirection.ToClient && m.Delivery == Delivery.Phone && m.CopyOfId == null,
            _ => (TimelineKind.Call, TimelineEvent.WeCalled), cancellationToken);
        return [.. calls, .. told];
    }
}

/// <summary>Visits that became cases, and what we told in person.</summary>
public sealed class VisitTimeline(IServiceDeskDb db, ICurrentUser user) : ITimelineSource
{
    internal static readonly Channel[] Channels = [Channel.InPerson];

    /// <inheritdoc/>
    public TimelineKind Kind => TimelineKind.Visit;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken)
    {
        var visits = await CaseTimeline.Received(db, user, question, Channels).Select(c => new TimelineEntry
        {
            Id = c.Id,
            Kind = TimelineKind.Visit,
            Event = TimelineEvent.ClientCame,
            At = c.ReceivedAt,
            Title = c.Subject,
            Number = c.Number,
            Href = "/desk/cases/" + c.Id.ToString(),
        }).ToListAsync(cancellationToken);
        var told = await MessageTimeline.ReadAsync(
            db, user, question, m => m.Direction == MessageDirection.ToClient && m.Delivery == Delivery.InPerson && m.CopyOfId == null,
            _ => (TimelineKind.Visit, TimelineEvent.ToldInPerson), cancellationToken);
        return [.. visits, .. told];
    }
}
