using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class AccountStore(ServiceDeskDbContext db, UserManager<User> users, Sessions sessions, Revocations revocations, ICurrentUser me, IHttpContextAccessor http, TimeProvider time)
    : IAccountStore
{
    private const int PageSize = 50;
    private readonly HashSet<Guid> touched = [];

    public async Task<AccountList> ListAsync(AccountFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var found = db.Users.AsNoTracking();
        if (filter.Role is { } role)
        {
            var name = role.ToString();
            found = found.Where(u => db.UserRoles.Any(m => m.UserId == u.Id && db.Roles.Any(r => r.Id == m.RoleId && r.Name == name)));
        }

        found = filter.State switch
        {
            AccountState.Disabled => found.Where(u => u.DisabledAt != null),
            AccountState.Invited => found.Where(u => u.DisabledAt == null && u.PasswordHash == null),
            AccountState.LockedOut => found.Where(u => u.DisabledAt == null && u.LockoutEnd > now),
            AccountState.Open => found.Where(u => u.DisabledAt == null && u.PasswordHash != null && (u.LockoutEnd == null || u.LockoutEnd <= now)),
            _ => found,
        };
        var words = NameSearch.Words(filter.Text);
        var fitting = (await found.Select(u => new
        {
            u.Id,
            u.Email,
            u.DisplayName,
            Employee = db.Set<Employee>().Where(e => e.Id == u.EmployeeId).Select(e => new { e.Name, e.Surname }).FirstOrDefault(),
        }).ToListAsync(cancellationToken))
            .Where(u => NameSearch.Fits($"{u.Email} {u.DisplayName} {u.Employee?.Name} {u.Employee?.Surname}", words))
            .OrderBy(u => u.Employee?.Surname ?? u.DisplayName, NameSearch.Order).ThenBy(u => u.Employee?.Name, NameSearch.Order).ThenBy(u => u.Id).Select(u => u.Id).ToList();
        var ids = fitting.Skip((Math.Max(1, filter.Page) - 1) * PageSize).Take(PageSize).ToList();
        var accounts = await LoadAsync(ids, cancellationToken);
        return new AccountList([.. ids.Select(id => accounts[id])], fitting.Count, PageSize);
    }

    public async Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken) => (await LoadAsync([id], cancellationToken)).GetValueOrDefault(id);

    public async Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        await users.FindByEmailAsync(email) is { } user ? await FindAsync(user.Id, cancellationToken) : null;

    public async Task<Account?> FindByEmployeeAsync(Guid employeeId, CancellationToken cancellationToken)
    {
        var id = await db.Users.Where(u => u.EmployeeId == employeeId).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? await FindAsync(found, cancellationToken) : null;
    }

    public async Task<IReadOnlyList<string>> AddAsync(Guid id, string email, string displayName, Guid employeeId)
    {
        var made = await users.CreateAsync(new User { Id = id, UserName = email, Email = email, EmailConfirmed = true, DisplayName = displayName, EmployeeId = employeeId });
        return made.Succeeded ? [] : [.. made.Errors.Select(e => e.Description).Distinct()];
    }

    public async Task<IReadOnlyList<Guid>> EmployeesWithAccountAsync(CancellationToken cancellationToken) =>
        await db.Users.Where(u => u.EmployeeId != null).Select(u => u.EmployeeId!.Value).ToListAsync(cancellationToken);

    // An account without an employee is known by its cookie only.
    public async Task<bool> IsMineAsync(Guid id) =>
        me.EmployeeId is { } employee
            ? await db.Users.AnyAsync(u => u.Id == id && u.EmployeeId == employee)
            : http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } signedIn && Guid.TryParse(signedIn, out var mine) && mine == id;

    public async Task SetLanguageAsync(Guid id, string language, CancellationToken cancellationToken) =>
        (await TouchAsync(id, cancellationToken)).Language = language;

    public async Task SetRolesAsync(Guid id, IReadOnlyCollection<Role> roles, CancellationToken cancellationToken)
    {
        await TouchAsync(id, cancellationToken);
        var names = roles.Select(r => r.ToString()).ToList();
        var wanted = await db.Roles.Where(r => names.Contains(r.Name!)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var held = await db.UserRoles.Where(m => m.UserId == id).ToListAsync(cancellationToken);
        db.UserRoles.RemoveRange(held.Where(m => !wanted.ContainsKey(m.RoleId)));
        db.UserRoles.AddRange(wanted.Keys.Except(held.Select(m => m.RoleId)).Select(r => new IdentityUserRole<Guid> { UserId = id, RoleId = r }));
        // Two administrators who take the role from each other at the same moment: one save fails.
        var administrator = nameof(Role.Administrator);
        if (await db.Roles.SingleOrDefaultAsync(r => r.Name == administrator, cancellationToken) is { } row && held.Any(m => m.RoleId == row.Id) && !wanted.ContainsKey(row.Id))
            row.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public Task<int> CountOtherAdministratorsAsync(Guid id, CancellationToken cancellationToken)
    {
        var administrator = nameof(Role.Administrator);
        return db.Users.Where(u => u.Id != id && u.DisabledAt == null && (u.PasswordHash != null || db.UserPasskeys.Any(p => p.UserId == u.Id)))
            .Where(u => u.EmployeeId == null || db.Set<Employee>().Any(e => e.Id == u.EmployeeId && e.IsActive))
            .CountAsync(u => db.UserRoles.Any(m => m.UserId == u.Id && db.Roles.Any(r => r.Id == m.RoleId && r.Name == administrator)), cancellationToken);
    }

    public async Task SetEndAsync(Guid id, DateOnly? endsOn, CancellationToken cancellationToken) =>
        (await TouchAsync(id, cancellationToken)).EndsOn = endsOn;

    public async Task DisableAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await TouchAsync(id, cancellationToken);
        user.DisabledAt ??= time.GetUtcNow();
        await EndSessionsAsync(id, cancellationToken);
        await EndLinksAsync(id, cancellationToken);
    }

    public async Task EnableAsync(Guid id, CancellationToken cancellationToken) => (await TouchAsync(id, cancellationToken)).DisabledAt = null;

    public async Task UnlockAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await TouchAsync(id, cancellationToken);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
    }

    public async Task ResetSecondFactorAsync(Guid id, CancellationToken cancellationToken)
    {
        var user = await TouchAsync(id, cancellationToken);
        (user.TwoFactorEnabled, user.LastCode) = (false, null);
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == id).ToListAsync(cancellationToken));
        db.UserPasskeys.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == id).ToListAsync(cancellationToken));
        await EndSessionsAsync(id, cancellationToken);
    }

    public async Task EndSessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        (await TouchAsync(id, cancellationToken)).SecurityStamp = Guid.NewGuid().ToString("N");
        var now = time.GetUtcNow();
        foreach (var session in await sessions.Of(id).Where(s => s.EndedAt == null).ToListAsync(cancellationToken))
            session.EndedAt = now;
    }

    public async Task SetEmailAsync(Guid id, string email, CancellationToken cancellationToken)
    {
        var user = await TouchAsync(id, cancellationToken);
        (user.Email, user.UserName) = (email, email);
        (user.NormalizedEmail, user.NormalizedUserName) = (users.NormalizeEmail(email), users.NormalizeName(email));
        await EndLinksAsync(id, cancellationToken);
    }

    public async Task<string> MakeLinkAsync(Guid id, bool invites, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        await EndLinksAsync(id, cancellationToken);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        db.Add(new AccountLink { UserId = id, Invites = invites, Fingerprint = Fingerprint(token), CreatedAt = now, ExpiresAt = now + lifetime });
        return token;
    }

    public async Task EndLinksAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var link in await db.Set<AccountLink>().Where(l => l.UserId == id && l.EndedAt == null).ToListAsync(cancellationToken))
            link.EndedAt = now;
    }

    public Task<DateTimeOffset?> LastLinkAtAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<AccountLink>().Where(l => l.UserId == id).OrderByDescending(l => l.CreatedAt).Select(l => (DateTimeOffset?)l.CreatedAt).FirstOrDefaultAsync(cancellationToken);

    public async Task<OpenLink?> ReadLinkAsync(string token, CancellationToken cancellationToken)
    {
        if (await LinkAsync(token, cancellationToken) is not { } link || await FindAsync(link.UserId, cancellationToken) is not { State: not AccountState.Disabled } account)
            return null;
        return new OpenLink(account.Id, account.Name, account.Email, link.Invites);
    }

    public async Task<IReadOnlyList<string>> ChoosePasswordAsync(string token, string password, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync<IReadOnlyList<string>>(async cancel =>
            {
                var link = await LinkAsync(token, cancel) ?? throw new Refusal("Accounts.Refusal.LinkClosed");
                var user = await db.Users.SingleAsync(u => u.Id == link.UserId, cancel);
                (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
                if (user.PasswordHash is not null)
                    await users.RemovePasswordAsync(user);
                var chosen = await users.AddPasswordAsync(user, password);
                if (!chosen.Succeeded)
                    throw new PasswordRefused([.. chosen.Errors.Select(e => e.Description).Distinct()]);
                await EndLinksAsync(user.Id, cancel);
                await EndSessionsAsync(user.Id, cancel);
                await SaveAsync(cancel);
                return [];
            }, cancellationToken);
        }
        catch (PasswordRefused refused)
        {
            return refused.Faults;
        }
    }

    public async Task<IReadOnlySet<Role>> DemandsAsync(CancellationToken cancellationToken) =>
        (await db.Set<SecondFactorDemand>().Select(d => d.Role).ToListAsync(cancellationToken)).ToHashSet();

    public async Task<IReadOnlyDictionary<Role, (int Holders, int WithSecondFactor)>> CountHoldersAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Roles
            .Join(db.UserRoles, r => r.Id, m => m.RoleId, (r, m) => new { r.Name, m.UserId })
            .Join(db.Users.Where(u => u.DisabledAt == null), m => m.UserId, u => u.Id, (m, u) => new { m.Name, u.TwoFactorEnabled })
            .GroupBy(x => x.Name).Select(g => new { g.Key, Holders = g.Count(), With = g.Count(x => x.TwoFactorEnabled) })
            .ToListAsync(cancellationToken);
        return rows.Where(r => Enum.TryParse<Role>(r.Key, out _)).ToDictionary(r => Enum.Parse<Role>(r.Key!), r => (r.Holders, r.With));
    }

    public async Task SetDemandAsync(Role role, bool demanded, CancellationToken cancellationToken)
    {
        var there = await db.Set<SecondFactorDemand>().SingleOrDefaultAsync(d => d.Role == role, cancellationToken);
        if (demanded && there is null)
            db.Add(new SecondFactorDemand { Role = role, SinceAt = time.GetUtcNow() });
        else if (!demanded && there is not null)
            db.Remove(there);
    }

    public async Task RecheckAsync(IReadOnlyCollection<Guid> employees, CancellationToken cancellationToken)
    {
        if (employees.Count == 0)
            return;
        foreach (var account in await db.Users.Where(u => u.EmployeeId != null && employees.Contains(u.EmployeeId.Value)).Select(u => u.Id).ToListAsync(cancellationToken))
            revocations.Mark(account);
    }

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        foreach (var account in touched)
            revocations.Mark(account);
        touched.Clear();
    }

    private static string Fingerprint(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token.Trim())));

    private async Task<AccountLink?> LinkAsync(string token, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint(token);
        var link = await db.Set<AccountLink>().SingleOrDefaultAsync(l => l.Fingerprint == fingerprint, cancellationToken);
        return link?.IsOpenAt(time.GetUtcNow()) == true ? link : null;
    }

    private async Task<User> TouchAsync(Guid id, CancellationToken cancellationToken)
    {
        touched.Add(id);
        var user = await db.Users.SingleAsync(u => u.Id == id, cancellationToken);
        if (db.Entry(user).Property(u => u.ConcurrencyStamp).IsModified is false)
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return user;
    }

    private async Task<Dictionary<Guid, Account>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new
        {
            User = u,
            Employee = db.Set<Employee>().Where(e => e.Id == u.EmployeeId).Select(e => new
            {
                Name = e.Name + " " + e.Surname,
                e.Email,
                Unit = db.Set<OrgUnit>().Where(o => o.Id == e.UnitId).Select(o => o.Name).First(),
            }).FirstOrDefault(),
            Passkeys = db.UserPasskeys.Count(p => p.UserId == u.Id),
            Sessions = db.Set<SignInSession>().Count(s => s.UserId == u.Id && s.EndedAt == null),
            InvitedUntil = db.Set<AccountLink>().Where(l => l.UserId == u.Id && l.Invites && l.EndedAt == null && l.ExpiresAt > now).Max(l => (DateTimeOffset?)l.ExpiresAt),
        }).ToListAsync(cancellationToken);
        var roles = (await db.UserRoles.Where(m => ids.Contains(m.UserId)).Join(db.Roles, m => m.RoleId, r => r.Id, (m, r) => new { m.UserId, r.Name }).ToListAsync(cancellationToken))
            .Where(m => Enum.TryParse<Role>(m.Name, out _)).ToLookup(m => m.UserId, m => Enum.Parse<Role>(m.Name!));
        return rows.ToDictionary(r => r.User.Id, r => new Account(
            r.User.Id, r.User.EmployeeId, r.Employee?.Name ?? r.User.DisplayName, r.User.Email!, r.Employee?.Email, r.Employee?.Unit, State(r.User, r.Passkeys, now),
            [.. roles[r.User.Id].Order()], r.User.LockoutEnd > now ? r.User.LockoutEnd : null, r.InvitedUntil, r.User.TwoFactorEnabled, r.Passkeys, r.Sessions,
            r.User.LastSignInAt, r.User.Language ?? "lv")
        { EndsOn = r.User.EndsOn });
    }

    private static AccountState State(User user, int passkeys, DateTimeOffset now) =>
        user.DisabledAt is not null ? AccountState.Disabled
        : user.PasswordHash is null && passkeys == 0 ? AccountState.Invited
        : user.LockoutEnd > now ? AccountState.LockedOut
        : AccountState.Open;

    /// <summary>Undoes the transaction: the link stays open for another password.</summary>
    private sealed class PasswordRefused(IReadOnlyList<string> faults) : Exception
    {
        public IReadOnlyList<string> Faults { get; } = faults;
    }
}
