namespace ServiceDesk.Domain.Operations;

/// <summary>
/// When a background job last ran, how it ended and when it is due. One row for each job, shared by all nodes: whoever claims
/// the row by a conditional update runs the job.
/// </summary>
public sealed class JobRun
{
    /// <summary>A job not run yet, due at once.</summary>
    public JobRun(string name, DateTimeOffset now)
    {
        Name = name;
        NextRunAt = now;
    }

    private JobRun()
    {
    }

    /// <summary>Name of the job, for example <c>SendOutbox</c>; the key.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When the job is due.</summary>
    public DateTimeOffset NextRunAt { get; private set; }

    /// <summary>Until when some node holds the job; null while nobody does.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>The node that ran the job last, for the log reader.</summary>
    public string? Node { get; private set; }

    /// <summary>Start of the last run.</summary>
    public DateTimeOffset? LastStartedAt { get; private set; }

    /// <summary>End of the last run, good or bad.</summary>
    public DateTimeOffset? LastFinishedAt { get; private set; }

    /// <summary>End of the last good run.</summary>
    public DateTimeOffset? LastSucceededAt { get; private set; }

    /// <summary>What the last good run did, in a few words; no personal data.</summary>
    public string? LastResult { get; private set; }

    /// <summary>Why the last run failed; null after a good one. No personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>How the job is doing.</summary>
    public JobState StateAt(DateTimeOffset now) =>
        ClaimedUntil > now ? JobState.Running
        : LastError is not null ? JobState.Failed
        : LastFinishedAt is null ? JobState.Waiting
        : JobState.Fine;
}

/// <summary>How a background job is doing.</summary>
public enum JobState
{
    /// <summary>Not run yet.</summary>
    Waiting,

    /// <summary>Running now.</summary>
    Running,

    /// <summary>The last run was good.</summary>
    Fine,

    /// <summary>The last run failed.</summary>
    Failed,
}
