using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Benchmarks.Search;

/// <summary>The head of Client Service, who reads every case and so has the most hits.</summary>
internal sealed class ReadsAll : ICurrentUser
{
    public Guid? EmployeeId { get; } = Guid.CreateVersion7();

    public string Name => "Mērījums";

    public IReadOnlySet<Role> Roles { get; } = new HashSet<Role> { Role.HeadOfClientService };

    public Guid? UnitId => null;

    public IReadOnlySet<Guid> HeadedUnitIds { get; } = new HashSet<Guid>();
}
