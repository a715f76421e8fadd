using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection.Breaches;

/// <summary>
/// Tells who keeps the register when 48, 24 and 6 of the 72 hours are left, and when they are over: as a notice and as a letter, at any
/// hour, for the term does not wait for the morning. Each level once.
/// </summary>
public sealed class RemindOfDataBreachesHandler(IServiceDeskDb db, ProtectionStaff staff, BreachLetters letters, TimeProvider time)
{
    /// <summary>Hours before the end at which it reminds.</summary>
    public static IReadOnlyList<int> Levels { get; } = [48, 24, 6];

    /// <summary>Reminds; the number of reminders.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var soon = now.AddHours(Levels[0]);
        var running = await db.Set<DataBreach>().AsNoTracking()
            .Where(b => b.State == DataBreachState.Open && b.AuthorityNotifiedAt == null && b.Authority != NotifyDecision.DoNotNotify && b.DueAt <= soon)
            .OrderBy(b => b.DueAt).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var item in running)
        {
            var left = (item.DueAt - now).TotalHours;
            var (kind, level) = left < 0 ? (NoticeKind.DataBreachLate, "late") : (NoticeKind.DataBreachDue, $"{Levels.Last(l => left <= l)}");
            // A corrected discovery begins a new term: its reminders are new ones.
            var subject = $"{item.Id:N}/{item.DueAt.UtcTicks}/{level}";
            var people = await staff.TellAsync(Permission.ManageDataBreaches, kind, subject, now, cancellationToken, item.Number, $"{item.Id}", $"{Math.Max(item.HoursLeft(now), 0)}");
            letters.Reminder(item, people, now);
            told += people.Count;
        }

        // All in one save: another node that was faster has told everybody already, by the unique notice.
        await db.SaveChangesAsync(cancellationToken);
        return told;
    }
}

/// <summary>Watches the 72 hours of personal-data breaches.</summary>
public sealed class RemindOfDataBreachesJob(RemindOfDataBreachesHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
