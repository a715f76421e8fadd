using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Reminds owners of dates that are near while the house is open.</summary>
public sealed class RemindOfDueDatesJob(RemindOfDueDatesHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
