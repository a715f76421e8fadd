using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>A file somebody sent: first it is read on trial.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Content">Its content, read once.</param>
public sealed record TryImport(ImportKind Kind, string FileName, Stream Content);

/// <summary>Takes the file into the store and asks for a trial.</summary>
public sealed class TryImportHandler(IServiceDeskDb db, IFileStore files, IJobBoard jobs, ICurrentUser user, TimeProvider time)
{
    /// <summary>The key of the trial. Refuses an empty file, and who may not take over such files.</summary>
    public async Task<Guid> HandleAsync(TryImport command, CancellationToken cancellationToken)
    {
        user.Demand(command.Kind.Right());
        var stored = await files.SaveAsync(command.Content, cancellationToken);
        if (stored.Size == 0)
            throw new Refusal("Cases.Import.FileMissing");
        var run = new ImportRun(command.Kind, FileNames.Show(command.FileName), stored.Hash, stored.Size, isTrial: true, user.AsActor(), time.GetUtcNow());
        db.Set<ImportRun>().Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.TriggerAsync(RunImportsJob.Name, cancellationToken);
        return run.Id;
    }
}

/// <summary>A trial whose records are to be taken over.</summary>
/// <param name="Kind">What the file holds; a trial of another kind is none.</param>
/// <param name="TrialId">The trial.</param>
public sealed record ConfirmImport(ImportKind Kind, Guid TrialId);

/// <summary>Asks for the taking over of a file that was tried.</summary>
public sealed class ConfirmImportHandler(IServiceDeskDb db, IFileStore files, IJobBoard jobs, ICurrentUser user, TimeProvider time)
{
    /// <summary>
    /// The key of the run; the one that waits already when it was asked for twice. Refuses what is no finished trial, a file kept too long ago,
    /// and who may not take over such files.
    /// </summary>
    public async Task<Guid> HandleAsync(ConfirmImport command, CancellationToken cancellationToken)
    {
        user.Demand(command.Kind.Right());
        var runs = db.Set<ImportRun>().AsNoTracking().Where(r => r.Kind == command.Kind);
        var trial = await runs.SingleOrDefaultAsync(r => r.Id == command.TrialId, cancellationToken);
        if (trial is not { IsTrial: true, State: ImportState.Done, Hash: { } hash })
            throw new Refusal("Cases.Import.TryFirst");
        var waiting = await runs.FirstOrDefaultAsync(r => r.Hash == hash && !r.IsTrial && r.FinishedAt == null, cancellationToken);
        if (waiting is not null)
            return waiting.Id;
        await using var content = files.Open(hash) ?? throw new Refusal("Cases.Import.FileGone");

        var run = new ImportRun(command.Kind, trial.FileName, hash, trial.Size, isTrial: false, user.AsActor(), time.GetUtcNow());
        db.Set<ImportRun>().Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.TriggerAsync(RunImportsJob.Name, cancellationToken);
        return run.Id;
    }
}

/// <summary>Rights over kinds of files.</summary>
internal static class ImportRights
{
    /// <summary>What whoever takes over such files must be allowed to do.</summary>
    public static Permission Right(this ImportKind kind) => kind == ImportKind.Clients ? Permission.ImportClients : Permission.ImportRegisters;
}
