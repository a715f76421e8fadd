using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>Tells whoever answers for a case that the day until which we wanted to wait for the client is over; once for each such day.</summary>
public sealed class RemindOfWaitingHandler(IServiceDeskDb db, LocalTime local, TimeProvider time)
{
    /// <summary>Writes the reminders due now; their number.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var over = await db.Set<Case>().AsNoTracking()
            .Where(c => c.State == CaseState.Waiting && c.WaitingUntilOn < today && c.AssigneeId != null)
            .Select(c => new { c.Id, c.Number, Until = c.WaitingUntilOn!.Value, Owner = c.AssigneeId!.Value })
            .ToListAsync(cancellationToken);
        var fresh = await db.NewOnesAsync(
            [.. over.Select(c => new Notice(c.Owner, NoticeKind.WaitOver, c.Id, $"{c.Id:N}/{c.Until:yyyyMMdd}", now, c.Number, $"{c.Until:yyyy-MM-dd}"))], cancellationToken);
        db.Set<Notice>().AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }
}

/// <summary>Reminds of questions that clients did not answer in time.</summary>
public sealed class RemindOfWaitingJob(RemindOfWaitingHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}

/// <summary>Notices a job writes again and again are written once.</summary>
internal static class NoticesOnce
{
    /// <summary>Those of the notices that have not been written yet.</summary>
    public static async Task<IReadOnlyList<Notice>> NewOnesAsync(this IServiceDeskDb db, IReadOnlyList<Notice> wanted, CancellationToken cancellationToken)
    {
        var subjects = wanted.Select(n => n.Subject).Distinct().ToList();
        var known = (await db.Set<Notice>().Where(n => subjects.Contains(n.Subject)).Select(n => new { n.EmployeeId, n.Kind, n.Subject }).ToListAsync(cancellationToken))
            .Select(n => (n.EmployeeId, n.Kind, n.Subject)).ToHashSet();
        return [.. wanted.Where(n => known.Add((n.EmployeeId, n.Kind, n.Subject)))];
    }
}
