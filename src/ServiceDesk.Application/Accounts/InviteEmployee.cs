using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Accounts;

/// <summary>Makes an account for an employee and sends the invitation.</summary>
/// <param name="EmployeeId">Who.</param>
/// <param name="Roles">Roles from the start; at least one.</param>
/// <param name="Language">Language of the letter.</param>
public sealed record InviteEmployee(Guid EmployeeId, IReadOnlyCollection<Role> Roles, string Language);

/// <summary>
/// Invites: the account has no password until the person chooses one by the link of the letter, which opens once and for
/// <see cref="Lifetime"/>.
/// </summary>
public sealed class InviteEmployeeHandler(IServiceDeskDb db, IAccountStore accounts, SecurityLetters letters, ChangeLog log, ICurrentUser user, TimeProvider time)
{
    /// <summary>How long an invitation is open.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>Employees without an account, for the form.</summary>
    public async Task<IReadOnlyList<Employee>> CandidatesAsync(CancellationToken cancellationToken)
    {
        if (!user.May(Permission.GrantRoles))
            throw new Refusal("Operations.Refusal.NotAllowed");
        var withAccount = (await accounts.EmployeesWithAccountAsync(cancellationToken)).ToHashSet();
        var all = await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).OrderBy(e => e.Surname).ThenBy(e => e.Name).ToListAsync(cancellationToken);
        return [.. all.Where(e => !withAccount.Contains(e.Id))];
    }

    /// <summary>Invites; returns the account.</summary>
    public async Task<Guid> HandleAsync(InviteEmployee command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.GrantRoles))
            throw new Refusal("Operations.Refusal.NotAllowed");
        if (command.Roles.Count == 0)
            throw new Refusal("Accounts.Refusal.NoRole");
        var id = Guid.CreateVersion7();
        await db.InTransactionAsync(async token =>
        {
            var employee = await db.Set<Employee>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == command.EmployeeId && e.IsActive, token)
                ?? throw new Refusal("Accounts.Refusal.NoEmployee");
            if (await accounts.FindByEmployeeAsync(employee.Id, token) is not null)
                throw new Refusal("Accounts.Refusal.HasAccount", employee.FullName);
            if ((await accounts.AddAsync(id, employee.Email, employee.FullName, employee.Id)) is [var fault, ..])
                throw new Refusal("Accounts.Refusal.Fault", fault);
            await accounts.SetRolesAsync(id, command.Roles, token);
            await accounts.SetLanguageAsync(id, command.Language, token);
            var link = await accounts.MakeLinkAsync(id, invites: true, Lifetime, token);
            letters.Invite(employee.Email, command.Language, employee.FullName, link, time.GetUtcNow() + Lifetime);
            log.Record(ChangedThing.Account, id, employee.FullName, null,
                new ChangeValues().With(ChangedField.Email, employee.Email).With(ChangedField.Roles, command.Roles.Order().Cast<Enum>()).With(ChangedField.Access, AccountStep.InviteAgain));
            await accounts.SaveAsync(token);
            return id;
        }, cancellationToken);
        return id;
    }
}
