using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>An act of the archive to be made.</summary>
public sealed record MakeArchiveAct
{
    /// <summary>One-time token of the form; becomes the key of act and document.</summary>
    public required Guid Token { get; init; }

    /// <summary>What it does.</summary>
    public required ArchiveActKind Kind { get; init; }

    /// <summary>The approved list to be destroyed.</summary>
    public Guid? ListId { get; init; }

    /// <summary>The files to be handed over.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>What it rests on: order with date and number.</summary>
    public string? Basis { get; init; }

    /// <summary>Who signs first: the chair of the commission, who hands over.</summary>
    public Guid? FirstId { get; init; }

    /// <summary>The others who sign: name, post, what they are.</summary>
    public IReadOnlyList<PersonLine> Members { get; init; } = [];

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>How it is destroyed, or what is handed over besides.</summary>
    public string? Method { get; init; }

    /// <summary>Number of the agreement of the National Archives.</summary>
    public string? Agreement { get; init; }

    /// <summary>Its local day.</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>Who takes over, between employees.</summary>
    public Guid? TakerId { get; init; }
}

/// <summary>
/// Makes an act of the archive: the same kind of document as any other act, registered and printed at once, with the list of everything the
/// files hold as its annex. Nothing is destroyed or handed over before it is signed.
/// </summary>
public sealed class MakeArchiveActHandler(
    IServiceDeskDb db, ArchiveDesk desk, ArchiveGoing going, ArchiveManifests manifests, ArchiveActTexts texts, DocumentPress press, DocumentDesk documents, IFileStore files, ICurrentUser user)
{
    /// <summary>Makes it; a form sent twice makes one. The number of the act.</summary>
    public Task<string> HandleAsync(MakeArchiveAct command, CancellationToken cancellationToken)
    {
        desk.Demand();
        return desk.InOneStepAsync(async token =>
        {
            if (await db.Set<Document>().Where(d => d.Id == command.Token).Select(d => d.Number).SingleOrDefaultAsync(token) is { } there)
                return there;
            var about = command.Kind == ArchiveActKind.Destruction
                ? await going.OfListAsync(command.ListId ?? throw new Refusal("Archive.Refusal.ListMissing"), token)
                : await going.OfFilesAsync(command.Files, command.Kind, token);
            var act = new ArchiveAct(command.Token, command.Kind, about.Files, command.Agreement, command.AgreedOn, desk.Today, desk.Actor, desk.Now);
            if (command.Kind == ArchiveActKind.BetweenEmployees)
                act.GivesTo(command.TakerId is { } taker && taker != command.FirstId ? taker : throw new Refusal("Archive.Refusal.TakerMissing"));
            if (command.ListId is { } list && command.Kind == ArchiveActKind.Destruction)
                act.Destroys(list);
            var manifest = await manifests.OfAsync(about.Listed, token);
            act.Lists(manifest.Sha256, manifest.Contents);
            var document = await DraftAsync(command, act, about, manifest, token);
            db.Set<Document>().Add(document);
            db.Set<ArchiveAct>().Add(act);
            await press.EnterAsync(document, token);
            if (manifest.Items.Count > 0)
            {
                using var content = new MemoryStream(manifest.File, writable: false);
                var stored = await files.SaveAsync(content, token);
                document.Keep(DocumentFileRole.Annex, new AttachedFile(ArchiveActTexts.AnnexName, "application/json", stored.Size, stored.Hash), desk.Actor, desk.Now);
            }

            await documents.SaveAsync(document, token);
            return document.Number!;
        }, cancellationToken);
    }

    private async Task<Document> DraftAsync(MakeArchiveAct command, ArchiveAct act, Going about, Manifest manifest, CancellationToken cancellationToken)
    {
        var first = await PersonAsync(command.FirstId, "Archive.Refusal.ChairMissing", cancellationToken);
        var taker = command.Kind == ArchiveActKind.BetweenEmployees ? await PersonAsync(command.TakerId, "Archive.Refusal.TakerMissing", cancellationToken) : null;
        var body = texts.Body(command, act, about, manifest, taker is null ? null : new PersonLine(taker.Name, taker.Post));
        var unit = user.UnitId ?? first.UnitId;
        var head = new DocumentHead { Subject = ArchiveActTexts.Subject(command.Kind), UnitId = unit, SignatoryId = first.Id, SignatoryName = first.Name, SignatoryPost = first.Post, IsSignedElectronically = true };
        return Document.Begin(command.Token, DocumentKind.Act, head, DocumentKinds.Write(body), null, null, desk.Actor, desk.Now);
    }

    private async Task<Person> PersonAsync(Guid? id, string missing, CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.Id == id && e.IsActive).Select(e => new Person(e.Id, e.Name + " " + e.Surname, e.Position, e.UnitId)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new Refusal(missing);

    private sealed record Person(Guid Id, string Name, string Post, Guid UnitId);
}
