using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>
/// Proposes what is past its term: adds it to the list that waits, or begins one. It never deletes. What is on hold, on a list already, or
/// was taken out not long ago is left alone.
/// </summary>
public sealed class ProposeRetentionHandler(
    IServiceDeskDb db, IEnumerable<IRetentionSource> sources, IEnumerable<IOwnTermSource> own, RegisterNumbers numbers, ProtectionStaff staff, LocalTime local, TimeProvider time)
{
    /// <summary>Rows of one kind added in one run; the rest comes with the next.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>Proposes what is due; the number of rows added.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var rules = await db.Set<RetentionRule>().AsNoTracking().ToDictionaryAsync(r => r.Kind, cancellationToken);
        await LapseAsync(today, now, cancellationToken);
        List<Due> due = [];
        foreach (var source in sources.OrderBy(s => s.Kind))
        {
            if (rules.TryGetValue(source.Kind, out var rule) && rule.MayGoIfClosedBy(today) is { } closedBy)
                due.AddRange((await source.FindAsync(closedBy, Excluded(source.Kind, today), MostAtOnce, cancellationToken)).Select(r => new Due(rule.Kind, r, rule.KeptThrough(r.ClosedOn)!.Value, rule.Basis)));
        }

        foreach (var source in own.OrderBy(s => s.Kind))
            due.AddRange((await source.FindAsync(today, Excluded(source.Kind, today), MostAtOnce, cancellationToken)).Select(r => new Due(source.Kind, r.Record, r.KeptThrough, r.Basis)));

        return due.Count == 0 ? 0 : await db.InTransactionAsync(token => AddAsync(due, now, token), cancellationToken);
    }

    /// <summary>Records that are not proposed now.</summary>
    private IQueryable<Guid> Excluded(RecordKind kind, DateOnly today) =>
        db.Set<RetentionRow>().Where(r => r.Kind == kind && (r.State != RetentionRowState.Kept || r.NotBefore > today
                || db.Set<RetentionList>().Any(l => l.Id == r.ListId && l.State == RetentionListState.Proposed))).Select(r => r.RecordId)
            .Concat(db.Set<LegalHold>().Where(h => h.Kind == kind && h.LiftedAt == null).Select(h => h.RecordId));

    /// <summary>Holds whose last day is over end before anything is looked for.</summary>
    private async Task LapseAsync(DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var hold in await db.Set<LegalHold>().Where(h => h.LiftedAt == null && h.UntilOn < today).ToListAsync(cancellationToken))
            hold.Lapse(now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<int> AddAsync(List<Due> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var list = await db.Set<RetentionList>().SingleOrDefaultAsync(l => l.State == RetentionListState.Proposed, cancellationToken);
        if (list is null)
        {
            var year = local.DateOf(now).Year;
            var (register, sequence) = await numbers.NextAsync(Register.RetentionLists, year, cancellationToken);
            list = new RetentionList(register, year, sequence, now);
            db.Set<RetentionList>().Add(list);
        }

        db.Set<RetentionRow>().AddRange(due.Select(d => new RetentionRow(
            list.Id, d.Kind, d.Record.RecordId, d.Record.Label, d.Record.Quantity, d.Record.ClosedOn, d.KeptThrough, d.Basis)));
        await staff.TellAsync(Permission.ApproveRetention, NoticeKind.RetentionProposed, $"{list.Id:N}", now, cancellationToken, list.Number);
        await db.SaveChangesAsync(cancellationToken);
        return due.Count;
    }

    private sealed record Due(RecordKind Kind, RetentionCandidate Record, DateOnly KeptThrough, string Basis);
}

/// <summary>Looks once a day for records past their term.</summary>
public sealed class ProposeRetentionJob(ProposeRetentionHandler propose) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await propose.HandleAsync(cancellationToken)} records proposed";
}
