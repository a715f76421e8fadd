using System.ComponentModel.DataAnnotations;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>Which database the site works on (section <c>ServiceDesk:Database</c>); the connection string is <c>ConnectionStrings:ServiceDesk</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "ServiceDesk:Database";

    public const string ConnectionStringName = "ServiceDesk";

    public DatabaseProvider Provider { get; set; }

    /// <summary>Whether the start brings the tables up to date; by default only for the embedded database.</summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>Statements per round trip; the provider's own default when empty.</summary>
    [Range(1, 1000)]
    public int? MaxBatchSize { get; set; }

    /// <summary>Folder of the PostgreSQL programs, where they lie neither beside the site nor in node_modules.</summary>
    public string? EmbeddedBinaries { get; set; }

    public bool Migrates => MigrateAtStart ?? Provider == DatabaseProvider.Embedded;
}

/// <summary>The engines on offer.</summary>
public enum DatabaseProvider
{
    /// <summary>PostgreSQL started by the site itself, its files in the data folder.</summary>
    Embedded,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,

    /// <summary>A SQL Server.</summary>
    SqlServer,
}
