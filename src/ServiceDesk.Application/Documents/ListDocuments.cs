using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents;

/// <summary>Which documents to list.</summary>
public sealed record ListDocuments
{
    /// <summary>Only this kind.</summary>
    public DocumentKind? Kind { get; init; }

    /// <summary>Only this state.</summary>
    public DocumentState? State { get; init; }

    /// <summary>Only this year of registration.</summary>
    public int? Year { get; init; }

    /// <summary>Words, each to begin one of the document.</summary>
    public string? Words { get; init; }

    /// <summary>Only of this case.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Only of this client.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Only what the person prepared or signs.</summary>
    public bool Mine { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A document in a list.</summary>
public sealed record DocumentRow(
    Guid Id, DocumentKind Kind, DocumentState State, string? Number, string Subject, DateOnly? DatedOn, SignatureKind SignedBy, string UnitName, string Author, DateTimeOffset ChangedAt, DocumentAccessMark Access);

/// <summary>A page of the list.</summary>
/// <param name="Rows">Newest first; drafts before what is registered.</param>
/// <param name="HasMore">Whether a further page has rows.</param>
public sealed record DocumentPage(IReadOnlyList<DocumentRow> Rows, bool HasMore);

/// <summary>The list of documents, within what one may see.</summary>
public sealed class ListDocumentsHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<DocumentPage> HandleAsync(ListDocuments query, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeDocuments))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var rows = await Matching(query).OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id)
            .Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize + 1)
            .Select(d => new DocumentRow(
                d.Id, d.Kind, d.State, d.Number, d.Subject, d.DatedOn, d.SignedBy, db.Set<OrgUnit>().Where(u => u.Id == d.UnitId).Select(u => u.Name).First(), d.Author, d.ChangedAt, d.Access))
            .ToListAsync(cancellationToken);
        return new DocumentPage([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    private IQueryable<Document> Matching(ListDocuments query)
    {
        var found = db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>());
        if (query.Kind is { } kind)
            found = found.Where(d => d.Kind == kind);
        if (query.State is { } state)
            found = found.Where(d => d.State == state);
        if (query.Year is { } year)
            found = found.Where(d => d.RegisterYear == year);
        if (query.CaseId is { } item)
            found = found.Where(d => d.CaseId == item);
        if (query.ClientId is { } client)
            found = found.Where(d => d.ClientId == client);
        if (query.Mine)
            found = found.Where(d => d.AuthorId == user.EmployeeId || d.SignatoryId == user.EmployeeId);
        foreach (var term in SearchText.Terms(query.Words))
            found = found.Where(d => db.Set<DocumentWord>().Any(w => w.DocumentId == d.Id && w.Word.StartsWith(term.Folded)));
        return found;
    }
}
