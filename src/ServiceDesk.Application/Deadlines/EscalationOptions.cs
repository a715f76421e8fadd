using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Who is told of a breach, and when (section <c>ServiceDesk:Escalation</c>).</summary>
public sealed class EscalationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Escalation";

    /// <summary>The chain in its order; empty means the default one of <see cref="Chain"/>.</summary>
    public List<EscalationLevel> Levels { get; set; } = [];

    /// <summary>Whether notices to staff also go out by e-mail.</summary>
    public bool ByEmail { get; set; } = true;

    /// <summary>
    /// The chain in force: by default the unit head at once, the head of Client Service after two working days, the deputy
    /// executive director after five (SIG 32–34).
    /// </summary>
    public IReadOnlyList<EscalationLevel> Chain => Levels.Count > 0 ? Levels :
    [
        new() { Role = Role.UnitHead, AfterWorkingDays = 0 },
        new() { Role = Role.HeadOfClientService, AfterWorkingDays = 2 },
        new() { Role = Role.DeputyExecutiveDirector, AfterWorkingDays = 5 },
    ];
}

/// <summary>One level of the chain.</summary>
public sealed class EscalationLevel
{
    /// <summary>Who is told; <see cref="Role.UnitHead"/> means the head of the unit in question.</summary>
    public Role Role { get; set; }

    /// <summary>Working days after the first late day, 0 to 60, while nothing has been answered.</summary>
    public int AfterWorkingDays { get; set; }
}
