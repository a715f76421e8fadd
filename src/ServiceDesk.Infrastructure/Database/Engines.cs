using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>How each engine is driven. Both try again after a cut connection, so both refuse the same code (see IServiceDeskDb.InTransactionAsync).</summary>
public static class Engines
{
    private const int Retries = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    public static DbContextOptionsBuilder UsePostgreSql(this DbContextOptionsBuilder builder, string connectionString, int? maxBatchSize = null) =>
        builder.UseNpgsql(connectionString, o =>
        {
            o.EnableRetryOnFailure(Retries, LongestPause, null);
            o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
            if (maxBatchSize is { } size)
                o.MaxBatchSize(size);
        });

    // Number 0: what a cut connection looks like on Linux; the provider does not count it as passing.
    public static DbContextOptionsBuilder UseSqlServerEngine(this DbContextOptionsBuilder builder, string connectionString, int? maxBatchSize = null) =>
        builder.UseSqlServer(connectionString, o =>
        {
            o.EnableRetryOnFailure(3, LongestPause, [0]);
            o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
            if (maxBatchSize is { } size)
                o.MaxBatchSize(size);
        });
}
