using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Clients.Timeline;

/// <summary>
/// What the client wrote after the first letter, and letters that left for the client or could not. Acknowledgements answer nothing and
/// are left out; what was told by phone or in person are calls and visits.
/// </summary>
public sealed class MessageTimeline(IServiceDeskDb db, ICurrentUser user) : ITimelineSource
{
    private const int Quoted = 220;

    /// <inheritdoc/>
    public TimelineKind Kind => TimelineKind.Message;

    /// <inheritdoc/>
    public Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken) => ReadAsync(
        db, user, question,
        m => (m.Direction == MessageDirection.FromClient && m.Kind != MessageKind.Submission)
            || (m.Direction == MessageDirection.ToClient && m.Kind != MessageKind.Acknowledgement && m.CopyOfId == null && m.Delivery != Delivery.Phone && m.Delivery != Delivery.InPerson
                && (m.DeliveryState == DeliveryState.Sent || m.DeliveryState == DeliveryState.Failed)),
        m => (TimelineKind.Message, m.Direction == MessageDirection.FromClient ? TimelineEvent.ClientWrote : m.IsFailed ? TimelineEvent.LetterFailed : TimelineEvent.LetterSent),
        cancellationToken);

    /// <summary>Messages of the client's cases that fit, newest first, as entries.</summary>
    internal static async Task<IReadOnlyList<TimelineEntry>> ReadAsync(
        IServiceDeskDb db, ICurrentUser user, TimelineQuestion question, Expression<Func<Message, bool>> fits,
        Func<MessageLine, (TimelineKind Kind, TimelineEvent Event)> tell, CancellationToken cancellationToken)
    {
        var cases = db.Set<Case>().AsNoTracking().OfClient(question.ClientId, user);
        var lines = await db.Set<Message>().AsNoTracking().Where(fits)
            .Where(m => m.WrittenAt <= question.Until && (question.From == null || m.WrittenAt >= question.From))
            .Join(cases, m => m.CaseId, c => c.Id, (m, c) => new { m, c })
            .OrderByDescending(x => x.m.WrittenAt).ThenByDescending(x => x.m.Id).Take(question.Count)
            .Select(x => new MessageLine(
                x.m.Id, x.c.Id, x.c.Number, x.c.Subject, x.m.WrittenAt, x.m.Text.Substring(0, Quoted), x.m.AuthorName, x.m.Direction, x.m.DeliveryState == DeliveryState.Failed, x.m.Letter))
            .ToListAsync(cancellationToken);
        return [.. lines.Select(line => tell(line) is var (kind, what) ? Entry(line, kind, what) : null!)];
    }

    private static TimelineEntry Entry(MessageLine line, TimelineKind kind, TimelineEvent what) => new()
    {
        Id = line.Id,
        Kind = kind,
        Event = what,
        At = line.WrittenAt,
        Title = line.Subject,
        Text = Short(line.Letter?.Body ?? line.Text),
        Number = line.Number,
        Href = $"/desk/cases/{line.CaseId}",
        By = line.Direction == MessageDirection.ToClient && line.AuthorName.Length > 0 ? line.AuthorName : null,
    };

    /// <summary>One line, cut between words.</summary>
    internal static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length < Quoted - 20)
            return line;
        var cut = line.LastIndexOf(' ', Math.Min(line.Length, Quoted - 20) - 1);
        return line[..(cut > 0 ? cut : Quoted - 20)] + " …";
    }

    /// <summary>A message before it becomes an entry.</summary>
    internal sealed record MessageLine(
        Guid Id, Guid CaseId, string Number, string Subject, DateTimeOffset WrittenAt, string Text, string AuthorName, MessageDirection Direction, bool IsFailed, LetterParts? Letter);
}
