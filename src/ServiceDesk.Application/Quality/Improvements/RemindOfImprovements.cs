using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>
/// Tells who does a task 7 days and 1 day before its day and when it is late, the head of the unit when it is a week late, and who agreed
/// it when its effect is to be checked. Each level once; when the person has left, who answers for the unit is told.
/// </summary>
public sealed class RemindOfImprovementsHandler(IServiceDeskDb db, QualityDesk desk)
{
    private const int Week = 7;

    /// <summary>Reminds; the number of notices.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var today = desk.Today;
        var soon = today.AddDays(Week);
        var due = await db.Set<Improvement>().AsNoTracking()
            .Where(i => ((i.State == ImprovementState.Agreed || i.State == ImprovementState.Running) && i.DueOn <= soon) || (i.State == ImprovementState.Done && i.CheckOn <= today))
            .Select(i => new { i.Id, i.Number, i.UnitId, i.OwnerId, i.AgreedById, IsCheck = i.State == ImprovementState.Done, On = i.State == ImprovementState.Done ? i.CheckOn!.Value : i.DueOn!.Value })
            .ToListAsync(cancellationToken);
        var active = await db.Set<Employee>().Where(e => e.IsActive).Select(e => e.Id).ToHashSetAsync(cancellationToken);
        List<Notice> notices = [];
        foreach (var i in due)
        {
            var days = i.On.DayNumber - today.DayNumber;
            var (kind, level) = i.IsCheck ? (NoticeKind.ImprovementToCheck, "check") : days < 0 ? (NoticeKind.ImprovementLate, "late") : (NoticeKind.ImprovementDue, days <= 1 ? "1" : "7");
            var person = i.IsCheck ? i.AgreedById : i.OwnerId;
            // Whoever did it does not judge it.
            IReadOnlyList<Guid> people = person is { } one && active.Contains(one) && !(i.IsCheck && one == i.OwnerId)
                ? [one]
                : await desk.InChargeAsync(i.UnitId, i.IsCheck && i.OwnerId is { } own ? [own] : [], cancellationToken);
            notices.AddRange(people.Select(p => Told(p, kind, level, i.Id, i.Number, i.On)));
            if (!i.IsCheck && days <= -Week)
                notices.AddRange((await desk.InChargeAsync(i.UnitId, i.OwnerId is { } owner ? [owner] : [], cancellationToken)).Select(p => Told(p, NoticeKind.ImprovementLate, "week", i.Id, i.Number, i.On)));
        }

        var subjects = notices.Select(n => n.Subject).Distinct().ToList();
        var told = await db.Set<Notice>().Where(n => subjects.Contains(n.Subject)).Select(n => new { n.Subject, n.EmployeeId }).ToListAsync(cancellationToken);
        notices = [.. notices.DistinctBy(n => (n.Subject, n.EmployeeId)).Where(n => !told.Any(t => t.Subject == n.Subject && t.EmployeeId == n.EmployeeId))];
        db.Set<Notice>().AddRange(notices);
        // All in one save: another node that was faster has told everybody already, by the unique notice.
        await db.SaveChangesAsync(cancellationToken);
        return notices.Count;
    }

    private Notice Told(Guid person, NoticeKind kind, string level, Guid id, string number, DateOnly on) =>
        new(person, kind, null, $"{id:N}/{on:yyyyMMdd}/{level}", desk.Now, number, $"{id}", $"{on:yyyy-MM-dd}");
}

/// <summary>Watches the days of improvement tasks.</summary>
public sealed class RemindOfImprovementsJob(RemindOfImprovementsHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
