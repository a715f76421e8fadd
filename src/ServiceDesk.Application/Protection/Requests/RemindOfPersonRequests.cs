using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>How near the last day of a request is.</summary>
public enum RequestUrgency
{
    /// <summary>There is time.</summary>
    None,

    /// <summary>Who answers has been reminded, or will be the next time the house is open.</summary>
    Near,

    /// <summary>The last day has passed.</summary>
    Late,
}

/// <summary>At which working days before the last day it reminds, and how near a request is by that.</summary>
public sealed class PersonRequestReminders(IOptions<PersonRequestOptions> options)
{
    /// <summary>Working days before the last day, the farthest first.</summary>
    public IReadOnlyList<int> Days { get; } = options.Value.Days;

    /// <summary>Whether reminders also go out by e-mail.</summary>
    public bool ByEmail { get; } = options.Value.ByEmail;

    /// <summary>The last day that is near.</summary>
    public DateOnly Horizon(DateOnly today, WorkingCalendar calendar) => calendar.AddWorkingDays(today, Days[0]);

    /// <summary>How near a last day is.</summary>
    public RequestUrgency Of(DateOnly dueOn, DateOnly today, WorkingCalendar calendar) =>
        dueOn < today ? RequestUrgency.Late : dueOn <= Horizon(today, calendar) ? RequestUrgency.Near : RequestUrgency.None;

    /// <summary>The level a last day has reached: working days, or <c>late</c>; null while it is far.</summary>
    public string? Level(DateOnly dueOn, DateOnly today, WorkingCalendar calendar) => Of(dueOn, today, calendar) switch
    {
        RequestUrgency.Late => "late",
        RequestUrgency.Near => Days.Last(d => dueOn <= calendar.AddWorkingDays(today, d)).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>
/// Tells who answers people's requests that the month is running out, some working days before and when it is over: as a notice and as a
/// letter with a number, a day and a link. Each level once; an extended term reminds anew.
/// </summary>
public sealed class RemindOfPersonRequestsHandler(
    IServiceDeskDb db, PersonRequestReminders reminders, ProtectionStaff staff, CalendarProvider calendars, IOptions<ServiceDeskOptions> site, LocalTime local, TimeProvider time)
{
    /// <summary>Reminds; the number of reminders. Nothing on days off and outside working hours.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = local.At(now);
        var today = DateOnly.FromDateTime(at);
        var calendar = await calendars.GetAsync(cancellationToken);
        if (calendar.Hours(today) is not { } hours || TimeOnly.FromDateTime(at) < hours.Opens || TimeOnly.FromDateTime(at) >= hours.Closes)
            return 0;

        var horizon = reminders.Horizon(today, calendar);
        var near = await db.Set<PersonRequest>().AsNoTracking()
            .Where(r => (r.State == PersonRequestState.Received || r.State == PersonRequestState.InProgress) && r.DueOn <= horizon)
            .OrderBy(r => r.DueOn).Select(r => new { r.Id, r.Number, r.DueOn }).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var item in near)
        {
            var level = reminders.Level(item.DueOn, today, calendar)!;
            var late = item.DueOn < today;
            var people = await staff.TellAsync(Permission.HandlePersonRequests, late ? NoticeKind.PersonRequestLate : NoticeKind.PersonRequestDue, $"{item.Id:N}/{item.DueOn:yyyyMMdd}/{level}", now,
                cancellationToken, item.Number, $"{item.Id}", $"{item.DueOn:yyyy-MM-dd}");
            if (reminders.ByEmail)
                Write(people, item.Id, item.Number, item.DueOn, late, now);
            told += people.Count;
        }

        // All in one save: another node that was faster has told everybody already, by the unique notice.
        await db.SaveChangesAsync(cancellationToken);
        return told;
    }

    private void Write(IReadOnlyList<(Guid Id, string Email)> people, Guid id, string number, DateOnly dueOn, bool late, DateTimeOffset now)
    {
        var t = Texts.In("lv");
        var link = $"{site.Value.PublicAddress.TrimEnd('/')}/desk/protection/requests/{id}";
        var (subject, body) = late
            ? (t["Protection.Letter.RequestLateSubject", number], t["Protection.Letter.RequestLate", number, dueOn, link])
            : (t["Protection.Letter.RequestDueSubject", number], t["Protection.Letter.RequestDue", number, dueOn, link]);
        db.Set<OutgoingMessage>().AddRange(people.Select(p => new OutgoingMessage(null, null, p.Email, subject, body + "\n", now, now)));
    }
}

/// <summary>Watches the month of people's requests while the house is open.</summary>
public sealed class RemindOfPersonRequestsJob(RemindOfPersonRequestsHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
