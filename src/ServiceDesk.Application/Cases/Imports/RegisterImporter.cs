using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>
/// Takes over the records of an older register, a hundred cases a save, so that memory stays flat however long the file is. What is
/// wrong with a record keeps only that record out. The old number is a record's identity: what is there stays as it is. Progress and
/// remarks are saved together with the cases they tell of, so a reading that was cut goes on where it stopped.
/// </summary>
public sealed class RegisterImporter(
    IServiceDeskDb db, RegisterNumbers numbers, ClockStarter clocks, IOptions<ImportOptions> options, LocalTime local, TimeProvider time)
{
    /// <summary>Records of one save.</summary>
    public const int Batch = 100;

    private const int MostCharacters = 4 * 1024 * 1024;

    private Guid unassigned;
    private Guid fallback;

    /// <summary>Reads a file to its end for a run that has begun. Refuses a file whose heading names other columns.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="content">The file; its position can be set.</param>
    /// <param name="progressed">Told after each save.</param>
    /// <param name="cancellationToken">Stops between two saves.</param>
    public async Task RunAsync(Guid runId, Stream content, Action<ImportRun>? progressed, CancellationToken cancellationToken)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == runId, cancellationToken);
        var units = await UnitsAsync(cancellationToken);
        var encoding = await RegisterEncoding.DetectAsync(content, cancellationToken);
        using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var csv = new CsvReader(text);
        if (await csv.ReadAsync(cancellationToken) is not { } heading || !OldRegisterReader.IsHeading(heading))
            throw new Refusal("Cases.Import.HeadingUnknown");

        var register = new OldRegisterReader(heading, units, local, time.GetUtcNow());
        List<OldRecord> batch = [];
        var characters = 0L;
        var record = 1;
        while (await csv.ReadAsync(cancellationToken) is { } fields)
        {
            record++;
            if (fields is [""])
                continue; // An empty line, mostly the last one.
            var old = register.Read(record, fields, csv.IsCut);
            if (record <= run.LastRecord)
                continue; // Done before the reading was cut; only its number was of interest.
            batch.Add(old);
            characters += old.Text.Length;
            if (batch.Count < Batch && characters < MostCharacters)
                continue;
            var saved = await SaveAsync(run, batch, content.Position, cancellationToken);
            progressed?.Invoke(saved);
            batch.Clear();
            characters = 0;
        }

        if (batch.Count == 0)
            return;
        var last = await SaveAsync(run, batch, content.Position, cancellationToken);
        progressed?.Invoke(last);
    }

    private async Task<Dictionary<string, Guid>> UnitsAsync(CancellationToken cancellationToken)
    {
        var topic = await db.Set<Topic>().AsNoTracking().Where(t => t.IsFallback).Select(t => new { t.Id, t.UnitId }).FirstAsync(cancellationToken);
        (fallback, unassigned) = (topic.Id, topic.UnitId);
        var units = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var unit in await db.Set<OrgUnit>().AsNoTracking().OrderBy(u => u.Id).Select(u => new { u.Id, u.Name }).ToListAsync(cancellationToken))
            units.TryAdd(OldRegisterReader.Tidy(unit.Name), unit.Id);
        foreach (var (old, ours) in options.Value.FormerUnits)
        {
            if (units.TryGetValue(OldRegisterReader.Tidy(ours), out var id))
                units.TryAdd(OldRegisterReader.Tidy(old), id);
        }

        return units;
    }

    /// <summary>Saves a batch; if the database refuses it, each record by itself, so that one cannot stop the rest.</summary>
    private async Task<ImportRun> SaveAsync(ImportRun run, IReadOnlyList<OldRecord> batch, long position, CancellationToken cancellationToken)
    {
        try
        {
            return await SaveOnceAsync(run, batch, position, cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Forget();
        }

        foreach (var old in batch)
        {
            try
            {
                run = await SaveOnceAsync(run, [old], position, cancellationToken);
            }
            catch (DbUpdateException)
            {
                db.Forget();
                run = await SaveOnceAsync(run, [OldRecord.KeptOut(old.Record, old.Number, ImportRemark.NotSaved)], position, cancellationToken);
            }
        }

        return run;
    }

    private async Task<ImportRun> SaveOnceAsync(ImportRun run, IReadOnlyList<OldRecord> batch, long position, CancellationToken cancellationToken)
    {
        var saved = await db.InTransactionAsync(async token =>
        {
            var accepted = batch.Where(o => o.IsAccepted).ToList();
            var there = await ThereAsync(accepted, token);
            var fresh = accepted.Where(o => !there.Contains(o.Number)).ToList();
            var now = time.GetUtcNow();
            if (!run.IsTrial)
                db.Set<Case>().AddRange(await CasesAsync(fresh, new Actor(run.StartedById, run.StartedByName), now, token));

            var lines = batch.Where(o => !there.Contains(o.Number) || !o.IsAccepted)
                .SelectMany(o => o.Remarks.Select(remark => new ImportLine(run.Id, o.Record, o.Number, remark))).ToList();
            db.Set<ImportLine>().AddRange(lines);
            var tracked = await db.Set<ImportRun>().SingleAsync(r => r.Id == run.Id, token);
            var rejected = batch.Count - accepted.Count;
            tracked.Advance(batch[^1].Record, position, batch.Count, fresh.Count, there.Count, rejected, lines.Count - rejected, now);
            await db.SaveChangesAsync(token);
            return tracked;
        }, cancellationToken);
        db.Forget();
        return saved;
    }

    private async Task<HashSet<string>> ThereAsync(List<OldRecord> accepted, CancellationToken cancellationToken)
    {
        var wanted = accepted.Select(o => o.Number).ToArray();
        return [.. await db.Set<Case>().Where(c => c.OldNumber != null && wanted.Contains(c.OldNumber)).Select(c => c.OldNumber!).ToListAsync(cancellationToken)];
    }

    private async Task<List<Case>> CasesAsync(List<OldRecord> fresh, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var made = new List<Case>(fresh.Count);
        foreach (var year in fresh.GroupBy(o => local.DateOf(o.ReceivedAt).Year).OrderBy(g => g.Key))
        {
            var (register, next) = await numbers.TakeAsync(Register.Imported, year.Key, year.Count(), cancellationToken);
            foreach (var old in year)
                made.Add(await CaseAsync(old, register, year.Key, next++, by, now, cancellationToken));
        }

        return made;
    }

    private async Task<Case> CaseAsync(OldRecord old, Register register, int year, int sequence, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isFormal = old.Kind == CaseKind.Submission;
        var item = Case.TakeOver(
            new Receipt
            {
                Register = register,
                Year = year,
                Sequence = sequence,
                Kind = old.Kind,
                Channel = old.Channel,
                IsFormal = isFormal,
                Subject = old.Subject,
                Text = old.Text,
                TopicId = fallback,
                UnitId = old.UnitId ?? unassigned,
                RegisteredBy = Actor.System,
                Contact = old.Contact,
                ReceivedAt = old.ReceivedAt,
                ReceivedOn = local.DateOf(old.ReceivedAt),
                RegisteredAt = old.ReceivedAt,
            },
            old.Number,
            old.AnsweredAt,
            old.IsClosed ? old.AnsweredAt ?? old.ReceivedAt : null,
            by,
            now);
        if (old.IsOwed)
        {
            var schedule = await clocks.ScheduleAsync(old.Kind, old.Channel, Audience.External, isFormal, old.ReceivedAt, cancellationToken);
            schedule.StartOn(item, now);
        }

        return item;
    }
}
