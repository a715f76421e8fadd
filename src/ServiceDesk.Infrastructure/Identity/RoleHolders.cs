using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class RoleHolders(ServiceDeskDbContext db) : IRoleHolders
{
    public async Task<IReadOnlyList<Guid>> EmployeesInAsync(Role role, CancellationToken cancellationToken)
    {
        var name = role.ToString();
        return await db.Roles.Where(r => r.Name == name)
            .Join(db.UserRoles, r => r.Id, m => m.RoleId, (_, m) => m.UserId)
            .Join(db.Users.Where(u => u.EmployeeId != null), id => id, u => u.Id, (_, u) => u.EmployeeId!.Value)
            .Where(id => db.Set<Employee>().Any(e => e.Id == id && e.IsActive))
            .ToListAsync(cancellationToken);
    }
}
