using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.Search;

/// <summary>What is looked for. Everything stands in the address, so a search can be sent to a colleague.</summary>
public sealed record SearchCases
{
    /// <summary>Words or beginnings of words, in any order, or a number; marks on letters may be left out.</summary>
    public string? Text { get; init; }

    /// <summary>Received on this local day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Received on this local day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only this unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Only this kind.</summary>
    public CaseKind? Kind { get; init; }

    /// <summary>Only this state.</summary>
    public CaseState? State { get; init; }

    /// <summary>Only cases on the card of this client, of those whose client the person may know.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Where the page before ended; null is the first page.</summary>
    public SearchCursor? After { get; init; }
}

/// <summary>The last hit of a page.</summary>
/// <param name="IsExact">Whether it was among those that agree in every mark.</param>
/// <param name="Id">Its key.</param>
public sealed record SearchCursor(bool IsExact, Guid Id);

/// <summary>A case that was found, in the parts this person may see.</summary>
public sealed record SearchHit
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number, hits apart.</summary>
    public required IReadOnlyList<TextPiece> Number { get; init; }

    /// <summary>Subject, hits apart; null when the person may see the head only.</summary>
    public required IReadOnlyList<TextPiece>? Subject { get; init; }

    /// <summary>The client's name, hits apart; null when there is none or this person may not know it.</summary>
    public required IReadOnlyList<TextPiece>? Client { get; init; }

    /// <summary>A name exists but is kept from this person.</summary>
    public required bool ClientIsHidden { get; init; }

    /// <summary>Kind.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>State.</summary>
    public required CaseState State { get; init; }

    /// <summary>Topic in Latvian.</summary>
    public required string? Topic { get; init; }

    /// <summary>Unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Who answers, or null.</summary>
    public required string? AssigneeName { get; init; }

    /// <summary>Local receipt day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The message that holds most of the words; null when they stand elsewhere or the person may not read it.</summary>
    public required Snippet? Snippet { get; init; }
}

/// <summary>A piece of a message with the hits.</summary>
/// <param name="Kind">What the message is.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="Pieces">The text.</param>
public sealed record Snippet(MessageKind Kind, DateTimeOffset WrittenAt, IReadOnlyList<TextPiece> Pieces);

/// <summary>A page of hits.</summary>
/// <param name="Hits">Those that agree in every mark first, then the others; within both those received last come first.</param>
/// <param name="Total">How many this person would find in all, at most <see cref="SearchCasesHandler.CountLimit"/>.</param>
/// <param name="IsMore">There are more than that.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Terms">What was looked for; empty when nothing was typed.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Total, bool IsMore, SearchCursor? Next, IReadOnlyList<SearchTerm> Terms);

