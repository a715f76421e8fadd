using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Settings of calendar and rules as they stand, for forms that change them and for the status page.</summary>
public sealed class ReadDeadlineSettingsHandler(IServiceDeskDb db)
{
    /// <summary>Reads the one row.</summary>
    public Task<DeadlineSettings> HandleAsync(CancellationToken cancellationToken) => db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);

    /// <summary>Reads an exception in force; null when there is none with that key.</summary>
    public Task<CalendarException?> FindExceptionAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<CalendarException>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.WithdrawnAt == null, cancellationToken);
}
