using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Moves the running clocks after a change of calendar or rules; a change asks for it at once.</summary>
public sealed class RecalculateClocksJob(RecalculateClocksHandler recalculate) : IJob
{
    /// <summary>Its name on the board.</summary>
    public const string Name = "RecalculateClocks";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var done = await recalculate.HandleAsync(new(), cancellationToken);
        return $"{done.Moved}/{done.Checked}";
    }
}
