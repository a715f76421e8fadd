using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Looks for missed clocks every minute and at every start: a standstill is caught up at once.</summary>
public sealed class DetectBreachesJob(DetectBreachesHandler detect) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var run = await detect.HandleAsync(cancellationToken);
        return $"{run.Breaches} breaches found, {run.Settled} settled";
    }
}
