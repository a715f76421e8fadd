namespace ServiceDesk.Application.Shared;

/// <summary>
/// Somebody else saved the case while the page was open. Nothing was written: the page shows what they did since
/// <see cref="SeenAt"/> beside the text typed, and a second send goes through.
/// </summary>
public sealed class StaleCase(DateTimeOffset seenAt) : Exception("The case was changed by somebody else.")
{
    /// <summary>The change the page had last seen, UTC.</summary>
    public DateTimeOffset SeenAt { get; } = seenAt;
}
