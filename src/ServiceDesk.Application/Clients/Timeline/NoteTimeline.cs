using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Timeline;

/// <summary>Notes on the card: seen by who sees the card.</summary>
public sealed class NoteTimeline(IServiceDeskDb db) : ITimelineSource
{
    /// <inheritdoc/>
    public TimelineKind Kind => TimelineKind.Note;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken)
    {
        var notes = await db.Set<ClientNote>().AsNoTracking().Where(n => n.ClientId == question.ClientId && n.At <= question.Until && (question.From == null || n.At >= question.From))
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(question.Count)
            .Select(n => new TimelineEntry
            {
                Id = n.Id,
                Kind = TimelineKind.Note,
                Event = TimelineEvent.NoteWritten,
                At = n.At,
                Text = n.Text,
                By = n.AuthorName,
            }).ToListAsync(cancellationToken);
        return [.. notes.Select(n => n with { Text = MessageTimeline.Short(n.Text!) })];
    }
}
