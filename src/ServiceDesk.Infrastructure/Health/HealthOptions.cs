using System.ComponentModel.DataAnnotations;

namespace ServiceDesk.Infrastructure.Health;

/// <summary>When the health page worries (section <c>ServiceDesk:Health</c>).</summary>
public sealed class HealthOptions
{
    public const string Section = "ServiceDesk:Health";

    /// <summary>Free megabytes below which the node counts as unhealthy; below four times as much it is degraded.</summary>
    [Range(1, 1_000_000)]
    public int LeastFreeMegabytes { get; set; } = 200;

    /// <summary>How long a letter may wait in the outbox.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "2.00:00:00")]
    public TimeSpan OldestLetter { get; set; } = TimeSpan.FromHours(1);
}
