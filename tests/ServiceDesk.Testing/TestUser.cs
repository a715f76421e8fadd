using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Testing;

/// <summary>The person at the keyboard in a test below the pages; nobody until told otherwise.</summary>
public sealed class TestUser : ICurrentUser
{
    public Guid? EmployeeId { get; set; }

    public string Name { get; set; } = "";

    public IReadOnlySet<Role> Roles { get; set; } = new HashSet<Role>();

    public Guid? UnitId { get; set; }

    public Guid? AccountId { get; set; }

    public IReadOnlySet<Guid> StandsInFor { get; set; } = new HashSet<Guid>();

    /// <summary>The clock of the house.</summary>
    public TimeProvider? Time { get; set; }

    public DateTimeOffset Now => Time?.GetUtcNow() ?? DateTimeOffset.MaxValue;

    public IReadOnlySet<Guid> HeadedUnitIds { get; set; } = new HashSet<Guid>();
}
