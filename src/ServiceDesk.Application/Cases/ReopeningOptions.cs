using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases;

/// <summary>What a client's message to a closed case does (section <c>ServiceDesk:Reopening</c>).</summary>
public sealed class ReopeningOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Reopening";

    /// <summary>Days after closing on which a message still opens the old case; later ones make a new, linked case. Empty: always the old one.</summary>
    public int? NewCaseAfterDays { get; set; } = 14;

    /// <summary>Days after closing on which the client may say, once, that it is not solved.</summary>
    public int NotSolvedWithinDays { get; set; } = 30;

    /// <summary>The rule these settings make.</summary>
    public ReopenPolicy Policy => new(NewCaseAfterDays, NotSolvedWithinDays);
}
