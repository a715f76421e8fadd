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

/// <summary>Takes over the records of an older register. The old number is a record's identity: what is there stays as it is.</summary>
public sealed class RegisterImporter(
    IServiceDeskDb db, RegisterNumbers numbers, ClockStarter clocks, IOptions<ImportOptions> options, LocalTime local, TimeProvider time) : FileImporter<OldRecord>(db, time)
{
    private readonly IServiceDeskDb db = db;

    private Guid unassigned;
    private Guid fallback;

    /// <inheritdoc/>
    public override ImportKind Kind => ImportKind.Cases;

    /// <inheritdoc/>
    protected override async Task<Func<int, IReadOnlyList<string>, bool, OldRecord>> PrepareAsync(IReadOnlyList<string> heading, DateTimeOffset now, CancellationToken cancellationToken) =>
        OldRegisterReader.IsHeading(heading)
            ? new OldRegisterReader(heading, await UnitsAsync(cancellationToken), local, now).Read
            : throw new Refusal("Cases.Import.HeadingUnknown");

    /// <inheritdoc/>
    protected override async Task<TakenOver> TakeAsync(ImportRun run, IReadOnlyList<OldRecord> batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accepted = batch.Where(o => o.IsAccepted).ToList();
        var there = await ThereAsync(accepted, cancellationToken);
        var fresh = accepted.Where(o => !there.Contains(o.Number)).ToList();
        if (!run.IsTrial)
            db.Set<Case>().AddRange(await CasesAsync(fresh, new Actor(run.StartedById, run.StartedByName), now, cancellationToken));
        return new TakenOver(
            fresh.Count,
            there.Count,
            [.. batch.Where(o => !there.Contains(o.Number) || !o.IsAccepted).SelectMany(o => o.Remarks.Select(remark => new ImportLine(run.Id, o.Record, o.Number, remark)))]);
    }

    /// <inheritdoc/>
    protected override OldRecord NotSaved(OldRecord record) => OldRecord.KeptOut(record.Record, record.Number, ImportRemark.NotSaved);

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
