using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>
/// Ends sessions whose cookie has run out without a sign-out, and forgets sessions and links that opened nothing for a month.
/// </summary>
public sealed class ForgetSessionsJob(ServiceDeskDbContext db, TimeProvider time) : IJob
{
    /// <summary>How long a cookie lives without a request.</summary>
    public static readonly TimeSpan CookieLife = TimeSpan.FromHours(8);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public bool InOfficeHoursOnly => false;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // A session is noted as seen every five minutes.
        var (lastSeen, old) = (now - CookieLife - TimeSpan.FromMinutes(10), now - Kept);
        var ended = await db.Set<SignInSession>().Where(s => s.EndedAt == null && s.SeenAt < lastSeen)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellationToken);
        var forgotten = await db.Set<SignInSession>().Where(s => s.EndedAt < old).ExecuteDeleteAsync(cancellationToken)
            + await db.Set<AccountLink>().Where(l => l.ExpiresAt < old).ExecuteDeleteAsync(cancellationToken);
        return $"{ended} ended, {forgotten} forgotten";
    }
}
