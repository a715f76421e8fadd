using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>
/// A case offered and neither accepted nor returned by the end of the next working day is told to the head of the unit it was offered
/// to, and to whoever still answers for it. Once for each offer.
/// </summary>
public sealed class RemindOfHandOversHandler(IServiceDeskDb db, CalendarProvider calendars, UnitHeads heads, LocalTime local, TimeProvider time)
{
    /// <summary>Writes the notices due now; their number.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var calendar = await calendars.GetAsync(cancellationToken);
        var offered = await db.Set<Case>().AsNoTracking().Where(c => c.OfferedAt != null && c.State != CaseState.Closed)
            .Select(c => new { c.Id, c.Number, At = c.OfferedAt!.Value, Unit = c.OfferedUnitId!.Value, c.AssigneeId }).ToListAsync(cancellationToken);
        List<Notice> wanted = [];
        foreach (var item in offered.Where(c => calendar.AddWorkingDays(local.DateOf(c.At), 1) < today))
        {
            Guid?[] told = [await heads.OfAsync(item.Unit, cancellationToken), item.AssigneeId];
            wanted.AddRange(told.OfType<Guid>().Distinct().Select(p =>
                new Notice(p, NoticeKind.HandOverWaits, item.Id, $"{item.Id:N}/{item.At.UtcTicks}", now, item.Number, $"{local.DateOf(item.At):yyyy-MM-dd}")));
        }

        var fresh = await db.NewOnesAsync(wanted, cancellationToken);
        db.Set<Notice>().AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }
}

/// <summary>Tells heads about offered cases nobody answers.</summary>
public sealed class RemindOfHandOversJob(RemindOfHandOversHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} notices";
}
