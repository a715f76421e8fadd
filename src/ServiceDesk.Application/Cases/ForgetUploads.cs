using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Application.Cases;

/// <summary>
/// Deletes files that came with a form nobody finished: data without a purpose is not kept (GDPR art. 5). A form may be finished
/// within a day; files are looked at after two.
/// </summary>
public sealed class ForgetUploadsHandler(IServiceDeskDb db, IFileStore files)
{
    /// <summary>How long a file may wait for its form.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromDays(2);

    private const int Batch = 500;

    /// <summary>Deletes what belongs to no message; tells how many files that were.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var forgotten = 0;
        foreach (var hashes in files.OlderThan(Waiting).Chunk(Batch))
        {
            var used = await db.Set<Attachment>().Where(a => hashes.Contains(a.Hash)).Select(a => a.Hash).Distinct().ToListAsync(cancellationToken);
            used.AddRange(await db.Set<ImportRun>().Where(i => i.FinishedAt == null && i.Hash != null && hashes.Contains(i.Hash)).Select(i => i.Hash!).ToListAsync(cancellationToken));
            used.AddRange(await db.Set<CompanyImport>().Where(i => i.FinishedAt == null && i.Hash != null && hashes.Contains(i.Hash)).Select(i => i.Hash!).ToListAsync(cancellationToken));
            used.AddRange(await db.Set<DraftFile>().Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(cancellationToken));
            used.AddRange(await db.Set<DocumentFile>().Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(cancellationToken));
            used.AddRange(await db.Set<ImprovementEvidence>().Where(e => e.Hash != null && hashes.Contains(e.Hash)).Select(e => e.Hash!).Distinct().ToListAsync(cancellationToken));
            forgotten += hashes.Except(used).Count(hash => files.Remove(hash, Waiting));
        }

        return forgotten;
    }
}

/// <summary>Forgets abandoned uploads a few times a day.</summary>
public sealed class ForgetUploadsJob(ForgetUploadsHandler forget) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await forget.HandleAsync(cancellationToken)} abandoned files deleted";
}
