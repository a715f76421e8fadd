namespace ServiceDesk.Application.Shared.Access;

/// <summary>Who holds a role. Roles belong to accounts, which only the infrastructure knows.</summary>
public interface IRoleHolders
{
    /// <summary>Employees whose account holds the role and is not locked for good.</summary>
    Task<IReadOnlyList<Guid>> EmployeesInAsync(Role role, CancellationToken cancellationToken);
}
