using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents;

/// <summary>Begins a draft or writes it on.</summary>
/// <param name="Id">The document; for a new one the form's one-time token.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Head">The head.</param>
/// <param name="Content">The kind's record.</param>
/// <param name="Seen">The version the page showed; null for a new one.</param>
/// <param name="CaseId">The case it belongs to; only said when it is begun.</param>
/// <param name="ClientId">The client it is for; only said when it is begun.</param>
/// <param name="ReplacesId">The registered document in whose place it is to stand; only said when it is begun.</param>
public sealed record WriteDocument(
    Guid Id, DocumentKind Kind, DocumentHead Head, DocumentBody Content, int? Seen, Guid? CaseId = null, Guid? ClientId = null, Guid? ReplacesId = null);

/// <summary>Keeps drafts. A form sent twice makes one document.</summary>
public sealed class WriteDocumentHandler(IServiceDeskDb db, DocumentDesk desk, ICurrentUser user)
{
    /// <summary>Saves the draft and gives its key.</summary>
    public Task<Guid> HandleAsync(WriteDocument command, CancellationToken cancellationToken) =>
        desk.InOneStepAsync(async token =>
        {
            var document = await db.Set<Document>().AnyAsync(d => d.Id == command.Id, token) ? await ChangeAsync(command, token) : await BeginAsync(command, token);
            await desk.SaveAsync(document, token);
            return document.Id;
        }, cancellationToken);

    private async Task<Document> BeginAsync(WriteDocument command, CancellationToken cancellationToken)
    {
        await desk.DemandPlaceAsync(command.Head.UnitId, command.CaseId, cancellationToken);
        var client = command.ClientId;
        if (client is { } card && !await db.Set<Domain.Clients.Client>().ClientsVisibleTo(user, db.Set<Case>()).AnyAsync(c => c.Id == card, cancellationToken))
            throw new Refusal("Cases.Refusal.NotAllowed");
        if (client is null && command.CaseId is { } caseId)
            client = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.ClientId).SingleAsync(cancellationToken);
        var document = Document.Begin(command.Id, command.Kind, command.Head, DocumentKinds.Write(command.Content), command.CaseId, client, desk.Actor, desk.Now);
        if (command.ReplacesId is { } earlier)
            document.Replace(await desk.LoadAsync(earlier, null, cancellationToken));
        db.Set<Document>().Add(document);
        return document;
    }

    private async Task<Document> ChangeAsync(WriteDocument command, CancellationToken cancellationToken)
    {
        var document = await desk.LoadAsync(command.Id, command.Seen, cancellationToken);
        await desk.DemandPlaceAsync(command.Head.UnitId, document.CaseId, cancellationToken);
        document.Write(command.Head, DocumentKinds.Write(command.Content), desk.Actor, desk.Now);
        return document;
    }
}
