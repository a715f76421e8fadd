using System.ComponentModel.DataAnnotations;

namespace ServiceDesk.Infrastructure.Jobs;

/// <summary>Background jobs (section <c>ServiceDesk:Jobs</c>).</summary>
public sealed class JobsOptions
{
    public const string Section = "ServiceDesk:Jobs";

    /// <summary>Whether this node runs jobs at all; off on a node that only shows pages.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the board is looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a node that has died keeps its job from the others. A living node renews its claim.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(2);
}
