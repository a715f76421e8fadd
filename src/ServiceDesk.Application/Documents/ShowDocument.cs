using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents;

/// <summary>A document with all that its page shows.</summary>
/// <param name="Document">The document with editions, files and events.</param>
/// <param name="UnitName">The unit in whose name it is written.</param>
/// <param name="CaseNumber">The case it belongs to.</param>
/// <param name="MayWrite">Whether the person may take steps on it.</param>
/// <param name="Missing">What it lacks to be registered; empty unless it is a draft.</param>
/// <param name="Replaces">Number of the document in whose place it stands or is to stand.</param>
/// <param name="SupersededBy">Number of the document that stands in its place.</param>
public sealed record DocumentView(
    Document Document, string UnitName, string? CaseNumber, bool MayWrite, IReadOnlyList<MissingRequisite> Missing, string? Replaces, string? SupersededBy);

/// <summary>Shows a document and its files, within what one may see; reading a restricted one is written down.</summary>
public sealed class ShowDocumentHandler(IServiceDeskDb db, DocumentKinds kinds, IFileStore files, ReadLog reads, ICurrentUser user)
{
    /// <summary>The document; null when there is none one may see.</summary>
    public async Task<DocumentView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await Readable().Include(d => d.Editions.OrderBy(e => e.Number)).Include(d => d.Files.OrderBy(f => f.At)).Include(d => d.Events.OrderBy(e => e.Ordinal))
            .SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (found is null)
            return null;
        var around = await db.Set<Document>().Where(d => d.Id == id).Select(d => new
        {
            Unit = db.Set<OrgUnit>().Where(u => u.Id == d.UnitId).Select(u => u.Name).First(),
            Case = db.Set<Case>().Where(c => c.Id == d.CaseId).Select(c => c.Number).FirstOrDefault(),
            MayWrite = db.Set<Document>().DocumentsWritableBy(user, db.Set<Case>()).Any(w => w.Id == d.Id),
            Replaces = db.Set<Document>().Where(o => o.Id == d.ReplacesId).Select(o => o.Number).FirstOrDefault(),
            SupersededBy = db.Set<Document>().Where(o => o.Id == d.SupersededById).Select(o => o.Number).FirstOrDefault(),
        }).SingleAsync(cancellationToken);
        await NoteAsync(found, around.MayWrite, ReadWay.Page, cancellationToken);
        var missing = found.State == DocumentState.Draft ? kinds.Missing(found) : [];
        return new DocumentView(found, around.Unit, around.Case, around.MayWrite, missing, around.Replaces, around.SupersededBy);
    }

    /// <summary>The record of a document one may see.</summary>
    public T Read<T>(Document document) where T : DocumentBody => (T)kinds.Read(document.Kind, document.Content);

    /// <summary>A file of a document; the right to it is the right to the document.</summary>
    public async Task<Download?> FileAsync(Guid id, Guid fileId, CancellationToken cancellationToken)
    {
        var found = await Readable().Include(d => d.Files.Where(f => f.Id == fileId)).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (found?.Files is not [var file] || files.Open(file.Hash) is not { } content)
            return null;
        var mayWrite = await db.Set<Document>().DocumentsWritableBy(user, db.Set<Case>()).AnyAsync(w => w.Id == id, cancellationToken);
        await NoteAsync(found, mayWrite, ReadWay.File, cancellationToken);
        return new Download(file.FileName, file.ContentType, content);
    }

    private IQueryable<Document> Readable() => db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>());

    private async Task NoteAsync(Document document, bool mayWrite, ReadWay way, CancellationToken cancellationToken)
    {
        if (document.Access == DocumentAccessMark.Restricted)
            await reads.NoteAsync(new Reading(ReadThing.Document, document.Id, document.Number ?? "", way, user.PurposeOfReading(mayWrite)), cancellationToken);
    }
}
