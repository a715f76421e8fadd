using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Reminds who keeps the calendar of the year whose Cabinet order is missing.</summary>
public sealed class RemindOfCalendarJob(RemindOfCalendarHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
