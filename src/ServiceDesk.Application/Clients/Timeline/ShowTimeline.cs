using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Timeline;

/// <summary>Everything that went on between a client and us, in one stream.</summary>
public sealed record ShowTimeline
{
    /// <summary>The client.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>Only these kinds; empty for all.</summary>
    public IReadOnlyList<TimelineKind> Kinds { get; init; } = [];

    /// <summary>From this local day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to this local day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where the page before ended; null is the newest page.</summary>
    public TimelineCursor? After { get; init; }
}

/// <summary>Where a page ended.</summary>
/// <param name="At">The instant of its last entry, UTC.</param>
/// <param name="Shown">How many entries of that very instant were shown.</param>
public sealed record TimelineCursor(DateTimeOffset At, int Shown);

/// <summary>A page of a timeline.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Name">Current name.</param>
/// <param name="Kind">What the client is.</param>
/// <param name="Entries">The newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Today">Local date.</param>
public sealed record TimelinePage(Guid ClientId, string Name, ClientKind Kind, IReadOnlyList<TimelineEntry> Entries, TimelineCursor? Next, DateOnly Today);

/// <summary>
/// Asks every source for the newest entries of the stretch and puts them into one stream: each source gives at most a page, so that the
/// work does not grow with the length of the history.
/// </summary>
public sealed class ShowTimelineHandler(IServiceDeskDb db, IEnumerable<ITimelineSource> sources, ReadLog reads, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 30;

    /// <summary>A page; null when there is no such client or it is not for this person.</summary>
    public async Task<TimelinePage?> HandleAsync(ShowTimeline query, CancellationToken cancellationToken)
    {
        var client = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Id == query.ClientId).Select(c => new { c.Name, c.Kind }).FirstOrDefaultAsync(cancellationToken);
        if (client is null)
            return null;
        await reads.NoteAsync(new Reading(ReadThing.Client, query.ClientId, "", clientId: query.ClientId), cancellationToken);
        var kinds = (query.Kinds.Count > 0 ? query.Kinds : Enum.GetValues<TimelineKind>()).ToHashSet();
        var from = query.From is { } first ? local.StartOf(first) : (DateTimeOffset?)null;
        var until = query.To is { } last ? local.EndOf(last).AddTicks(-1) : time.GetUtcNow();
        if (query.After is { } after && after.At < until)
            until = after.At;
        var shown = query.After?.Shown ?? 0;
        List<TimelineEntry> entries = [];
        foreach (var source in sources.Where(s => kinds.Contains(s.Kind)))
            entries.AddRange(await source.ReadAsync(new TimelineQuestion(query.ClientId, kinds, from, until, PageSize + 1 + shown), cancellationToken));

        // Of the instant at which the page before ended, what it showed is left out.
        var rest = entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Event).ThenByDescending(e => e.Id).ToList();
        if (shown > 0)
            rest.RemoveRange(0, Math.Min(shown, rest.TakeWhile(e => e.At == until).Count()));
        var page = rest.Take(PageSize).ToList();
        var next = rest.Count > PageSize ? new TimelineCursor(page[^1].At, page.Count(e => e.At == page[^1].At) + (page[^1].At == query.After?.At ? shown : 0)) : null;
        return new TimelinePage(query.ClientId, client.Name, client.Kind, page, next, local.DateOf(time.GetUtcNow()));
    }
}
