namespace ServiceDesk.Application.Shared.Jobs;

/// <summary>The jobs of this installation.</summary>
public interface IJobBoard
{
    /// <summary>Names of all jobs with their pause.</summary>
    IReadOnlyDictionary<string, TimeSpan> Jobs { get; }

    /// <summary>Names of the jobs that do not wait for office hours.</summary>
    IReadOnlyCollection<string> AlwaysOn { get; }

    /// <summary>Makes a job due now, whatever the hour; false when no job has the name.</summary>
    Task<bool> TriggerAsync(string name, CancellationToken cancellationToken);
}
