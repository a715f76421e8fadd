using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Puts into the cookie who the person is in the municipality. Made anew whenever the security stamp is checked.</summary>
internal sealed class PersonClaims(
    UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options, ServiceDeskDbContext db, LocalTime local, TimeProvider time)
    : UserClaimsPrincipalFactory<User, IdentityRole<Guid>>(users, roles, options)
{
    public const string Employee = "sd:employee";
    public const string Name = "sd:name";
    public const string Unit = "sd:unit";
    public const string Headed = "sd:headed";
    public const string StandsIn = "sd:stands-in";

    /// <summary>What a stand-in takes over: work on cases and units, no office that goes with the person.</summary>
    private static readonly string[] HandedDown =
        [nameof(Role.Employee), nameof(Role.ClientServiceSpecialist), nameof(Role.UnitHead), nameof(Role.HeadOfClientService), nameof(Role.DeputyExecutiveDirector), nameof(Role.ExecutiveDirector)];

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
        var absent = await AbsentAsync(employee.Id);
        foreach (var away in absent)
            identity.AddClaim(new Claim(StandsIn, away.ToString("N")));
        foreach (var role in await RolesOfAsync(absent))
        {
            if (!identity.HasClaim(identity.RoleClaimType, role))
                identity.AddClaim(new Claim(identity.RoleClaimType, role));
        }

        foreach (var unit in await HeadedAsync([employee.Id, .. absent]))
            identity.AddClaim(new Claim(Headed, unit.ToString("N")));
        return identity;
    }

    /// <summary>Those for whom the employee stands in today.</summary>
    private async Task<List<Guid>> AbsentAsync(Guid employee)
    {
        var today = local.DateOf(time.GetUtcNow());
        return await db.Set<StandIn>().AsNoTracking().Where(s => s.SubstituteId == employee && s.EndedAt == null && s.FromOn <= today && s.UntilOn >= today)
            .Select(s => s.EmployeeId).Distinct().ToListAsync();
    }

    private async Task<List<string>> RolesOfAsync(List<Guid> absent) => absent.Count == 0
        ? []
        : await db.Users.Where(u => u.EmployeeId != null && absent.Contains(u.EmployeeId.Value) && u.DisabledAt == null)
            .Join(db.UserRoles, u => u.Id, m => m.UserId, (_, m) => m.RoleId).Join(db.Roles, id => id, r => r.Id, (_, r) => r.Name!)
            .Where(name => HandedDown.Contains(name)).Distinct().ToListAsync();

    private async Task<bool> IsSecondFactorDemandedAsync(ClaimsIdentity identity)
    {
        var held = identity.FindAll(identity.RoleClaimType).Select(c => Enum.TryParse<Role>(c.Value, out var role) ? role : (Role?)null).OfType<Role>().ToList();
        return held.Count > 0 && await db.Set<SecondFactorDemand>().AnyAsync(d => held.Contains(d.Role));
    }

    // Rights inherit down the tree only.
    private async Task<HashSet<Guid>> HeadedAsync(IReadOnlyCollection<Guid> people)
    {
        var units = await db.Set<OrgUnit>().AsNoTracking().Select(u => new { u.Id, u.ParentId, u.HeadId }).ToListAsync();
        var below = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value, u => u.Id);
        HashSet<Guid> headed = [];
        Queue<Guid> next = new(units.Where(u => u.HeadId is { } head && people.Contains(head)).Select(u => u.Id));
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
