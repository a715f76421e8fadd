using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Accounts;

public class AccountsTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task An_installation_with_the_demo_staff_has_an_administrator(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        Assert.True(await house.RunAsync((IAccounts a) => a.HasAdministratorAsync(CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task A_short_password_and_a_taken_address_are_refused_and_leave_no_account(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);

        var shortOne = await house.RunAsync((IAccounts a) => a.CreateAsync(new NewAccount("new@lejasupe.example", "short", "New", null, [Role.Administrator])));
        var taken = await house.RunAsync((IAccounts a) => a.CreateAsync(new NewAccount(DemoPeople.All[0].Email, "long-enough-2026", "Other", null, [])));

        Assert.NotEmpty(shortOne);
        Assert.NotEmpty(taken);
    }

    [Theory, EachDatabase]
    public async Task Every_unit_of_the_demo_but_the_roads_has_a_head(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var headless = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.HeadId == null).Select(u => u.Name).ToListAsync());
        Assert.Equal([DemoPeople.Roads], headless);
    }

    [Fact]
    public void The_demo_has_somebody_for_every_role() =>
        Assert.Empty(Enum.GetValues<Role>().Except(DemoPeople.All.SelectMany(p => p.Roles)));
}
