using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Search;

/// <summary>
/// SQL Server: LIKE over the folded words, compared byte by byte. It reads all words of the cases that rights and filters leave,
/// but needs no optional feature of the server and finds the same as PostgreSQL at once after a save.
/// </summary>
internal sealed class SqlServerCaseSearch(ServiceDeskDbContext db) : ICaseSearch
{
    public IQueryable<Guid> Find(IReadOnlyList<SearchTerm> terms, CaseParts parts, SearchMatch match)
    {
        if (match == SearchMatch.FoldedOnly)
        {
            var exact = Find(terms, parts, SearchMatch.Exact);
            return Find(terms, parts, SearchMatch.Folded).Where(id => !exact.Contains(id));
        }

        IQueryable<CaseWords> words = db.Set<CaseWords>();
        foreach (var term in terms)
        {
            var number = Pattern(term, CaseParts.Number);
            var texts = Pattern(term, parts.HasFlag(CaseParts.Texts) ? CaseParts.Texts : CaseParts.Number);
            var client = Pattern(term, parts.HasFlag(CaseParts.Client) ? CaseParts.Client : CaseParts.Number);
            words = words.Where(w => EF.Functions.Like(w.Words, number) || EF.Functions.Like(w.Words, texts) || EF.Functions.Like(w.Words, client));
        }

        return words.Select(w => w.CaseId);

        string Pattern(SearchTerm term, CaseParts part) => $"% {(match == SearchMatch.Exact ? CaseWords.Exact(part, term.Exact) : CaseWords.Folded(part, term.Folded))}%";
    }
}
