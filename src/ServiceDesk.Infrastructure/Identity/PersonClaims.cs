using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Puts into the cookie who the person is in the municipality. Made anew whenever the security stamp is checked.</summary>
internal sealed class PersonClaims(
    UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options, ServiceDeskDbContext db)
    : UserClaimsPrincipalFactory<User, IdentityRole<Guid>>(users, roles, options)
{
    public const string Employee = "sd:employee";
    public const string Name = "sd:name";
    public const string Unit = "sd:unit";
    public const string Headed = "sd:headed";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var employee = user.EmployeeId is { } id
            ? await db.Set<Employee>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id)
            : null;
        identity.AddClaim(new Claim(Name, employee?.FullName ?? user.DisplayName));
        if (!user.TwoFactorEnabled && await IsSecondFactorDemandedAsync(identity))
            identity.AddClaim(new Claim(AccountClaims.MustEnrol, "1"));
        if (employee is null)
            return identity;

        identity.AddClaim(new Claim(Employee, employee.Id.ToString("N")));
        identity.AddClaim(new Claim(Unit, employee.UnitId.ToString("N")));
        foreach (var unit in await HeadedAsync(employee.Id))
            identity.AddClaim(new Claim(Headed, unit.ToString("N")));
        return identity;
    }

    private async Task<bool> IsSecondFactorDemandedAsync(ClaimsIdentity identity)
    {
        var held = identity.FindAll(identity.RoleClaimType).Select(c => Enum.TryParse<Role>(c.Value, out var role) ? role : (Role?)null).OfType<Role>().ToList();
        return held.Count > 0 && await db.Set<SecondFactorDemand>().AnyAsync(d => held.Contains(d.Role));
    }

    // Rights inherit down the tree only.
    private async Task<HashSet<Guid>> HeadedAsync(Guid employee)
    {
        var units = await db.Set<OrgUnit>().AsNoTracking().Select(u => new { u.Id, u.ParentId, u.HeadId }).ToListAsync();
        var below = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value, u => u.Id);
        HashSet<Guid> headed = [];
        Queue<Guid> next = new(units.Where(u => u.HeadId == employee).Select(u => u.Id));
        while (next.TryDequeue(out var unit))
        {
            if (!headed.Add(unit))
                continue;
            foreach (var child in below[unit])
                next.Enqueue(child);
        }

        return headed;
    }
}
