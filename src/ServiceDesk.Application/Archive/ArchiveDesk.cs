using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Archive;

/// <summary>What every step of the archive needs: the right to make it, the day, and a save that says when somebody else was faster.</summary>
public sealed class ArchiveDesk(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Who is at work, as the history records them.</summary>
    public Actor Actor => user.AsActor();

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The local day.</summary>
    public DateOnly Today => local.DateOf(Now);

    /// <summary>Refuses who does not keep the archive.</summary>
    public void Demand()
    {
        if (!user.May(Permission.FileDocuments))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    /// <summary>A file for a step on it. Refuses a page that is older than the file.</summary>
    public async Task<ArchiveFile> FileAsync(Guid id, int? seen, CancellationToken cancellationToken)
    {
        Demand();
        var file = await db.Set<ArchiveFile>().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) ?? throw new Refusal("Archive.Refusal.FileUnknown");
        RefuseIfStale(file, seen);
        return file;
    }

    /// <summary>Refuses a page that is older than the thing.</summary>
    public static void RefuseIfStale(IVersioned thing, int? seen)
    {
        if (seen is { } version && version != thing.Version)
            throw new Refusal("Archive.Refusal.ChangedMeanwhile");
    }

    /// <summary>Saves; a save that lost the race says so.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Archive.Refusal.ChangedMeanwhile");
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
