using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>
/// Looks clients up by the beginnings of their words. Knows nothing of rights: whoever asks names the clients among which to look.
/// Words are compared by the order of their characters, never by a language, so that an index answers and both engines agree.
/// </summary>
public sealed class ClientFinder(IServiceDeskDb db)
{
    // A client may have several words that begin alike; so many rows hold enough different ones.
    private const int RowsForOne = 3;

    private static readonly ClientPart[] NamesFirst = [ClientPart.Name, ClientPart.Reach, ClientPart.Address];
    private static readonly ClientPart[] NumbersFirst = [ClientPart.Reach, ClientPart.Address, ClientPart.Name];

    /// <summary>Keys of all clients that have every term somewhere on their card, in no order.</summary>
    public IQueryable<Guid> Find(IReadOnlyList<SearchTerm> terms) => terms.Select(Cards).Aggregate((all, one) => all.Intersect(one));

    /// <summary>
    /// The first of them: names spelled as typed, then names that agree without marks on letters, then numbers and e-mail addresses, then
    /// addresses; within each by the word found and the alphabet. One command.
    /// </summary>
    /// <param name="terms">What to look for, at least one.</param>
    /// <param name="among">Clients the person may see; null for all.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Guid>> FirstAsync(IReadOnlyList<SearchTerm> terms, IQueryable<Client>? among, int count, CancellationToken cancellationToken)
    {
        // The longest word finds the fewest; the others only have to stand somewhere on the same card.
        var lead = terms.MaxBy(t => t.Folded.Length)!;
        var others = terms.Where(t => t != lead).ToList();
        var passes = Passes(lead, others.Count > 0).Select((words, rank) => First(words, others, among, count * RowsForOne, rank));
        var rows = await passes.Aggregate((all, one) => all.Concat(one)).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(r => r.Rank).ThenBy(r => r.Word[0]).ThenBy(r => !r.Written.StartsWith(lead.Exact, StringComparison.Ordinal))
                .ThenBy(r => r.Word, StringComparer.Ordinal).ThenBy(r => r.Sort, StringComparer.Ordinal).Select(r => r.ClientId).Distinct().Take(count),
        ];
    }

    /// <summary>
    /// In which order to look. Each look by itself ends with its first rows; with other words to be found on the same card it cannot, so
    /// there are fewer of them then. The digit in front of a word puts names before numbers and these before addresses.
    /// </summary>
    private IEnumerable<IQueryable<ClientWord>> Passes(SearchTerm lead, bool isOneOfSome)
    {
        if (isOneOfSome)
        {
            if (lead.Exact != lead.Folded)
                yield return Spelled(Within(Words, ClientPart.Name, lead.Folded), lead);
            yield return Ranges(lead).Aggregate((all, one) => all.Concat(one));
            yield break;
        }

        foreach (var part in lead.Folded.All(char.IsAsciiDigit) ? NumbersFirst : NamesFirst)
        {
            if (part == ClientPart.Name)
                yield return Spelled(Within(Words, part, lead.Folded), lead);
            yield return Within(Words, part, lead.Folded);
        }
    }

    private IQueryable<ClientWord> Words => db.Set<ClientWord>().AsNoTracking();

    private IQueryable<Guid> Cards(SearchTerm term) => Ranges(term).Select(range => range.Select(w => w.ClientId)).Aggregate((all, one) => all.Concat(one));

    private IQueryable<Hit> First(IQueryable<ClientWord> words, List<SearchTerm> others, IQueryable<Client>? among, int count, int rank)
    {
        // The cards of each other word make a list of their own: how long those are the database knows, and so it meets the shortest first.
        foreach (var other in others)
        {
            var cards = Cards(other);
            words = words.Where(w => cards.Contains(w.ClientId));
        }

        if (among is not null)
            words = words.Where(w => among.Any(c => c.Id == w.ClientId));
        return words.OrderBy(w => w.Word).ThenBy(w => w.Sort).ThenBy(w => w.ClientId).Take(count)
            .Select(w => new Hit { Rank = rank, Word = w.Word, Written = w.Written, Sort = w.Sort, ClientId = w.ClientId });
    }

    private static IQueryable<ClientWord> Spelled(IQueryable<ClientWord> words, SearchTerm term)
    {
        var (from, to) = (term.Exact, After(term.Exact));
#pragma warning disable CA1307, CA1309, CA1310 // becomes a comparison in SQL under a binary collation
        return words.Where(w => w.Written.CompareTo(from) >= 0 && w.Written.CompareTo(to) < 0);
#pragma warning restore CA1307, CA1309, CA1310
    }

    private static IQueryable<ClientWord> Within(IQueryable<ClientWord> words, ClientPart part, string beginning)
    {
        var from = ClientWordList.Marked(part, beginning);
        var to = After(from);
#pragma warning disable CA1307, CA1309, CA1310 // becomes a comparison in SQL under a binary collation
        return words.Where(w => w.Word.CompareTo(from) >= 0 && w.Word.CompareTo(to) < 0);
#pragma warning restore CA1307, CA1309, CA1310
    }

    /// <summary>
    /// A term anywhere on a card: one range of the index for each part, side by side. As one condition with "or" the database would fetch
    /// the rows themselves, which for a town that stands on every card means reading the whole table.
    /// </summary>
    private IEnumerable<IQueryable<ClientWord>> Ranges(SearchTerm term) => NamesFirst.Select(part => Within(Words, part, term.Folded));

    /// <summary>The first text after all that begin so.</summary>
    private static string After(string beginning) => string.Concat(beginning.AsSpan(0, beginning.Length - 1), [(char)(beginning[^1] + 1)]);

    private sealed class Hit
    {
        public int Rank { get; init; }

        public string Word { get; init; } = "";

        public string Written { get; init; } = "";

        public string Sort { get; init; } = "";

        public Guid ClientId { get; init; }
    }
}
