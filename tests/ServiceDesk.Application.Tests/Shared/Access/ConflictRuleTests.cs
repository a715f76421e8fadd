using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Shared.Access;

/// <summary>
/// Who decides on a complaint about a person: usually the head of Client Service or of a unit; about the head of Client Service the deputy
/// executive director; about the deputy the executive director. Nobody about oneself or the one above.
/// </summary>
public class ConflictRuleTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task About_an_employee_the_heads_decide_and_the_employee_sees_nothing(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var id = await AboutAsync(house, "Līga");
        Assert.Null((await CaseAsync(house, id)).DecidedBy);
        Assert.Equal((true, true), await MayAsync(house, "Daina", id));
        Assert.Equal((false, false), await MayAsync(house, "Līga", id));
        Assert.Empty(await NoticesAsync(house, NoticeKind.YoursToDecide));
    }

    [Theory, EachDatabase]
    public async Task About_the_head_of_client_service_the_deputy_decides(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var id = await AboutAsync(house, "Daina");
        Assert.Equal(CaseAuthority.DeputyExecutiveDirector, (await CaseAsync(house, id)).DecidedBy);
        Assert.Equal((true, true), await MayAsync(house, "Andris", id));
        // Neither the head, nor those who work for the head, nor the director over the deputy's shoulder.
        foreach (var name in new[] { "Daina", "Inga", "Mārtiņš", "Ivars", "Jānis" })
            Assert.Equal((false, false), await MayAsync(house, name, id));
        var told = Assert.Single(await NoticesAsync(house, NoticeKind.YoursToDecide));
        Assert.Equal(await IdAsync(house, "Andris"), told.EmployeeId);
        // It cannot be taken down to a unit again by giving it to somebody.
        await ActAsync(house, "Andris");
        var martins = await IdAsync(house, "Mārtiņš");
        var unit = await AccessHouse.UnitAsync(house, DemoPeople.ClientService);
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, unit, martins, null, null), None)));
    }

    [Theory, EachDatabase]
    public async Task About_the_deputy_the_executive_director_decides_also_when_the_head_is_named_beside(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        foreach (var people in new[] { new[] { "Andris" }, ["Andris", "Daina"] })
        {
            var id = await AboutAsync(house, people);
            Assert.Equal(CaseAuthority.ExecutiveDirector, (await CaseAsync(house, id)).DecidedBy);
            Assert.Equal((true, true), await MayAsync(house, "Ivars", id));
            foreach (var name in people.Append("Inga"))
                Assert.Equal((false, false), await MayAsync(house, name, id));
        }
    }

    [Theory, EachDatabase]
    public async Task A_post_nobody_holds_does_not_swallow_the_complaint(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var deputy = await IdAsync(house, "Andris");
        var role = nameof(Role.DeputyExecutiveDirector);
        await house.RunAsync(async (IServiceProvider services) =>
        {
            var db = (ServiceDesk.Infrastructure.Database.ServiceDeskDbContext)services.GetService(typeof(ServiceDesk.Infrastructure.Database.ServiceDeskDbContext))!;
            await db.UserRoles.Where(r => db.Roles.Any(x => x.Id == r.RoleId && x.Name == role)).ExecuteDeleteAsync(None);
            return true;
        });
        var id = await AboutAsync(house, "Daina");
        Assert.NotEqual(Guid.Empty, deputy);
        Assert.Empty(await NoticesAsync(house, NoticeKind.YoursToDecide));
        var told = Assert.Single(await NoticesAsync(house, NoticeKind.NobodyToDecide));
        Assert.Equal((await IdAsync(house, "Kristīne"), (Guid?)null), (told.EmployeeId, told.CaseId)); // by number only, nothing to open
        Assert.Equal((await CaseAsync(house, id)).Number, told.Arguments[0]);
        Assert.Equal((false, false), await MayAsync(house, "Kristīne", id));
    }

    [Theory, EachDatabase]
    public async Task When_it_turns_out_to_be_about_somebody_else_it_comes_back(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var id = await AboutAsync(house, "Daina");
        await ActAsync(house, "Andris");
        await NameAsync(house, id, ["Ruta"]);
        Assert.Null((await CaseAsync(house, id)).DecidedBy);
        Assert.Equal((true, true), await MayAsync(house, "Daina", id));
        Assert.Equal((false, false), await MayAsync(house, "Ruta", id));
    }

    private static async Task<Guid> AboutAsync(House house, params string[] people)
    {
        await ActAsync(house, "Inga");
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Channel = Channel.Phone,
            Subject = "Par attieksmi",
            Text = "Klients sūdzas par attieksmi.",
            Contact = new Contact { Name = "Vilma Zvirbule" },
            Acknowledge = false,
        }), None));
        await ActAsync(house, "Daina");
        await NameAsync(house, id, people);
        return id;
    }

    private static async Task NameAsync(House house, Guid id, string[] people)
    {
        List<Guid> named = [];
        foreach (var name in people)
            named.Add(await IdAsync(house, name));
        await house.RunAsync((ComplaintAboutPersonHandler h) => h.HandleAsync(new NameSubjects(id, named, null, null), None));
    }

    private static Task<ServiceDesk.Domain.Staff.Employee> ActAsync(House house, string name) => house.ActAsAsync(DemoPeople.All.First(p => p.Name == name));

    private static Task<Guid> IdAsync(House house, string name) => AccessHouse.EmployeeAsync(house, DemoPeople.All.First(p => p.Name == name));

    private static Task<Case> CaseAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id, None));

    private static Task<List<Notice>> NoticesAsync(House house, NoticeKind kind) => house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().Where(n => n.Kind == kind).ToListAsync(None));

    /// <summary>Reads in full, and acts.</summary>
    private static async Task<(bool Reads, bool Acts)> MayAsync(House house, string name, Guid id)
    {
        await ActAsync(house, name);
        var shown = await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None));
        var acts = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().ActableBy(house.User).AnyAsync(c => c.Id == id, None));
        return (shown is { MayRead: true }, acts);
    }
}
