using System.Collections.Concurrent;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>
/// Accounts whose rights changed a moment ago on this node: their cookies are checked at the next request, not at the next regular
/// check. Other nodes follow within <see cref="Interval"/>.
/// </summary>
internal sealed class Revocations(TimeProvider time)
{
    /// <summary>How long a cookie is believed before the database is asked again.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> marks = new(StringComparer.Ordinal);

    public void Mark(Guid account)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in marks.Where(m => m.Value < now - 2 * Interval).ToList())
            marks.TryRemove(old, out _);
        marks[account.ToString()] = now;
    }

    /// <summary>Cookies keep whole seconds only, so one issued in the second of the change is checked too.</summary>
    public bool IsSince(string? account, DateTimeOffset issued) => account is not null && marks.TryGetValue(account, out var at) && at >= issued;
}
