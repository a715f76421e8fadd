using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceDesk.Benchmarks.Search;

/// <summary>How long the database took for the commands since the last reset, as the program sees it: sending, work, first row.</summary>
internal sealed class CommandTimes : DbCommandInterceptor
{
    public TimeSpan Total { get; private set; }

    public void Reset() => Total = TimeSpan.Zero;

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Total += eventData.Duration;
        return ValueTask.FromResult(result);
    }
}
