using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Application.Tests.Database;

public class MigrationsTests
{
    [Fact]
    public void PostgreSql_migrations_carry_every_change_of_the_model()
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlDbContext>();
        builder.UsePostgreSql("Host=none");
        using var db = new PostgreSqlDbContext(builder.Options);
        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/migrations add NAME.");
    }

    [Fact]
    public void SqlServer_migrations_carry_every_change_of_the_model()
    {
        var builder = new DbContextOptionsBuilder<SqlServerDbContext>();
        builder.UseSqlServerEngine("Server=none");
        using var db = new SqlServerDbContext(builder.Options);
        Assert.False(db.Database.HasPendingModelChanges(), "Run scripts/migrations add NAME.");
    }

    [Fact]
    public void A_context_made_outside_the_application_has_the_passkeys_of_identity_version_3()
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlDbContext>();
        builder.UsePostgreSql("Host=none");
        using var db = new PostgreSqlDbContext(builder.Options);
        Assert.Contains(db.Model.GetEntityTypes(), t => t.GetTableName() == "AspNetUserPasskeys");
    }
}
