using ServiceDesk.Application.Circulation;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents;

/// <summary>Steps on a document that has been written: number, correction, annulment, signature.</summary>
public sealed class TendDocumentHandler(DocumentDesk desk, DocumentPress press, RouteGate gate)
{
    /// <summary>Registers a draft: number, date and paper at once, or none of them. A second press finds it registered and changes nothing.</summary>
    /// <param name="id">The document.</param>
    /// <param name="seen">The version the page showed.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<string> RegisterAsync(Guid id, int? seen, CancellationToken cancellationToken) => desk.InOneStepAsync(async token =>
    {
        var document = await desk.LoadAsync(id, null, token);
        if (document is { State: DocumentState.Registered, Number: { } number })
            return number;
        document = await desk.LoadAsync(id, seen, token);
        await gate.DemandAsync(document, token);
        await press.EnterAsync(document, token);
        await desk.SaveAsync(document, token);
        return document.Number!;
    }, cancellationToken);

    /// <summary>Corrects a registered document under its number and prints it again; the earlier paper stays beside it.</summary>
    /// <param name="id">The document.</param>
    /// <param name="seen">The version the page showed.</param>
    /// <param name="head">The head from now on.</param>
    /// <param name="content">The content from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task CorrectAsync(Guid id, int? seen, DocumentHead head, DocumentBody content, string reason, CancellationToken cancellationToken) =>
        StepAsync(id, seen, async (document, token) =>
        {
            document.Correct(head, DocumentKinds.Write(content), reason, desk.Actor, desk.Now);
            await press.PrintAsync(document, token);
        }, cancellationToken);

    /// <summary>Annuls a registered document with a reason.</summary>
    public Task AnnulAsync(Guid id, int? seen, string reason, CancellationToken cancellationToken) =>
        StepAsync(id, seen, (document, _) => Done(() => document.Annul(reason, desk.Actor, desk.Now)), cancellationToken);

    /// <summary>Notes how and when a document was signed, with the file that came back; on paper there may be none.</summary>
    public Task SignAsync(Guid id, int? seen, SignatureKind how, DateOnly signedOn, AttachedFile? file, CancellationToken cancellationToken) =>
        StepAsync(id, seen, (document, _) => Done(() =>
        {
            document.Sign(how, signedOn, desk.Today, desk.Actor, desk.Now);
            if (file is not null)
                document.Keep(DocumentFileRole.Signed, file, desk.Actor, desk.Now);
        }), cancellationToken);

    private Task<bool> StepAsync(Guid id, int? seen, Func<Document, CancellationToken, Task> step, CancellationToken cancellationToken) => desk.InOneStepAsync(async token =>
    {
        var document = await desk.LoadAsync(id, seen, token);
        await step(document, token);
        await desk.SaveAsync(document, token);
        return true;
    }, cancellationToken);

    private static Task Done(Action step)
    {
        step();
        return Task.CompletedTask;
    }
}
