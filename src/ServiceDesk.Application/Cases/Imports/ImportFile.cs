using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>A file to read at once, from the command line.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Content">Its content; the position can be set.</param>
/// <param name="IsTrial">Whether nothing is to be taken over.</param>
/// <param name="Progressed">Told after each save.</param>
public sealed record ImportFile(ImportKind Kind, string FileName, Stream Content, bool IsTrial, Action<ImportRun>? Progressed = null);

/// <summary>Reads a file to its end while somebody waits.</summary>
public sealed class ImportFileHandler(IServiceDeskDb db, IEnumerable<IFileImporter> importers, TimeProvider time)
{
    /// <summary>The key of the finished run. Refuses a file whose heading names other columns.</summary>
    public async Task<Guid> HandleAsync(ImportFile command, CancellationToken cancellationToken)
    {
        var run = new ImportRun(command.Kind, FileNames.Show(command.FileName), null, command.Content.Length, command.IsTrial, Actor.System, time.GetUtcNow());
        db.Set<ImportRun>().Add(run);
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();
        try
        {
            await importers.Single(i => i.Kind == command.Kind).RunAsync(run.Id, command.Content, command.Progressed, cancellationToken);
            await EndAsync(run.Id, r => r.Finish(time.GetUtcNow()));
            return run.Id;
        }
        catch (Exception e)
        {
            await EndAsync(run.Id, r => r.Fail((e as Refusal)?.Key ?? "Cases.Import.Interrupted", time.GetUtcNow()));
            throw;
        }
    }

    private async Task EndAsync(Guid id, Action<ImportRun> end)
    {
        db.Forget();
        end(await db.Set<ImportRun>().SingleAsync(r => r.Id == id, CancellationToken.None));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
