using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>
/// Prepared texts on offer, read once a minute and node: every case page lists them. Who edits one sees it at once; another node
/// of the site follows within the minute.
/// </summary>
public sealed class PreparedTextCache(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private volatile Kept? kept;

    /// <summary>Everything on offer; read only.</summary>
    public async Task<IReadOnlyList<PreparedText>> GetAsync(IServiceDeskDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (kept is { } known && now - known.At < Life && now >= known.At)
            return known.Texts;
        var texts = await db.Set<PreparedText>().AsNoTracking().Where(t => t.RetiredAt == null).OrderBy(t => t.Name).ToListAsync(cancellationToken);
        kept = new Kept(texts, now);
        return texts;
    }

    /// <summary>Something was changed.</summary>
    public void Forget() => kept = null;

    private sealed record Kept(IReadOnlyList<PreparedText> Texts, DateTimeOffset At);
}
