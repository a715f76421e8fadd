using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Application.Tests.Protection;

/// <summary>The database model against the map of personal data: a new column that nobody has classified does not pass.</summary>
public class PersonalDataMapTests
{
    private static readonly PersonalDataMap Map = PersonalDataMap.Current;

    public static TheoryData<string> Engines => new("PostgreSql", "SqlServer");

    [Theory, MemberData(nameof(Engines))]
    public void Every_column_of_the_database_is_classified(string engine)
    {
        var missing = Columns(Model(engine)).Where(c => Map.Find(c.Entity)?.Columns.Any(m => m.Name == c.Column) != true)
            .Select(c => $"{c.Entity}.{c.Column} is not in the map of personal data: classify it in src/ServiceDesk.Application/Protection/Map");
        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    [Fact]
    public void The_map_knows_no_column_the_database_does_not_have()
    {
        var there = Columns(Model("PostgreSql")).Concat(Columns(Model("SqlServer"))).Select(c => $"{c.Entity}.{c.Column}").ToHashSet(StringComparer.Ordinal);
        var stray = Map.Entities.SelectMany(e => e.Columns.Select(c => $"{e.Name}.{c.Name}")).Where(c => !there.Contains(c)).ToList();
        Assert.True(stray.Count == 0, string.Join('\n', stray));
    }

    [Fact]
    public void A_table_with_a_clients_data_says_how_its_rows_are_found() =>
        Assert.Empty(Map.Entities.Where(e => !e.IsOwned && e.Columns.Any(c => c.Nature == DataNature.OfClient || (c.Nature == DataNature.FreeText && c.Why is null))).Select(e => e.Name));

    [Fact]
    public void Every_way_to_a_person_ends_at_the_card()
    {
        var there = Columns(Model("PostgreSql")).Select(c => $"{c.Entity}.{c.Column}").ToHashSet(StringComparer.Ordinal);
        foreach (var entity in Map.Entities)
        {
            foreach (var owner in entity.Owners)
            {
                Assert.Contains($"{entity.Name}.{owner.Column}", there);
                Assert.True(owner.Entity == PersonalDataMap.Root || Map.Find(owner.Entity)?.IsOwned == true, $"{entity.Name} through {owner.Column}");
            }
        }
    }

    [Fact]
    public void What_is_kept_of_a_client_in_spite_of_erasure_says_why() =>
        Assert.Empty(Map.Entities.SelectMany(e => e.Columns.Where(c => c is { Nature: DataNature.OfClient or DataNature.FreeText, Erasing: Erasing.Keep, Why: null }).Select(c => $"{e.Name}.{c.Name}")));

    private static IModel Model(string engine)
    {
        DbContext db = engine == "SqlServer"
            ? new SqlServerDbContext(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer("Server=nowhere").Options)
            : new PostgreSqlDbContext(new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql("Host=nowhere").Options);
        using (db)
            return db.Model;
    }

    private static IEnumerable<(string Entity, string Column)> Columns(IModel model) => model.GetEntityTypes().SelectMany(e =>
        e.GetDeclaredProperties().Select(p => (Name(e), p.Name)).Concat(Parts(e, Name(e), "")));

    private static IEnumerable<(string Entity, string Column)> Parts(ITypeBase type, string entity, string path) =>
        type.GetDeclaredComplexProperties().SelectMany(c =>
            c.ComplexType.GetProperties().Select(p => (entity, $"{path}{c.Name}.{p.Name}")).Concat(Parts(c.ComplexType, entity, $"{path}{c.Name}.")));

    /// <summary>Owned parts are called by their owner: <c>Data</c> of a passkey is <c>IdentityUserPasskey.Data</c>.</summary>
    private static string Name(IReadOnlyTypeBase type) => type.ClrType.Name.Split('`')[0];
}
