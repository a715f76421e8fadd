using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>Reads the files that were sent on the page, one after the other; one that was cut goes on where it stopped.</summary>
public sealed class RunImportsHandler(IServiceDeskDb db, IEnumerable<IFileImporter> importers, IFileStore files, TimeProvider time)
{
    /// <summary>How many files were read.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        for (var read = 0; ; read++)
        {
            db.Forget();
            var run = await db.Set<ImportRun>()
                .Where(r => r.Hash != null && (r.State == ImportState.Waiting || r.State == ImportState.Running))
                .OrderBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
            if (run is null)
                return read;
            run.Begin(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await ReadAsync(run.Id, run.Kind, run.Hash!, cancellationToken);
        }
    }

    private async Task ReadAsync(Guid id, ImportKind kind, string hash, CancellationToken cancellationToken)
    {
        db.Forget();
        string? fault = null;
        try
        {
            await using var content = files.Open(hash) ?? throw new Refusal("Cases.Import.FileGone");
            await importers.Single(i => i.Kind == kind).RunAsync(id, content, null, cancellationToken);
        }
        catch (Refusal refusal)
        {
            fault = refusal.Key;
        }

        db.Forget();
        var run = await db.Set<ImportRun>().SingleAsync(r => r.Id == id, cancellationToken);
        if (fault is null)
            run.Finish(time.GetUtcNow());
        else
            run.Fail(fault, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Reads what waits to be read; asked for at once when a file was sent.</summary>
public sealed class RunImportsJob(RunImportsHandler run) : IJob
{
    /// <summary>Name of the job.</summary>
    public const string Name = "RunImports";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await run.HandleAsync(cancellationToken)} files read";
}
