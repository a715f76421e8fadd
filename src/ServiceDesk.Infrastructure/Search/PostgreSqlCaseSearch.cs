using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Search;

/// <summary>
/// PostgreSQL's full text: the words as a tsvector under a GIN index, the question as prefixes. The words come ready from
/// <see cref="SearchText"/>, so no text search configuration (and no parser that would tear numbers apart) has a say.
/// </summary>
internal sealed class PostgreSqlCaseSearch(ServiceDeskDbContext db) : ICaseSearch
{
    public const string Vector = "Vector";

    public IQueryable<Guid> Find(IReadOnlyList<SearchTerm> terms, CaseParts parts, SearchMatch match)
    {
        var query = match switch
        {
            SearchMatch.Exact => All(terms, parts, exact: true),
            SearchMatch.FoldedOnly => new NpgsqlTsQueryAnd(All(terms, parts, exact: false), new NpgsqlTsQueryNot(All(terms, parts, exact: true))),
            _ => All(terms, parts, exact: false),
        };
        return db.Set<CaseWords>().Where(w => EF.Property<NpgsqlTsVector>(w, Vector).Matches(query)).Select(w => w.CaseId);
    }

    private static NpgsqlTsQuery All(IReadOnlyList<SearchTerm> terms, CaseParts parts, bool exact) =>
        terms.Select(term => Any(term, parts, exact)).Aggregate((all, one) => new NpgsqlTsQueryAnd(all, one));

    private static NpgsqlTsQuery Any(SearchTerm term, CaseParts parts, bool exact) => Enum.GetValues<CaseParts>().Where(part => parts.HasFlag(part))
        .Select(part => (NpgsqlTsQuery)new NpgsqlTsQueryLexeme(exact ? CaseWords.Exact(part, term.Exact) : CaseWords.Folded(part, term.Folded), NpgsqlTsQueryLexeme.Weight.None, isPrefixSearch: true))
        .Aggregate((all, one) => new NpgsqlTsQueryOr(all, one));
}
