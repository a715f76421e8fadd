using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ServiceDesk.Testing;

/// <summary>The engines the site runs on.</summary>
public enum Engine
{
    PostgreSql,
    SqlServer,
}

/// <summary>
/// Runs a persistence test once for each engine: <c>[Theory, EachDatabase] public async Task Saves(Engine engine)</c>.
/// SQL Server takes part when SERVICEDESK_TEST_SQLSERVER holds a connection string; otherwise the test shows as skipped.
/// </summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    private const string WhySkipped = "SERVICEDESK_TEST_SQLSERVER is not set.";

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow<Engine>(Engine.PostgreSql),
            new TheoryDataRow<Engine>(Engine.SqlServer) { Skip = SqlServer.ConnectionString is null ? WhySkipped : null },
        ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

internal static class SqlServer
{
    public static string? ConnectionString { get; } = Environment.GetEnvironmentVariable("SERVICEDESK_TEST_SQLSERVER") is { Length: > 0 } value ? value : null;
}
