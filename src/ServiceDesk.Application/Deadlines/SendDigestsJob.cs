using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Sends heads their weekly message, on the first working morning of the week or as soon as it can.</summary>
public sealed class SendDigestsJob(SendDigestsHandler send) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await send.HandleAsync(cancellationToken)} messages";
}
