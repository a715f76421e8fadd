using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>What the paper of a letter says and its message does not.</summary>
/// <param name="Addressee">Whom it is for, as on the envelope.</param>
/// <param name="Subject">What it is about, without "Par".</param>
public sealed record LetterRegistration(string? Addressee, string? Subject);

/// <summary>
/// Letters of a case that leave the house as registered documents. The document has the key of its message: a form sent twice makes
/// one of each, and who takes the message back finds the document.
/// </summary>
public sealed class RegisteredLetters(
    IServiceDeskDb db, DocumentDesk desk, DocumentPress press, DocumentProposals proposals, LetterComposer composer, ICurrentUser user)
{
    /// <summary>Sends message and document whole or not at all; without registration as it is.</summary>
    /// <exception cref="StaleCase">Somebody saved the case after the page was shown.</exception>
    public async Task SendingAsync(LetterRegistration? registration, SeenCase? seen, Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        if (registration is null)
        {
            await send(cancellationToken);
            return;
        }

        try
        {
            await desk.InOneStepAsync(async token =>
            {
                await send(token);
                return true;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleCase(seen?.At ?? DateTimeOffset.MinValue);
        }
    }

    /// <summary>
    /// Registers the letter, prints it and encloses the paper before all other files. Call after the message was dispatched, so that the letters
    /// of other clients of the case are copied without this client's paper, and before it is saved.
    /// </summary>
    /// <exception cref="Refusal">It cannot be registered or printed; then the message must not leave either.</exception>
    public async Task EncloseAsync(Case item, Message message, LetterRegistration? registration, CancellationToken cancellationToken)
    {
        if (registration is null)
            return;
        if (message.Delivery == Delivery.Phone)
            throw new Refusal("Correspondence.Registered.NotByPhone");
        await desk.DemandPlaceAsync(item.UnitId, item.Id, cancellationToken);
        // Null for who may not know the client: their name and address are for nobody's paper then.
        var proposal = await proposals.ForAsync(item.Id, null, cancellationToken) ?? throw new Refusal("Cases.Refusal.NotAllowed");
        try
        {
            var document = Document.Begin(
                message.Id, DocumentKind.Letter, await HeadAsync(proposal.Head, item, message, registration, cancellationToken),
                DocumentKinds.Write(Body(item, message, registration)), item.Id, item.ClientId, desk.Actor, desk.Now);
            db.Set<Document>().Add(document);
            await press.EnterAsync(document, cancellationToken);
            db.Set<DocumentWord>().AddRange(DocumentWord.Of(document));
            var paper = document.Files.Single(f => f.Role == DocumentFileRole.Printed);
            message.Enclose(new AttachedFile(paper.FileName, paper.ContentType, paper.Size, paper.Hash));
        }
        catch (Refusal refusal)
        {
            throw new Refusal("Correspondence.Registered.NotSent", Texts.Current[refusal.Key, [.. refusal.Arguments]]);
        }
    }

    /// <summary>Annuls the document of a letter that is taken back.</summary>
    /// <returns>Hashes of its paper; empty when the letter was not registered.</returns>
    public async Task<IReadOnlyCollection<string>> AnnulTakenBackAsync(Guid caseId, Guid messageId, CancellationToken cancellationToken)
    {
        var document = await db.Set<Document>().Include(d => d.Files).Include(d => d.Events).SingleOrDefaultAsync(d => d.Id == messageId && d.CaseId == caseId, cancellationToken);
        if (document is null)
            return [];
        if (document.State == DocumentState.Registered)
            document.Annul(Texts.In("lv")["Correspondence.Registered.TakenBack"], desk.Actor, desk.Now);
        return [.. document.Files.Where(f => f.Role == DocumentFileRole.Printed).Select(f => f.Hash)];
    }

    /// <summary>Whoever writes signs, as in the message. Nobody has signed electronically what leaves in a moment; only an e-address letter is signed on its way.</summary>
    private async Task<DocumentHead> HeadAsync(DocumentHead proposed, Case item, Message message, LetterRegistration registration, CancellationToken cancellationToken)
    {
        var signatory = await composer.SignatoryAsync(cancellationToken);
        return proposed with
        {
            Subject = string.IsNullOrWhiteSpace(registration.Subject) ? item.Subject : registration.Subject,
            SignatoryId = user.EmployeeId,
            SignatoryName = signatory.Name,
            SignatoryPost = signatory.Position,
            IsSignedElectronically = message.Delivery == Delivery.EAddress,
        };
    }

    private static LetterBody Body(Case item, Message message, LetterRegistration registration)
    {
        var parts = message.Letter;
        return new LetterBody
        {
            AddresseeName = string.IsNullOrWhiteSpace(registration.Addressee) ? item.Contact.Name : registration.Addressee.Trim(),
            AddresseeAddress = item.Contact.Address,
            AddresseeEmail = item.Contact.Email,
            InReplyToDate = item.ReceivedOn,
            InReplyToNumber = parts?.ClientNumber is { } theirs ? $"{theirs} ({item.Number})" : item.Number,
            Salutation = parts?.Salutation,
            Body = parts is null ? message.Text : string.Join("\n\n", new[] { parts.Body, parts.NextSteps }.Where(p => !string.IsNullOrWhiteSpace(p))),
            PromisedOn = message.PromisedOn,
            IsUnsigned = message.Delivery is Delivery.Email or Delivery.TrackingPage,
            Attachments = [.. message.Attachments.OrderBy(a => a.Ordinal).Select(a => new AttachmentLine(Path.GetFileNameWithoutExtension(a.FileName), null))],
        };
    }
}
