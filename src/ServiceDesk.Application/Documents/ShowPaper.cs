using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Documents;

/// <summary>Shows the paper of a document on the screen: the same page that is printed.</summary>
public sealed class ShowPaperHandler(IServiceDeskDb db, DocumentKinds kinds, DocumentFaces faces, IDocumentHtml html, ReadLog reads, ICurrentUser user)
{
    /// <summary>The page; null when there is no document one may see.</summary>
    public async Task<string?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).Include(d => d.Editions).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is not { State: not DocumentState.Destroyed } found)
            return null;
        if (found.Access == DocumentAccessMark.Restricted)
            await reads.NoteAsync(new Reading(ReadThing.Document, found.Id, found.Number ?? "", ReadWay.Page), cancellationToken);
        var face = await faces.OfAsync(found, cancellationToken);
        return await html.RenderAsync(kinds.Of(found.Kind).Paper(face), face.Sheet, cancellationToken);
    }
}
