using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>A little of what administrators leave behind: a new colleague invited, a unit closed, some changes in the log.</summary>
public sealed class DemoAdministrationSeed(IServiceDeskDb db, IAccountStore accounts, SecurityLetters letters, TimeProvider time) : IDemoSeed
{
    private const string Newcomer = "dace.vilcina@lejasupe.example";
    private const string Administrator = "Kristīne Vanaga";
    private const string Personnel = "Aija Apine";

    /// <inheritdoc/>
    public int Order => 1150;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Employee>().AnyAsync(e => e.Email == Newcomer, cancellationToken))
            return;
        await db.InTransactionAsync(async token =>
        {
            var units = await db.Set<OrgUnit>().ToDictionaryAsync(u => u.Name, token);
            if (!units.TryGetValue(DemoPeople.Utilities, out var utilities) || !units.TryGetValue(DemoPeople.Roads, out var roads) || !units.TryGetValue(DemoPeople.Administration, out var top))
                return false;
            var now = time.GetUtcNow();
            var closed = new OrgUnit("Ģimenes ārsta prakses atbalsta grupa", top, servesExternalClients: true);
            closed.Retire(now.AddDays(-40));
            var newcomer = new Employee("Dace", "Vilciņa", "Vides pārvaldības speciāliste", utilities, Newcomer, "64100133");
            db.Set<OrgUnit>().Add(closed);
            db.Set<Employee>().Add(newcomer);
            await db.SaveChangesAsync(token);

            var account = Guid.CreateVersion7();
            if (await accounts.AddAsync(account, Newcomer, newcomer.FullName, newcomer.Id) is [var fault, ..])
                throw new InvalidOperationException($"Demo account {Newcomer}: {fault}");
            await accounts.SetRolesAsync(account, [Role.Employee], token);
            letters.Invite(Newcomer, "lv", newcomer.FullName, await accounts.MakeLinkAsync(account, invites: true, InviteEmployeeHandler.Lifetime, token), now + InviteEmployeeHandler.Lifetime);

            var people = await db.Set<Employee>().ToDictionaryAsync(e => e.Name + " " + e.Surname, e => e.Id, token);
            void Add(TimeSpan ago, string by, ChangedThing thing, Guid key, string name, ChangeAction action, ChangeValues before, ChangeValues after, string? reason) =>
                db.Set<ChangeRecord>().Add(new ChangeRecord(now - ago, people.GetValueOrDefault(by) is var id && id != Guid.Empty ? id : null, by, thing, key.ToString("N"), name, action, before.ToJson(), after.ToJson(), reason));
            Add(TimeSpan.FromDays(96), Administrator, ChangedThing.Unit, roads.Id, roads.Name, ChangeAction.Changed,
                new ChangeValues().With(ChangedField.Name, "Ceļu daļa").With(ChangedField.Phone, "64100129"), new ChangeValues().With(ChangedField.Name, roads.Name).With(ChangedField.Phone, roads.Phone),
                "Domes lēmums par struktūras izmaiņām");
            Add(TimeSpan.FromDays(40), Administrator, ChangedThing.Unit, closed.Id, closed.Name, ChangeAction.Retired,
                new ChangeValues().With(ChangedField.InUse, true), new ChangeValues().With(ChangedField.InUse, false), "Projekts beidzies");
            Add(TimeSpan.FromDays(2), Personnel, ChangedThing.Employee, newcomer.Id, newcomer.FullName, ChangeAction.Created, new ChangeValues(),
                new ChangeValues().With(ChangedField.Name, newcomer.Name).With(ChangedField.Surname, newcomer.Surname).With(ChangedField.Position, newcomer.Position)
                    .With(ChangedField.Unit, utilities.Id, utilities.Name).With(ChangedField.Email, newcomer.Email), null);
            Add(TimeSpan.FromMinutes(20), Administrator, ChangedThing.Account, account, newcomer.FullName, ChangeAction.Created, new ChangeValues(),
                new ChangeValues().With(ChangedField.Email, Newcomer).With(ChangedField.Roles, [Role.Employee]).With(ChangedField.Access, AccountStep.InviteAgain), null);
            await accounts.SaveAsync(token);
            return true;
        }, cancellationToken);
    }
}
