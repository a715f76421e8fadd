using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Operations;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Documents.Reports;

/// <summary>Rows for a printed list.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">The rows.</param>
/// <param name="Total">How many there are in all, where it is known.</param>
/// <param name="IsCut">Whether the paper ends before the list does.</param>
public sealed record PaperRows<T>(IReadOnlyList<T> Rows, int? Total, bool IsCut);

/// <summary>Reads lists whole, to a bound, for printing. Taking a list of cases along is written down.</summary>
public sealed class ListForPaperHandler(ListCasesHandler cases, ListDocumentsHandler documents, ReadLog reads)
{
    /// <summary>Most rows of a printed list.</summary>
    public const int MostRows = 1000;

    /// <summary>The work list from its beginning.</summary>
    public async Task<PaperRows<CaseRow>> CasesAsync(ListCases query, CancellationToken cancellationToken)
    {
        await reads.NoteAsync(new Reading(ReadThing.CaseList, "", "", ReadWay.Print), cancellationToken);
        var page = await cases.HandleAsync(query with { After = null }, cancellationToken);
        List<CaseRow> rows = [.. page.Rows];
        while (page.Next is { } next && rows.Count < MostRows)
        {
            page = await cases.HandleAsync(query with { After = next }, cancellationToken);
            rows.AddRange(page.Rows);
        }

        return new PaperRows<CaseRow>(rows, page.Total, page.Next is not null);
    }

    /// <summary>The list of documents from its beginning.</summary>
    public async Task<PaperRows<DocumentRow>> DocumentsAsync(ListDocuments query, CancellationToken cancellationToken)
    {
        List<DocumentRow> rows = [];
        for (var number = 1; ; number++)
        {
            var page = await documents.HandleAsync(query with { Page = number }, cancellationToken);
            rows.AddRange(page.Rows);
            if (!page.HasMore || rows.Count >= MostRows)
                return new PaperRows<DocumentRow>(rows, null, page.HasMore);
        }
    }
}
