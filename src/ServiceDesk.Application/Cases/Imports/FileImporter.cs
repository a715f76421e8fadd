using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>A record of a file, understood.</summary>
public interface IArrivedRecord
{
    /// <summary>Its place; the heading is 1.</summary>
    int Record { get; }

    /// <summary>Whether it may be taken over.</summary>
    bool IsAccepted { get; }

    /// <summary>Characters it holds, more or less.</summary>
    int Length { get; }
}

/// <summary>What became of some records.</summary>
/// <param name="Imported">Taken over; in a trial those that would be.</param>
/// <param name="AlreadyThere">There already.</param>
/// <param name="Lines">What is to be said about them.</param>
public sealed record TakenOver(int Imported, int AlreadyThere, IReadOnlyList<ImportLine> Lines);

/// <summary>Takes over what a kind of files holds.</summary>
public interface IFileImporter
{
    /// <summary>The kind.</summary>
    ImportKind Kind { get; }

    /// <summary>Reads a file to its end for a run that has begun. Refuses a file whose heading names other columns.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="content">The file; its position can be set.</param>
    /// <param name="progressed">Told after each save.</param>
    /// <param name="cancellationToken">Stops between two saves.</param>
    Task RunAsync(Guid runId, Stream content, Action<ImportRun>? progressed, CancellationToken cancellationToken);
}

/// <summary>
/// Takes over the records of a file, a hundred a save, so that memory stays flat however long the file is. What is wrong with a record
/// keeps only that record out. Progress and remarks are saved together with what they tell of, so a reading that was cut goes on where it stopped.
/// </summary>
public abstract class FileImporter<TRecord>(IServiceDeskDb db, TimeProvider time) : IFileImporter
    where TRecord : IArrivedRecord
{
    /// <summary>Records of one save.</summary>
    public const int Batch = 100;

    private const int MostCharacters = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public abstract ImportKind Kind { get; }

    /// <inheritdoc/>
    public async Task RunAsync(Guid runId, Stream content, Action<ImportRun>? progressed, CancellationToken cancellationToken)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
        using var file = await CsvFile.OpenAsync(content, cancellationToken);
        var csv = file.Records;
        var read = await PrepareAsync(await csv.ReadAsync(cancellationToken) ?? [], time.GetUtcNow(), cancellationToken);
        List<TRecord> batch = [];
        var characters = 0L;
        var place = ImportLine.Heading;
        while (await csv.ReadAsync(cancellationToken) is { } fields)
        {
            place++;
            if (fields.All(f => f.Length == 0))
                continue; // An empty line, mostly the last one.
            var record = read(place, fields, csv.IsCut);
            if (place <= run.LastRecord)
                continue; // Done before the reading was cut; the reader only had to see it.
            batch.Add(record);
            characters += record.Length;
            if (batch.Count < Batch && characters < MostCharacters)
                continue;
            run = await SaveAsync(run, batch, content.Position, cancellationToken);
            progressed?.Invoke(run);
            batch.Clear();
            characters = 0;
        }

        if (batch.Count == 0)
            return;
        run = await SaveAsync(run, batch, content.Position, cancellationToken);
        progressed?.Invoke(run);
    }

    /// <summary>How the records under a heading are understood: their place, their fields, whether they were cut. Refuses a heading of other columns.</summary>
    protected abstract Task<Func<int, IReadOnlyList<string>, bool, TRecord>> PrepareAsync(IReadOnlyList<string> heading, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds what the accepted records hold, except in a trial, and tells about all. It is saved afterwards.</summary>
    protected abstract Task<TakenOver> TakeAsync(ImportRun run, IReadOnlyList<TRecord> batch, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The record kept out, because it cannot be saved.</summary>
    protected abstract TRecord NotSaved(TRecord record);

    /// <summary>The records given to <see cref="TakeAsync"/> last are saved.</summary>
    protected virtual void Saved(ImportRun run)
    {
    }

    /// <summary>Saves a batch; if it is refused, each record by itself, so that one cannot stop the rest.</summary>
    private async Task<ImportRun> SaveAsync(ImportRun run, IReadOnlyList<TRecord> batch, long position, CancellationToken cancellationToken)
    {
        try
        {
            return await SaveOnceAsync(run, batch, position, cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateException or Refusal)
        {
            db.Forget();
        }

        foreach (var record in batch)
        {
            try
            {
                run = await SaveOnceAsync(run, [record], position, cancellationToken);
            }
            catch (Exception e) when (e is DbUpdateException or Refusal)
            {
                db.Forget();
                run = await SaveOnceAsync(run, [NotSaved(record)], position, cancellationToken);
            }
        }

        return run;
    }

    private async Task<ImportRun> SaveOnceAsync(ImportRun run, IReadOnlyList<TRecord> batch, long position, CancellationToken cancellationToken)
    {
        var saved = await db.InTransactionAsync(async token =>
        {
            var now = time.GetUtcNow();
            var taken = await TakeAsync(run, batch, now, token);
            db.Set<ImportLine>().AddRange(taken.Lines);
            var tracked = await db.Set<ImportRun>().SingleAsync(r => r.Id == run.Id, token);
            var warnings = taken.Lines.Count(l => !ImportLine.KeepsOut(l.Remark) && l.Remark != ImportRemark.ClientKnown);
            tracked.Advance(batch[^1].Record, position, batch.Count, taken.Imported, taken.AlreadyThere, batch.Count(r => !r.IsAccepted), warnings, now);
            await db.SaveChangesAsync(token);
            return tracked;
        }, cancellationToken);
        db.Forget();
        Saved(run);
        return saved;
    }
}
