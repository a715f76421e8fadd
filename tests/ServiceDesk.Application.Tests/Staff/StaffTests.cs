using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Application.Tests.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Staff;

public class StaffTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task A_unit_is_added_changed_and_the_last_change_taken_back(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Administrator);
        var roads = await UnitAsync(house, DemoPeople.Roads);
        var engineer = await house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Name == "Edgars"));
        var id = await ChangeAsync(house, new ChangeUnit(null, 0, "Ielu apgaismojuma grupa", roads.Id, null, "64100199", null, true, null));
        var unit = await UnitAsync(house, "Ielu apgaismojuma grupa");

        house.Time.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(house, new ChangeUnit(id, unit.Version, "Apgaismojuma grupa", null, engineer.Id, null, "gaisma@lejasupe.example", false, "pārdalīti darbi"));
        var changed = await UnitAsync(house, "Apgaismojuma grupa");
        Assert.Null(changed.ParentId);
        Assert.Equal(engineer.Id, changed.HeadId);

        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.RunAsync((ChangeUnitHandler h) => h.UndoAsync(id, changed.Version, CancellationToken.None));
        var back = await UnitAsync(house, "Ielu apgaismojuma grupa");
        Assert.Equal((roads.Id, null, "64100199", null, true), (back.ParentId, back.HeadId, back.Phone, back.Email, back.ServesExternalClients));
        var history = await house.RunAsync((ShowHistoryHandler h) => h.HandleAsync(ChangedThing.Unit, id, CancellationToken.None));
        Assert.Equal([ChangeAction.Changed, ChangeAction.Changed, ChangeAction.Created], history.Select(r => r.Action));
    }

    [Theory, EachDatabase]
    public async Task A_stale_form_a_taken_name_and_a_loop_are_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Administrator);
        var utilities = await UnitAsync(house, DemoPeople.Utilities);
        var roads = await UnitAsync(house, DemoPeople.Roads);
        Assert.Equal("Staff.Refusal.Stale", await RefusalAsync(house, new ChangeUnit(utilities.Id, utilities.Version + 1, "X", null, null, null, null, true, null)));
        Assert.Equal("Staff.Refusal.UnitNameTaken", await RefusalAsync(house, new ChangeUnit(null, 0, DemoPeople.Roads.ToUpperInvariant(), null, null, null, null, true, null)));
        Assert.Equal("Staff.Refusal.UnitBelowItself", await RefusalAsync(house, new ChangeUnit(utilities.Id, utilities.Version, utilities.Name, roads.Id, utilities.HeadId, null, null, true, null)));
        await house.ActAsAsync(Role.UnitHead);
        Assert.Equal("Operations.Refusal.NotAllowed", await RefusalAsync(house, new ChangeUnit(null, 0, "Y", null, null, null, null, true, null)));
    }

    [Theory, EachDatabase]
    public async Task A_unit_is_taken_out_of_use_only_when_nothing_hangs_on_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Administrator);
        var education = await UnitAsync(house, DemoPeople.Education);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ChangeUnitHandler h) => h.RetireAsync(education.Id, education.Version, null, CancellationToken.None)));
        Assert.Equal("Staff.Refusal.UnitBurdened", refusal.Key);

        var id = await ChangeAsync(house, new ChangeUnit(null, 0, "Pagaidu grupa", education.Id, null, null, null, true, null));
        var unit = await UnitAsync(house, "Pagaidu grupa");
        await house.RunAsync((ChangeUnitHandler h) => h.RetireAsync(id, unit.Version, "projekts beidzies", CancellationToken.None));
        var tree = await house.RunAsync((ShowUnitsHandler h) => h.TreeAsync(withRetired: false, CancellationToken.None));
        Assert.DoesNotContain(Flat(tree), u => u.Id == id);
        var retired = await UnitAsync(house, "Pagaidu grupa");
        await house.RunAsync((ChangeUnitHandler h) => h.RestoreAsync(id, retired.Version, CancellationToken.None));
        Assert.Contains(Flat(await house.RunAsync((ShowUnitsHandler h) => h.TreeAsync(withRetired: false, CancellationToken.None))), u => u.Id == id);
    }

    [Theory, EachDatabase]
    public async Task A_head_sees_the_own_people_and_nobody_else(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var head = await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Jānis"));
        var list = await house.RunAsync((ShowEmployeesHandler h) => h.ListAsync(new EmployeeFilter(), CancellationToken.None));
        Assert.Equal([DemoPeople.Roads, DemoPeople.Utilities], list.Rows.Select(r => r.Unit).Distinct().Order(StringComparer.Ordinal));
        var stranger = await house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Name == "Ilze").Select(e => e.Id).SingleAsync());
        Assert.Null(await house.RunAsync((ShowEmployeesHandler h) => h.DetailsAsync(stranger, CancellationToken.None)));
        Assert.NotNull(await house.RunAsync((ShowEmployeesHandler h) => h.DetailsAsync(head.Id, CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task Personnel_changes_what_is_known_of_somebody_and_takes_it_back(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HumanResources);
        var person = await EmployeeAsync(house, "Agnese");
        var social = await UnitAsync(house, DemoPeople.Social);
        await house.RunAsync((ChangeEmployeeHandler h) => h.HandleAsync(
            new ChangeEmployee(person.Id, person.Version, "Agnese", "Lapiņa-Kalna", "Vecākā arhitekte", social.Id, person.Email, "64100161", true, null), CancellationToken.None));
        var changed = await EmployeeAsync(house, "Agnese");
        Assert.Equal(("Lapiņa-Kalna", social.Id), (changed.Surname, changed.UnitId));
        await house.RunAsync((ChangeEmployeeHandler h) => h.UndoAsync(person.Id, changed.Version, CancellationToken.None));
        var back = await EmployeeAsync(house, "Agnese");
        Assert.Equal((person.Surname, person.Position, person.UnitId, person.Phone), (back.Surname, back.Position, back.UnitId, back.Phone));

        var taken = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ChangeEmployeeHandler h) => h.HandleAsync(
            new ChangeEmployee(null, 0, "Agnese", "Cita", "Arhitekte", social.Id, person.Email, null, true, null), CancellationToken.None)));
        Assert.Equal("Staff.Refusal.EmailTaken", taken.Key);
    }

    [Theory, EachDatabase]
    public async Task Whoever_leaves_at_once_loses_the_account_the_post_and_nothing_of_the_history(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HumanResources);
        var person = await EmployeeAsync(house, "Zane");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, person.Version, null, null, "pēc pašas vēlēšanās"), CancellationToken.None));

        Assert.False((await EmployeeAsync(house, "Zane")).IsActive);
        Assert.Null((await UnitAsync(house, DemoPeople.Social)).HeadId);
        Assert.Equal(AccountState.Disabled, (await AccountAsync(house, person)).State);
        var log = await house.RunAsync((ShowHistoryHandler h) => h.HandleAsync(ChangedThing.Employee, person.Id, CancellationToken.None));
        Assert.Equal((ChangeAction.Retired, "pēc pašas vēlēšanās"), (log[0].Action, log[0].Reason));

        var gone = await EmployeeAsync(house, "Zane");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.ReturnAsync(person.Id, gone.Version, CancellationToken.None));
        Assert.True((await EmployeeAsync(house, "Zane")).IsActive);
        Assert.Equal(AccountState.Disabled, (await AccountAsync(house, person)).State);
    }

    [Theory, EachDatabase]
    public async Task Open_cases_go_to_the_successor_with_a_notice_each_and_no_date_moves(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var cases = await house.CasesAsync(2, DemoPeople.Building, "Agnese");
        var due = (await CasesAsync(house, cases)).Select(c => c.NextDueOn).ToList();
        await house.ActAsAsync(Role.HumanResources);
        var person = await EmployeeAsync(house, "Agnese");
        var successor = await EmployeeAsync(house, "Kārlis");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, person.Version, null, successor.Id, null), CancellationToken.None));

        var after = await CasesAsync(house, cases);
        Assert.All(after, c => Assert.Equal(successor.Id, c.AssigneeId));
        Assert.Equal(due, after.Select(c => c.NextDueOn));
        Assert.Equal(2, await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().CountAsync(n => n.EmployeeId == successor.Id && n.Kind == NoticeKind.Assigned && cases.Contains(n.CaseId!.Value))));
        var gone = await EmployeeAsync(house, "Agnese");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.ReturnAsync(person.Id, gone.Version, CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task A_confidential_case_never_waits_where_nobody_may_read_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync(DemoPeople.Building, "Agnese");
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<Case>().Include(c => c.Readers).SingleAsync(c => c.Id == id)).MarkConfidential("par vadītāju", hiddenFromHead: true, [], Actor.System, house.Time.Now);
            await db.SaveChangesAsync();
        });
        await house.ActAsAsync(Role.HumanResources);
        var person = await EmployeeAsync(house, "Agnese");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, person.Version, null, null, null), CancellationToken.None)));
        Assert.Equal("Staff.Refusal.SuccessorNeeded", refusal.Key);
        Assert.True((await EmployeeAsync(house, "Agnese")).IsActive);
    }

    [Theory, EachDatabase]
    public async Task A_planned_leaving_happens_after_the_last_day_and_can_be_dropped_before(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 9);
        await house.ActAsAsync(Role.HumanResources);
        var person = await EmployeeAsync(house, "Sanita");
        var colleague = await EmployeeAsync(house, "Valdis");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, person.Version, new DateOnly(2026, 6, 19), colleague.Id, null), CancellationToken.None));
        house.Time.SetLocal(2026, 6, 19, 23, 50);
        Assert.Equal(0, await house.RunAsync((PartWithLeaversHandler h) => h.HandleAsync(CancellationToken.None)));
        var planned = await EmployeeAsync(house, "Sanita");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.StayAsync(person.Id, planned.Version, CancellationToken.None));
        var staying = await EmployeeAsync(house, "Sanita");
        await house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, staying.Version, new DateOnly(2026, 6, 19), colleague.Id, null), CancellationToken.None));
        house.Time.SetLocal(2026, 6, 20, 0, 10);
        house.ActAsNobody();
        Assert.Equal(1, await house.RunAsync((PartWithLeaversHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Equal(0, await house.RunAsync((PartWithLeaversHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Equal(AccountState.Disabled, (await AccountAsync(house, person)).State);
    }

    [Theory, EachDatabase]
    public async Task The_last_administrator_is_neither_let_go_nor_closed_nor_stripped(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var person = await house.ActAsAsync(Role.Administrator);
        var account = await AccountAsync(house, person);
        var other = DemoPeople.All.Single(p => p.Name == "Toms");
        await house.ActAsAsync(other);
        house.User.Roles = new HashSet<Role> { Role.Administrator };
        Assert.Equal("Accounts.Refusal.LastAdministrator", (await Assert.ThrowsAsync<Refusal>(() =>
            house.RunAsync((TendAccountHandler h) => h.HandleAsync(new TendAccount(account.Id, AccountStep.Disable), CancellationToken.None)))).Key);
        Assert.Equal("Accounts.Refusal.LastAdministrator", (await Assert.ThrowsAsync<Refusal>(() =>
            house.RunAsync((ChangeRolesHandler h) => h.HandleAsync(new ChangeRoles(account.Id, [Role.Employee], null), CancellationToken.None)))).Key);
        Assert.Equal("Accounts.Refusal.LastAdministrator", (await Assert.ThrowsAsync<Refusal>(() =>
            house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, person.Version, null, null, null), CancellationToken.None)))).Key);
        house.User.Roles = new HashSet<Role> { Role.HumanResources };
        Assert.Equal("Accounts.Refusal.AdministratorsOnly", (await Assert.ThrowsAsync<Refusal>(() =>
            house.RunAsync((LetEmployeeLeaveHandler h) => h.HandleAsync(new LetEmployeeLeave(person.Id, person.Version, null, null, null), CancellationToken.None)))).Key);
    }

    [Theory, EachDatabase]
    public async Task The_second_factor_is_reset_from_the_machine_and_the_log_says_so(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.ActAsNobody();
        var person = DemoPeople.All.Single(p => p.Roles.Contains(Role.Administrator));
        await house.RunAsync((TendAccountHandler h) => h.ResetSecondFactorFromMachineAsync(person.Email, CancellationToken.None));
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((TendAccountHandler h) => h.ResetSecondFactorFromMachineAsync("nobody@lejasupe.example", CancellationToken.None)));
        var record = await house.RunAsync((IServiceDeskDb db) => db.Set<ChangeRecord>().AsNoTracking().SingleAsync(c => c.Thing == ChangedThing.Account && c.ByName == "" && c.After.Contains("ResetSecondFactor")));
        Assert.Equal($"{person.Name} {person.Surname}", record.Name);
    }

    [Theory]
    [InlineData("lejasupe-2026", false)]
    [InlineData("inga.ozola.12", true)]
    [InlineData("qwertyuiop12", true)]
    [InlineData("parole123456", true)]
    [InlineData("ozola-river-stone", false)]
    public void A_password_is_guessable_when_little_is_left_besides_the_name(string password, bool guessable) =>
        Assert.Equal(guessable, PasswordStrength.IsGuessable(password, ["inga.ozola", "Inga Ozola"]));

    private static IEnumerable<UnitNode> Flat(IEnumerable<UnitNode> nodes) => nodes.SelectMany(n => Flat(n.Below).Prepend(n));

    private static Task<Guid> ChangeAsync(House house, ChangeUnit command) => house.RunAsync((ChangeUnitHandler h) => h.HandleAsync(command, CancellationToken.None));

    private static async Task<string> RefusalAsync(House house, ChangeUnit command) => (await Assert.ThrowsAsync<Refusal>(() => ChangeAsync(house, command))).Key;

    private static Task<List<Case>> CasesAsync(House house, List<Guid> ids) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Number).ToListAsync());

    private static Task<OrgUnit> UnitAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().AsNoTracking().SingleAsync(u => u.Name == name));

    private static Task<Employee> EmployeeAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Name == name));

    private static async Task<Account> AccountAsync(House house, Employee person) =>
        (await house.RunAsync((IAccountStore s) => s.FindByEmployeeAsync(person.Id, CancellationToken.None)))!;
}
