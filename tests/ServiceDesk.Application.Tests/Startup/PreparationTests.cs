using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Startup;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Startup;

public class PreparationTests
{
    [Fact]
    public async Task An_empty_database_gets_its_tables_and_reference_rows_and_a_second_start_finds_nothing_to_do()
    {
        await using var fresh = await Databases.OpenEmptyAsync();

        Assert.Contains(await PrepareAsync(fresh.House), line => line.StartsWith("migrations:", StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<Role>().Length, await RolesAsync(fresh.House));

        Assert.DoesNotContain(await PrepareAsync(fresh.House), line => line.StartsWith("migrations:", StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<Role>().Length, await RolesAsync(fresh.House));
    }

    [Fact]
    public async Task Three_nodes_that_start_at_once_prepare_one_database_between_them()
    {
        await using var fresh = await Databases.OpenEmptyAsync();
        await using var second = fresh.Another();
        await using var third = fresh.Another();

        await Task.WhenAll(PrepareAsync(fresh.House), PrepareAsync(second), PrepareAsync(third));

        Assert.Equal(Enum.GetValues<Role>().Length, await RolesAsync(fresh.House));
    }

    [Fact]
    public async Task A_site_that_may_not_migrate_refuses_a_database_that_lacks_something_and_names_it()
    {
        await using var fresh = await Databases.OpenEmptyAsync(services => services.Configure<DatabaseOptions>(o => o.MigrateAtStart = false));

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => PrepareAsync(fresh.House));

        Assert.Contains("_Initial", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("migrate-by-hand.md", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> PrepareAsync(House house)
    {
        List<string> told = [];
        await house.RunAsync((Preparation preparation) => preparation.RunAsync(told.Add, CancellationToken.None));
        return told;
    }

    private static Task<int> RolesAsync(House house) =>
        house.RunAsync((ServiceDeskDbContext db) => db.Roles.CountAsync());
}
