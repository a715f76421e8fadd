namespace ServiceDesk.Application.Shared.Jobs;

/// <summary>
/// Something the site does by itself. A job calls a use case and says in a few words what came of it. It may run twice, and on
/// any node, but never on two at once. Found by scanning; its name is the class name without <c>Job</c>.
/// </summary>
public interface IJob
{
    /// <summary>Pause from the end of one run to the next.</summary>
    TimeSpan Every { get; }

    /// <summary>Whether the job waits for the house to be open: for what wakes people up.</summary>
    bool InOfficeHoursOnly => false;

    /// <summary>Does the work; the result is shown on the status page and holds no personal data.</summary>
    Task<string> RunAsync(CancellationToken cancellationToken);
}
