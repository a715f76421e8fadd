using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Documents.Reports;

/// <summary>A file of the case with what proves that it is the same file.</summary>
/// <param name="File">The file.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
public sealed record ProvenFile(AttachmentRow File, string Hash);

/// <summary>A document of the case.</summary>
public sealed record FiledDocument(DocumentKind Kind, DocumentState State, string? Number, string Subject, DateOnly? DatedOn);

/// <summary>Everything of a case that goes on paper.</summary>
/// <param name="Case">The case as the person may see it.</param>
/// <param name="Messages">The conversation; without what was taken back, internal notes on request only.</param>
/// <param name="Files">Files of these messages.</param>
/// <param name="Documents">Documents the person may see.</param>
public sealed record CaseFile(CaseDetails Case, IReadOnlyList<MessageRow> Messages, IReadOnlyList<ProvenFile> Files, IReadOnlyList<FiledDocument> Documents);

/// <summary>Collects the file of a case, within the rights of who prints it. The reading is written down as printing.</summary>
public sealed class CollectCaseFileHandler(IServiceDeskDb db, ShowCaseHandler show, ICurrentUser user)
{
    /// <summary>The file; null when the case is not there or may not be read.</summary>
    public async Task<CaseFile?> HandleAsync(Guid caseId, bool withNotes, CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(caseId, ReadWay.Print, cancellationToken) is not { MayRead: true } item)
            return null;
        var messages = item.Messages.Where(m => m.DeliveryState != DeliveryState.TakenBack && (withNotes || m.Direction is not MessageDirection.Internal)).ToList();
        var files = messages.SelectMany(m => m.Attachments).ToList();
        var ids = files.Select(f => f.Id).ToList();
        var hashes = await db.Set<Attachment>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Hash, cancellationToken);
        var documents = !user.May(Permission.SeeDocuments) ? [] : await db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).Where(d => d.CaseId == caseId)
            .OrderBy(d => d.ChangedAt).Select(d => new FiledDocument(d.Kind, d.State, d.Number, d.Subject, d.DatedOn)).ToListAsync(cancellationToken);
        return new CaseFile(item, messages, [.. files.Select(f => new ProvenFile(f, hashes.GetValueOrDefault(f.Id, "")))], documents);
    }
}
