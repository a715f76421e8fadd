using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// From 1 August on, who keeps the calendar is told once a week that next year's Cabinet order on moved working days is not entered;
/// the first confirmation of that year ends it. In working hours only, as a notice and as a letter.
/// </summary>
public sealed class RemindOfCalendarHandler(
    IServiceDeskDb db, CalendarProvider calendars, IRoleHolders holders, IOptions<ServiceDeskOptions> site, LocalTime local, TimeProvider time)
{
    /// <summary>Tells who has not been told this week; their number.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = local.At(now);
        var today = DateOnly.FromDateTime(at);
        var settings = await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);
        if (settings.MissingYear(today) is not { } year)
            return 0;
        var calendar = await calendars.GetAsync(cancellationToken);
        if (calendar.Hours(today) is not { } hours || TimeOnly.FromDateTime(at) < hours.Opens || TimeOnly.FromDateTime(at) >= hours.Closes)
            return 0;

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var subject = $"calendar/{year}/{monday:yyyy-MM-dd}";
        HashSet<Guid> keepers = [];
        foreach (var role in Enum.GetValues<Role>().Where(r => AccessMatrix.Grants([r], Permission.ManageCalendar)))
            keepers.UnionWith(await holders.EmployeesInAsync(role, cancellationToken));
        var told = await db.Set<Notice>().Where(n => n.Kind == NoticeKind.CalendarYearMissing && n.Subject == subject).Select(n => n.EmployeeId).ToListAsync(cancellationToken);
        keepers.ExceptWith(told);
        var people = await db.Set<Employee>().AsNoTracking().Where(e => keepers.Contains(e.Id) && e.IsActive).Select(e => new { e.Id, e.Email }).ToListAsync(cancellationToken);
        var t = Texts.In("lv");
        foreach (var person in people)
        {
            db.Set<Notice>().Add(new Notice(person.Id, NoticeKind.CalendarYearMissing, null, subject, now, $"{year}"));
            db.Set<OutgoingMessage>().Add(new OutgoingMessage(null, null, person.Email, t["Deadlines.Reminder.Subject", year],
                t["Deadlines.Reminder.Text", year, $"{site.Value.PublicAddress}/desk/calendar?year={year}"], now, now));
        }

        // All in one save: another node that was faster has told everybody already, by the unique notice.
        await db.SaveChangesAsync(cancellationToken);
        return people.Count;
    }
}
