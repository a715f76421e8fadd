using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Lets letters leave within seconds after their undo time.</summary>
public sealed class SendOutboxJob(SendOutboxHandler send) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var run = await send.HandleAsync(cancellationToken);
        return $"{run.Sent} sent, {run.Failed} not taken";
    }
}
