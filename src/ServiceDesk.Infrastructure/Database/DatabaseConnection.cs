using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceDesk.Infrastructure.Database.Embedded;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>The connection string in force: the configured one, or the embedded server's.</summary>
internal sealed class DatabaseConnection(IOptions<DatabaseOptions> options, IConfiguration configuration, Lazy<EmbeddedPostgres> embedded)
{
    public const string EmbeddedDatabase = "servicedesk";

    public string Value => options.Value.Provider == DatabaseProvider.Embedded
        ? embedded.Value.ConnectionStringFor(EmbeddedDatabase)
        : configuration.GetConnectionString(DatabaseOptions.ConnectionStringName)!;
}
