using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// Reminds owners: one working day before a clock is due and on the due day itself, once each, while the house is open.
/// </summary>
public sealed class RemindOfDueDatesHandler(IServiceDeskDb db, CalendarProvider calendars, LocalTime local, TimeProvider time)
{
    /// <summary>Writes the reminders due now; their number.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = local.At(now);
        var today = DateOnly.FromDateTime(at);
        var calendar = await calendars.GetAsync(cancellationToken);
        if (calendar.Hours(today) is not { } hours || TimeOnly.FromDateTime(at) < hours.Opens || TimeOnly.FromDateTime(at) >= hours.Closes)
            return 0;

        var tomorrow = calendar.AddWorkingDays(today, 1);
        var near = await db.Set<Clock>().AsNoTracking()
            .Where(c => c.State == ClockState.Running && c.DueOn >= today && c.DueOn <= tomorrow)
            .Join(db.Set<Case>().Where(c => c.AssigneeId != null && c.State != CaseState.Closed), c => c.CaseId, i => i.Id,
                (c, i) => new { c.Id, c.CaseId, c.DueOn, i.Number, Owner = i.AssigneeId!.Value })
            .ToListAsync(cancellationToken);
        var wanted = near.Select(n => new Notice(n.Owner, NoticeKind.DueSoon, n.CaseId,
            $"{n.Id:N}/{n.DueOn:yyyyMMdd}/{(n.DueOn == today ? 0 : 1)}", now, n.Number, $"{n.DueOn:yyyy-MM-dd}")).ToList();
        var subjects = wanted.Select(n => n.Subject).ToList();
        var known = (await db.Set<Notice>().Where(n => n.Kind == NoticeKind.DueSoon && subjects.Contains(n.Subject))
            .Select(n => new { n.EmployeeId, n.Subject }).ToListAsync(cancellationToken)).Select(n => (n.EmployeeId, n.Subject)).ToHashSet();
        var fresh = wanted.Where(n => !known.Contains((n.EmployeeId, n.Subject))).ToList();
        db.Set<Notice>().AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }
}
