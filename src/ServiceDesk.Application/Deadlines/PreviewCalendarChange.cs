using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Shows which running clocks a change of the calendar would move, old date and new date, without changing anything.</summary>
public sealed class PreviewCalendarChangeHandler(
    IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, ChangePreviewer previewer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Counts the clocks. What would be refused at saving is refused here too.</summary>
    public async Task<ChangePreview> HandleAsync(CalendarEdit edit, CancellationToken cancellationToken)
    {
        var settings = await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);
        var exceptions = await db.Set<CalendarException>().AsNoTracking().Where(e => e.WithdrawnAt == null).ToListAsync(cancellationToken);
        edit.Apply(settings, exceptions, user.Name, time.GetUtcNow());
        return await previewer.PreviewAsync(calendars.Build(settings, exceptions), await standards.TableAsync(cancellationToken), cancellationToken);
    }
}
