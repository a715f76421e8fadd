using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

internal sealed class Accounts(UserManager<User> users, SignInManager<User> signIn, ServiceDeskDbContext db, ILogger<Accounts> logger) : IAccounts
{
    // Somebody to check the password of when nobody has the address: the answer takes as long either way.
    private static readonly User Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<SignInOutcome> SignInAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return SignInOutcome.Refused;
        }

        if (user.EmployeeId is { } id && !await db.Set<Employee>().AnyAsync(e => e.Id == id && e.IsActive))
            return SignInOutcome.Refused;

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut)
            logger.LogWarning("Account {Account} is locked out", user.Id);
        return result.Succeeded ? SignInOutcome.SignedIn : result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.Refused;
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    public Task<IReadOnlyList<string>> CreateAsync(NewAccount account) =>
        db.InTransactionAsync<IReadOnlyList<string>>(async _ =>
        {
            var user = new User
            {
                Id = Guid.CreateVersion7(),
                UserName = account.Email,
                Email = account.Email,
                EmailConfirmed = true,
                DisplayName = account.DisplayName,
                EmployeeId = account.EmployeeId,
            };
            var made = await users.CreateAsync(user, account.Password);
            if (!made.Succeeded)
                return [.. made.Errors.Select(e => e.Description).Distinct()];
            await users.AddToRolesAsync(user, account.Roles.Select(r => r.ToString()));
            return [];
        }, CancellationToken.None);

    public Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        var administrator = nameof(Role.Administrator);
        return db.Roles.Where(r => r.Name == administrator).Join(db.UserRoles, r => r.Id, m => m.RoleId, (_, m) => m).AnyAsync(cancellationToken);
    }
}