/// <summary>
/// Looks through numbers, clients, subjects and messages. Each case is searched only in what the person may know of it, so that neither
/// a hit nor a count betrays a word they may not read. At most seven queries, mostly four, whatever the size of the register.
/// </summary>
public sealed class SearchCasesHandler(IServiceDeskDb db, ICaseSearch search, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Hits on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Counting ends here; nobody pages through more.</summary>
    public const int CountLimit = 1000;

    private const int NewDays = 92;

    /// <summary>One page.</summary>
    public async Task<SearchPage> HandleAsync(SearchCases query, CancellationToken cancellationToken)
    {
        var terms = SearchText.Terms(query.Text);
        if (terms.Count == 0)
            return new SearchPage([], 0, false, null, terms);

        // Counting needs no order, and ends as soon as there are enough.
        var total = await Hits(query, terms, SearchMatch.Folded)
            .Select(hits => hits.OrderBy(_ => 0).Select(c => c.Id).Take(CountLimit + 1))
            .Aggregate((all, part) => all.Concat(part)).CountAsync(cancellationToken);
        var found = await PageAsync(query, terms, total > CountLimit, cancellationToken);
        var shown = found.Take(PageSize).ToList();
        var hits = await ShowAsync([.. shown.Select(f => f.Id)], terms, cancellationToken);
        return new SearchPage(hits, Math.Min(total, CountLimit), total > CountLimit, found.Count > PageSize ? shown[^1] : null, terms);
    }

    private async Task<List<SearchCursor>> PageAsync(SearchCases query, IReadOnlyList<SearchTerm> terms, bool isCommon, CancellationToken cancellationToken)
    {
        List<SearchCursor> found = [];
        if (query.After is null or { IsExact: true })
            found.AddRange((await KeysAsync(query, terms, SearchMatch.Exact, query.After?.Id, PageSize + 1, isCommon, cancellationToken)).Select(id => new SearchCursor(true, id)));
        if (found.Count <= PageSize)
        {
            var after = query.After is { IsExact: false } last ? last.Id : (Guid?)null;
            found.AddRange((await KeysAsync(query, terms, SearchMatch.FoldedOnly, after, PageSize + 1 - found.Count, isCommon, cancellationToken)).Select(id => new SearchCursor(false, id)));
        }

        return found;
    }

    /// <summary>
    /// The keys of a page. What common words find fills a page within some months, so the newest are looked at first and all of
    /// them only when that was not enough; rare words find so little that looking twice would cost more than it spares.
    /// </summary>
    private async Task<List<Guid>> KeysAsync(
        SearchCases query, IReadOnlyList<SearchTerm> terms, SearchMatch match, Guid? after, int count, bool isCommon, CancellationToken cancellationToken)
    {
        // Keys are not in order of time on every engine, so the instant decides and the key only parts equals.
        var last = db.Set<Case>().Where(c => c.Id == after).Select(c => c.ReceivedAt);
        var end = query.To is { } to ? local.EndOf(to) : time.GetUtcNow();
        if (isCommon)
        {
            var newest = await FirstAsync(hits => after is null
                ? hits.Where(c => c.ReceivedAt >= end.AddDays(-NewDays))
                : hits.Where(c => c.ReceivedAt >= last.First().AddDays(-NewDays)));
            if (newest.Count == count)
                return newest;
        }

        return await FirstAsync(hits => hits);

        Task<List<Guid>> FirstAsync(Func<IQueryable<Case>, IQueryable<Case>> within)
        {
            // No planner knows how rare a word's beginning is. Ordered by the bare column it would walk the register by date in the hope
            // of hits, all of it for a word that is nowhere; ordered by an expression it looks the words up first.
            var pages = Hits(query, terms, match)
                .Select(hits => after is null ? hits : hits.Where(c => c.ReceivedAt < last.First() || (c.ReceivedAt == last.First() && c.Id.CompareTo(after.Value) < 0)))
                .Select(hits => within(hits).OrderByDescending(c => c.ReceivedAt.AddDays(0)).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.ReceivedAt }).Take(count));
            return pages.Aggregate((all, part) => all.Concat(part))
                .OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Select(c => c.Id).Take(count).ToListAsync(cancellationToken);
        }
    }

    /// <summary>Cases split by what the person may know of them, each searched in that; no case is in two of the lists.</summary>
    private IEnumerable<IQueryable<Case>> Hits(SearchCases query, IReadOnlyList<SearchTerm> terms, SearchMatch match)
    {
        var visible = Filter(db.Set<Case>().AsNoTracking().HeadsVisibleTo(user), query);
        var readable = visible.ReadableBy(user);
        if (query.ClientId is { } client)
        {
            // Whose client the person may not know, is no client's.
            readable = readable.Where(c => c.ClientId == client);
            yield return Having(user.May(Permission.RegisterCases) ? readable : readable.Where(c => c.Contact.UnitMayKnow || c.Audience == Audience.Internal),
                CaseParts.Number | CaseParts.Texts | CaseParts.Client);
            yield break;
        }

        if (user.May(Permission.RegisterCases))
        {
            yield return Having(readable, CaseParts.Number | CaseParts.Texts | CaseParts.Client);
        }
        else
        {
            yield return Having(readable.Where(c => c.Contact.UnitMayKnow || c.Audience == Audience.Internal), CaseParts.Number | CaseParts.Texts | CaseParts.Client);
            yield return Having(readable.Where(c => !c.Contact.UnitMayKnow && c.Audience != Audience.Internal), CaseParts.Number | CaseParts.Texts);
        }

        if (user.May(Permission.SeeAllCaseHeads))
        {
            // Who reads all cases sees the heads of those kept from everybody.
            var read = db.Set<Case>().ReadableBy(user);
            var heads = user.May(Permission.ReadAllCases) ? visible.Where(c => c.IsConfidential || c.IsAboutPerson) : visible;
            yield return Having(heads.Where(c => !read.Any(r => r.Id == c.Id)), CaseParts.Number);
        }

        IQueryable<Case> Having(IQueryable<Case> cases, CaseParts parts)
        {
            var ids = search.Find(terms, parts, match);
            return cases.Where(c => ids.Contains(c.Id));
        }
    }

    private static IQueryable<Case> Filter(IQueryable<Case> cases, SearchCases query)
    {
        if (query.From is { } from)
            cases = cases.Where(c => c.ReceivedOn >= from);
        if (query.To is { } to)
            cases = cases.Where(c => c.ReceivedOn <= to);
        if (query.UnitId is { } unit)
            cases = cases.Where(c => c.UnitId == unit);
        if (query.Kind is { } kind)
            cases = cases.Where(c => c.Kind == kind);
        if (query.State is { } state)
            cases = cases.Where(c => c.State == state);
        return cases;
    }

    private async Task<IReadOnlyList<SearchHit>> ShowAsync(Guid[] ids, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return [];
        var readable = db.Set<Case>().ReadableBy(user);
        var rows = await db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            c.Number,
            c.Subject,
            c.Contact.Name,
            c.Contact.UnitMayKnow,
            c.Kind,
            c.State,
            c.Audience,
            c.ReceivedOn,
            MayRead = readable.Any(r => r.Id == c.Id),
            Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(),
            Unit = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            Assignee = db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
        }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var messages = (await db.Set<Message>().AsNoTracking().Where(m => ids.Contains(m.CaseId) && readable.Any(r => r.Id == m.CaseId))
            .Select(m => new { m.CaseId, m.Kind, m.WrittenAt, m.Text }).ToListAsync(cancellationToken)).ToLookup(m => m.CaseId);

        return [.. ids.Where(rows.ContainsKey).Select(id =>
        {
            var row = rows[id];
            var mayKnow = row.MayRead && user.MayKnowClient(row.UnitMayKnow, row.Audience == Audience.Internal);
            var best = messages[id].Select(m => (Message: m, Count: Snippets.Count(m.Text, terms))).Where(m => m.Count > 0)
                .OrderByDescending(m => m.Count).ThenBy(m => m.Message.WrittenAt).Select(m => m.Message).FirstOrDefault();
            return new SearchHit
            {
                Id = id,
                Number = Snippets.Mark(row.Number, terms),
                Subject = row.MayRead ? Snippets.Mark(row.Subject, terms) : null,
                Client = mayKnow && row.Name is not null ? Snippets.Mark(row.Name, terms) : null,
                ClientIsHidden = !mayKnow && row.Name is not null,
                Kind = row.Kind,
                State = row.State,
                Topic = row.Topic,
                UnitName = row.Unit,
                AssigneeName = row.Assignee,
                ReceivedOn = row.ReceivedOn,
                Snippet = best is null ? null : new Snippet(best.Kind, best.WrittenAt, Snippets.Around(best.Text, terms)),
            };
        })];
    }
}
