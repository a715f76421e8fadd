using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Tells people about breaches while the house is open.</summary>
public sealed class EscalateBreachesJob(EscalateBreachesHandler escalate) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await escalate.HandleAsync(cancellationToken)} notices";
}
