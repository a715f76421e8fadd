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
    public IQueryable<Guid> Find(IReadOnlyList<SearchTerm> terms) => Cards(terms);

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
        var passes = Passes(lead, others.Count > 0).Select((words, rank) => First(words, lead, others, among, count * RowsForOne, rank));
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
            yield return Somewhere(Words, lead);
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

    private IQueryable<Guid> Cards(IEnumerable<SearchTerm> terms) =>
        terms.Select(term => Somewhere(Words, term).Select(w => w.ClientId)).Aggregate((all, one) => all.Intersect(one));

    private IQueryable<Hit> First(IQueryable<ClientWord> words, SearchTerm lead, List<SearchTerm> others, IQueryable<Client>? among, int count, int rank)
    {
        // Cards that have all the words are found once, by comparing sorted lists: looking each card up for its other words takes ten times as long.
        if (others.Count > 0)
        {
            var all = Cards(others.Append(lead));
            words = words.Where(w => all.Contains(w.ClientId));
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

    private static IQueryable<ClientWord> Somewhere(IQueryable<ClientWord> words, SearchTerm term)
    {
        var (name, reach, address) = (ClientWordList.Marked(ClientPart.Name, term.Folded), ClientWordList.Marked(ClientPart.Reach, term.Folded), ClientWordList.Marked(ClientPart.Address, term.Folded));
        var (nameEnd, reachEnd, addressEnd) = (After(name), After(reach), After(address));
#pragma warning disable CA1307, CA1309, CA1310 // becomes a comparison in SQL under a binary collation
        return words.Where(w => (w.Word.CompareTo(name) >= 0 && w.Word.CompareTo(nameEnd) < 0)
            || (w.Word.CompareTo(reach) >= 0 && w.Word.CompareTo(reachEnd) < 0)
            || (w.Word.CompareTo(address) >= 0 && w.Word.CompareTo(addressEnd) < 0));
#pragma warning restore CA1307, CA1309, CA1310
    }

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
