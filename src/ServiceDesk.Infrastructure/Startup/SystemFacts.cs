using System.Data;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Startup;

internal sealed class SystemFacts(IServiceScopeFactory scopes, TimeProvider time, IOptions<ServiceDeskOptions> options, IOptions<DatabaseOptions> database) : ISystemFacts
{
    public string Version { get; } =
        typeof(SystemFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public long FreeBytes => new DriveInfo(options.Value.DataFolder).AvailableFreeSpace;

    public async Task<string> DatabaseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await connection.OpenAsync(cancellationToken);
        return database.Value.Provider switch
        {
            DatabaseProvider.SqlServer => $"SQL Server {connection.ServerVersion}",
            DatabaseProvider.Embedded => $"PostgreSQL {connection.ServerVersion} (embedded)",
            _ => $"PostgreSQL {connection.ServerVersion}",
        };
    }
}
