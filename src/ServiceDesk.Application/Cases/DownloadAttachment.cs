using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Cases;

/// <summary>A file to hand out.</summary>
/// <param name="FileName">Name to save it under.</param>
/// <param name="ContentType">Media type found in the content.</param>
/// <param name="Content">The bytes; the caller disposes.</param>
public sealed record Download(string FileName, string ContentType, Stream Content);

/// <summary>Hands out files of a case. The right to the file is the right to the case, never the knowledge of a hash.</summary>
public sealed class DownloadAttachmentHandler(IServiceDeskDb db, IFileStore files, ReadLog reads, ICurrentUser user)
{
    /// <summary>For staff: only files of cases they may read, or of those merged into one they may read.</summary>
    public async Task<Download?> ForStaffAsync(Guid caseId, Guid attachmentId, CancellationToken cancellationToken)
    {
        var readable = await db.Set<Case>().ReadableBy(user).Where(c => c.Id == caseId || db.Set<Case>().Any(m => m.Id == caseId && m.MergedIntoId == c.Id))
            .Select(c => db.Set<Case>().Where(m => m.Id == caseId).Select(m => new
            {
                m.Number,
                IsGuarded = m.IsConfidential || m.IsAboutPerson || m.Kind == CaseKind.Complaint,
                MayAct = db.Set<Case>().ActableBy(user).Any(a => a.Id == c.Id),
            }).First())
            .FirstOrDefaultAsync(cancellationToken);
        if (readable is null || await FindAsync(caseId, attachmentId, publicOnly: false, cancellationToken) is not { } file)
            return null;
        var purpose = user.PurposeOfReading(readable.MayAct);
        if (readable.IsGuarded || purpose is ReadPurpose.BreakGlass or ReadPurpose.Commission)
            await reads.NoteAsync(new Reading(ReadThing.CaseFile, attachmentId, readable.Number, ReadWay.File, purpose), cancellationToken);
        return file;
    }

    /// <summary>For the client whose key was checked: files they sent and files of letters that reached them.</summary>
    public Task<Download?> ForClientAsync(Guid caseId, Guid attachmentId, CancellationToken cancellationToken) =>
        FindAsync(caseId, attachmentId, publicOnly: true, cancellationToken);

    private async Task<Download?> FindAsync(Guid caseId, Guid attachmentId, bool publicOnly, CancellationToken cancellationToken)
    {
        var messages = db.Set<Message>().Where(m => m.CaseId == caseId);
        if (publicOnly)
            messages = db.Set<Message>().Where(m => m.CaseId == caseId || db.Set<Case>().Any(c => c.Id == m.CaseId && c.MergedIntoId == caseId && !c.HasOtherClient));
        if (publicOnly)
            messages = messages.Where(m => m.Direction == MessageDirection.FromClient || (m.Direction == MessageDirection.ToClient && m.DeliveryState == DeliveryState.Sent));
        var found = await messages.SelectMany(m => m.Attachments).Where(a => a.Id == attachmentId)
            .Select(a => new { a.FileName, a.ContentType, a.Hash }).SingleOrDefaultAsync(cancellationToken);
        return found is not null && files.Open(found.Hash) is { } content ? new Download(found.FileName, found.ContentType, content) : null;
    }
}
