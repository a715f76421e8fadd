using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Protection;

/// <summary>Tells everybody who holds a permission, each once.</summary>
public sealed class ProtectionStaff(IServiceDeskDb db, IRoleHolders holders)
{
    /// <summary>Employees who hold the permission, with their addresses.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Email)>> WithAsync(Permission permission, CancellationToken cancellationToken)
    {
        HashSet<Guid> found = [];
        foreach (var role in Enum.GetValues<Role>().Where(r => AccessMatrix.Grants([r], permission)))
            found.UnionWith(await holders.EmployeesInAsync(role, cancellationToken));
        var people = await db.Set<Employee>().AsNoTracking().Where(e => found.Contains(e.Id) && e.IsActive).Select(e => new { e.Id, e.Email }).ToListAsync(cancellationToken);
        return [.. people.Select(p => (p.Id, p.Email))];
    }

    /// <summary>Adds a notice for each who was not told yet; tells whom. Whoever calls saves.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Email)>> TellAsync(
        Permission permission, NoticeKind kind, string subject, DateTimeOffset now, CancellationToken cancellationToken, params string[] arguments)
    {
        var told = await db.Set<Notice>().Where(n => n.Kind == kind && n.Subject == subject).Select(n => n.EmployeeId).ToListAsync(cancellationToken);
        var people = (await WithAsync(permission, cancellationToken)).Where(p => !told.Contains(p.Id)).ToList();
        db.Set<Notice>().AddRange(people.Select(p => new Notice(p.Id, kind, null, subject, now, arguments)));
        return people;
    }
}
