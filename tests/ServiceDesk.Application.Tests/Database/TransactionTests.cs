using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Database;

public class TransactionTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task Work_that_fails_half_way_leaves_nothing_behind(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.RunAsync((IServiceDeskDb db) => db.InTransactionAsync<int>(async token =>
        {
            db.Set<OrgUnit>().Add(new OrgUnit("Half a unit"));
            await db.SaveChangesAsync(token);
            throw new InvalidOperationException("half way");
        }, CancellationToken.None)));

        Assert.False(await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().AnyAsync(u => u.Name == "Half a unit")));
    }

    [Theory, EachDatabase]
    public async Task A_transaction_inside_another_joins_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);

        await house.RunAsync((IServiceDeskDb db) => db.InTransactionAsync(async outer =>
        {
            await db.InTransactionAsync(async inner =>
            {
                db.Set<OrgUnit>().Add(new OrgUnit("Joined unit"));
                return await db.SaveChangesAsync(inner);
            }, outer);
            return true;
        }, CancellationToken.None));

        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().AnyAsync(u => u.Name == "Joined unit")));
    }

    [Theory, EachDatabase]
    public async Task Latvian_letters_survive_the_way_into_the_database_and_back(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        const string name = "Glāžšķūņa rūķīšu nodaļa „Ģērbonis”";

        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            db.Set<OrgUnit>().Add(new OrgUnit(name));
            await db.SaveChangesAsync();
        });

        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().AnyAsync(u => u.Name == name)));
    }
}
