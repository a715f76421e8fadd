using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Changes the working calendar.</summary>
/// <param name="Edit">The change.</param>
/// <param name="SettingsVersion">The version the administrator saw; refused when somebody changed the calendar since.</param>
public sealed record ChangeCalendar(CalendarEdit Edit, int SettingsVersion);

/// <summary>
/// Saves a change of the calendar with its line of history. From that save on every node counts by the new calendar;
/// running clocks are moved by a job (<see cref="RecalculateClocksHandler"/>).
/// </summary>
public sealed class ChangeCalendarHandler(
    IServiceDeskDb db, CalendarProvider calendars, DeadlineNumbers numbers, IJobBoard jobs, ChangeLog log, ICurrentUser user, TimeProvider time)
{
    /// <summary>Applies the change.</summary>
    public async Task HandleAsync(ChangeCalendar command, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(command.Edit.Reason))
            throw new Refusal("Deadlines.Refusal.ReasonNeeded");
        var settings = await db.Set<DeadlineSettings>().SingleAsync(cancellationToken);
        if (settings.Version != command.SettingsVersion)
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        var inForce = await db.Set<CalendarException>().Where(e => e.WithdrawnAt == null).ToListAsync(cancellationToken);
        var known = inForce.ToHashSet();

        var what = command.Edit.Apply(settings, inForce, user.Name, time.GetUtcNow());
        calendars.Build(settings, inForce); // refuses what cannot be a calendar
        db.Set<CalendarException>().AddRange(inForce.Where(e => !known.Contains(e)));
        db.Set<DeadlineChange>().Add(new(command.Edit.Kind, settings.CalendarNumber, what, command.Edit.Reason.Trim(), user.Name, time.GetUtcNow()));
        log.Record(ChangedThing.CalendarDay, $"calendar/{settings.CalendarNumber}", what, null,
            new ChangeValues().With(ChangedField.Kind, command.Edit.Kind), command.Edit.Reason, ChangeAction.Changed);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        }

        numbers.Forget();
        await jobs.TriggerAsync(RecalculateClocksJob.Name, cancellationToken);
    }
}
