using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents;

/// <summary>What every step on a document needs: finding it under one's rights, and a save that says when somebody else was faster.</summary>
public sealed class DocumentDesk(IServiceDeskDb db, IEnumerable<IFollowsDocument> followers, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Who is at work, as the history records them.</summary>
    public Actor Actor => user.AsActor();

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The local day.</summary>
    public DateOnly Today => local.DateOf(Now);

    /// <summary>Refuses who lacks the permission.</summary>
    public void Demand(Permission permission)
    {
        if (!user.May(permission))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    /// <summary>The document for a step of who may write it, whole. Refuses one out of reach and one that has changed since it was seen.</summary>
    /// <param name="id">The document.</param>
    /// <param name="seen">The version the page showed; null skips the check.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Document> LoadAsync(Guid id, int? seen, CancellationToken cancellationToken)
    {
        var document = await db.Set<Document>().DocumentsWritableBy(user, db.Set<Case>()).Include(d => d.Editions).Include(d => d.Files)
            .SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new Refusal("Cases.Refusal.NotAllowed");
        if (seen is { } version && version != document.Version)
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        return document;
    }

    /// <summary>Refuses to write in the name of a unit or for a case one does not work in.</summary>
    public async Task DemandPlaceAsync(Guid unitId, Guid? caseId, CancellationToken cancellationToken)
    {
        Demand(Permission.WriteDocuments);
        var reaches = caseId is { } id
            ? await db.Set<Case>().ActableBy(user).AnyAsync(c => c.Id == id, cancellationToken)
            : user.May(Permission.ReadAllCases) || unitId == user.UnitId || user.HeadedUnitIds.Contains(unitId);
        if (!reaches)
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    /// <summary>Saves the document and its words; a save that lost the race says so.</summary>
    public async Task SaveAsync(Document document, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var follower in followers)
                await follower.FollowAsync(document, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await db.Set<DocumentWord>().Where(w => w.DocumentId == document.Id).ExecuteDeleteAsync(cancellationToken);
            db.Set<DocumentWord>().AddRange(DocumentWord.Of(document));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        }
    }

    /// <summary>Runs a step whole or not at all; again when the first number of a year was taken at the same moment.</summary>
    public async Task<T> InOneStepAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(step, cancellationToken);
            }
            catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException && attempt < Attempts)
            {
                db.Forget();
            }
        }
    }
}
