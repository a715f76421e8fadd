using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>A file of the Enterprise Register to read at once, from the command line.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Content">Its content; the position can be set.</param>
/// <param name="IsTrial">Whether nothing is to be changed.</param>
/// <param name="Progressed">Told now and then.</param>
public sealed record ImportCompanies(string FileName, Stream Content, bool IsTrial, Action<CompanyImport>? Progressed = null);

/// <summary>Reads a file of the Enterprise Register to its end while somebody waits.</summary>
public sealed class ImportCompaniesHandler(IServiceDeskDb db, CompanyImporter importer, TimeProvider time)
{
    /// <summary>The key of the finished run. Refuses a file whose heading names other columns, and one that cannot be whole.</summary>
    public async Task<Guid> HandleAsync(ImportCompanies command, CancellationToken cancellationToken)
    {
        var run = new CompanyImport(FileNames.Show(command.FileName), null, command.Content.Length, command.IsTrial, Actor.System, time.GetUtcNow());
        db.Set<CompanyImport>().Add(run);
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();
        try
        {
            await importer.RunAsync(run.Id, command.Content, command.Progressed, cancellationToken);
            return run.Id;
        }
        catch (Exception e)
        {
            db.Forget();
            (await db.Set<CompanyImport>().SingleAsync(r => r.Id == run.Id, CancellationToken.None)).Fail((e as Refusal)?.Key ?? "Clients.Companies.Interrupted", time.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
    }
}

/// <summary>A file of the Enterprise Register somebody sent.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Content">Its content, read once.</param>
/// <param name="IsTrial">Whether it is only to be tried.</param>
public sealed record SendCompanies(string FileName, Stream Content, bool IsTrial);

/// <summary>Takes the file into the store and asks for its reading.</summary>
public sealed class SendCompaniesHandler(IServiceDeskDb db, IFileStore files, IJobBoard jobs, ICurrentUser user, TimeProvider time)
{
    /// <summary>The key of the run. Refuses an empty file, and whoever may not keep the look-up table.</summary>
    public async Task<Guid> HandleAsync(SendCompanies command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageCompanies))
            throw new Refusal("Clients.Companies.Forbidden");
        var stored = await files.SaveAsync(command.Content, cancellationToken);
        if (stored.Size == 0)
            throw new Refusal("Clients.Companies.FileMissing");
        return await AskAsync(new CompanyImport(FileNames.Show(command.FileName), stored.Hash, stored.Size, command.IsTrial, user.AsActor(), time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Asks for the reading of a file that was tried; the one that waits already when it was asked for twice. Refuses what is no finished trial, and a file not kept any more.</summary>
    public async Task<Guid> ConfirmAsync(Guid trialId, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageCompanies))
            throw new Refusal("Clients.Companies.Forbidden");
        var trial = await db.Set<CompanyImport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == trialId, cancellationToken);
        if (trial is not { IsTrial: true, State: ImportState.Done, Hash: { } hash })
            throw new Refusal("Clients.Companies.TryFirst");
        var waiting = await db.Set<CompanyImport>().AsNoTracking().FirstOrDefaultAsync(r => r.Hash == hash && !r.IsTrial && r.FinishedAt == null, cancellationToken);
        if (waiting is not null)
            return waiting.Id;
        await using (files.Open(hash) ?? throw new Refusal("Clients.Companies.FileGone"))
            return await AskAsync(new CompanyImport(trial.FileName, hash, trial.Size, isTrial: false, user.AsActor(), time.GetUtcNow()), cancellationToken);
    }

    private async Task<Guid> AskAsync(CompanyImport run, CancellationToken cancellationToken)
    {
        db.Set<CompanyImport>().Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.TriggerAsync(RunCompanyImportsJob.Name, cancellationToken);
        return run.Id;
    }
}

/// <summary>Reads the files that were sent on the page, one after the other; one that was cut begins anew.</summary>
public sealed class RunCompanyImportsHandler(IServiceDeskDb db, CompanyImporter importer, IFileStore files, TimeProvider time)
{
    /// <summary>How many files were read.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        for (var read = 0; ; read++)
        {
            db.Forget();
            var run = await db.Set<CompanyImport>()
                .Where(r => r.Hash != null && (r.State == ImportState.Waiting || r.State == ImportState.Running))
                .OrderBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
            if (run is null)
                return read;
            run.Begin(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            var (id, hash) = (run.Id, run.Hash!);
            db.Forget();
            try
            {
                await using var content = files.Open(hash) ?? throw new Refusal("Clients.Companies.FileGone");
                await importer.RunAsync(id, content, null, cancellationToken);
            }
            catch (Refusal refusal)
            {
                db.Forget();
                (await db.Set<CompanyImport>().SingleAsync(r => r.Id == id, cancellationToken)).Fail(refusal.Key, time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }
}

/// <summary>Reads what waits to be read; asked for at once when a file was sent.</summary>
public sealed class RunCompanyImportsJob(RunCompanyImportsHandler run) : IJob
{
    /// <summary>Name of the job.</summary>
    public const string Name = "RunCompanyImports";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await run.HandleAsync(cancellationToken)} files of the Enterprise Register read";
}
