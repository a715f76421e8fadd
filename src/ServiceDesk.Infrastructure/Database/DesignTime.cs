using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>For scripts/migrations: makes the context without a server.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlDbContext>
{
    public PostgreSqlDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlDbContext>();
        builder.UsePostgreSql("Host=none");
        return new PostgreSqlDbContext(builder.Options);
    }
}

/// <summary>For scripts/migrations: makes the context without a server.</summary>
internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerDbContext>
{
    public SqlServerDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlServerDbContext>();
        builder.UseSqlServerEngine("Server=none");
        return new SqlServerDbContext(builder.Options);
    }
}
