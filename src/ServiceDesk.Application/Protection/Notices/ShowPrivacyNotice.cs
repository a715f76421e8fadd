using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Notices;

/// <summary>A published version.</summary>
/// <param name="Id">Key: what a case remembers.</param>
/// <param name="Point">Where it is shown.</param>
/// <param name="Number">Number of the version.</param>
/// <param name="ValidFrom">From which local day.</param>
/// <param name="Words">What it says.</param>
public sealed record PublishedNotice(Guid Id, CollectingPoint Point, int Number, DateOnly ValidFrom, NoticeWords Words);

/// <summary>A version in a list.</summary>
/// <param name="Number">Number.</param>
/// <param name="ValidFrom">From which local day.</param>
/// <param name="ValidTo">Last local day; null while it holds.</param>
public sealed record NoticeVersion(int Number, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>What people are told about their data. Open to everybody, old versions too.</summary>
public sealed class ShowPrivacyNoticeHandler(IServiceDeskDb db, LocalTime local, TimeProvider time)
{
    private DateOnly Today => local.DateOf(time.GetUtcNow());

    /// <summary>The version in force at a point; null when none was published yet.</summary>
    public Task<PublishedNotice?> CurrentAsync(CollectingPoint point, CancellationToken cancellationToken)
    {
        var today = Today;
        return Published(point).Where(n => n.ValidFrom <= today).OrderByDescending(n => n.ValidFrom).ThenByDescending(n => n.Number)
            .Select(n => new PublishedNotice(n.Id, n.Point, n.Number, n.ValidFrom!.Value, n.Words)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>One version by its number, also an old one; null when there is none. One that does not hold yet is not shown.</summary>
    public Task<PublishedNotice?> FindAsync(CollectingPoint point, int number, CancellationToken cancellationToken)
    {
        var today = Today;
        return Published(point).Where(n => n.Number == number && n.ValidFrom <= today)
            .Select(n => new PublishedNotice(n.Id, n.Point, n.Number, n.ValidFrom!.Value, n.Words)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Versions that hold or held, newest first.</summary>
    public async Task<IReadOnlyList<NoticeVersion>> VersionsAsync(CollectingPoint point, CancellationToken cancellationToken)
    {
        var today = Today;
        var all = await Published(point).Where(n => n.ValidFrom <= today).OrderByDescending(n => n.ValidFrom).ThenByDescending(n => n.Number)
            .Select(n => new { n.Number, From = n.ValidFrom!.Value }).ToListAsync(cancellationToken);
        return [.. all.Select((n, i) => new NoticeVersion(n.Number, n.From, i == 0 ? null : all[i - 1].From.AddDays(all[i - 1].From == n.From ? 0 : -1)))];
    }

    /// <summary>The version a form says it showed, if it is one of that point; else the one in force: what a case remembers.</summary>
    public async Task<Guid?> ShownAsync(CollectingPoint point, Guid? said, CancellationToken cancellationToken) =>
        said is { } id && await Published(point).AnyAsync(n => n.Id == id, cancellationToken) ? id : (await CurrentAsync(point, cancellationToken))?.Id;

    private IQueryable<PrivacyNotice> Published(CollectingPoint point) =>
        db.Set<PrivacyNotice>().AsNoTracking().Where(n => n.Point == point && n.State == PrivacyNoticeState.Published);
}
