using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Timeline;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents;

/// <summary>Documents registered for or with the client, within what one may see.</summary>
public sealed class DocumentTimeline(IServiceDeskDb db, ICurrentUser user) : ITimelineSource
{
    /// <inheritdoc/>
    public TimelineKind Kind => TimelineKind.Document;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken)
    {
        var seen = db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).Where(d => d.ClientId == question.ClientId && d.Number != null);
        return await db.Set<DocumentEdition>().AsNoTracking()
            .Where(e => e.Number == 1 && e.At <= question.Until && (question.From == null || e.At >= question.From))
            .Join(seen, e => e.DocumentId, d => d.Id, (e, d) => new { e.At, Document = d })
            .OrderByDescending(x => x.At).ThenByDescending(x => x.Document.Id).Take(question.Count)
            .Select(x => new TimelineEntry
            {
                Id = x.Document.Id,
                Kind = TimelineKind.Document,
                Event = TimelineEvent.DocumentRegistered,
                At = x.At,
                Title = x.Document.Subject,
                Number = x.Document.Number,
                Href = "/desk/documents/" + x.Document.Id.ToString(),
                By = db.Set<OrgUnit>().Where(u => u.Id == x.Document.UnitId).Select(u => u.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
    }
}
