using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>A list of records past their term, with what became of its rows.</summary>
public sealed record RetentionListRow(
    Guid Id, string Number, RetentionListState State, DateTimeOffset ProposedAt, DateTimeOffset? ApprovedAt, string? ApprovedBy, string? ActNumber, int Version, int Proposed, int Kept, int Approved);

/// <summary>A row of a list.</summary>
public sealed record RetentionRowView(
    Guid Id, RecordKind Kind, Guid RecordId, string Label, int Quantity, DateOnly ClosedOn, DateOnly KeptThrough, string Basis, RetentionRowState State, string? KeptReason, string? KeptBy, DateOnly? NotBefore);

/// <summary>A page of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Rows">Rows of the page.</param>
/// <param name="Kinds">How many rows of each kind it has.</param>
/// <param name="Total">Rows that fit the filter.</param>
public sealed record RetentionPage(RetentionListRow List, IReadOnlyList<RetentionRowView> Rows, IReadOnlyDictionary<RecordKind, int> Kinds, int Total);

/// <summary>Which rows to show.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="State">Only this state.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record ShowRetention(Guid ListId, RecordKind? Kind = null, RetentionRowState? State = null, int Page = 1);

/// <summary>Shows the lists for who approves them.</summary>
public sealed class ListRetentionHandler(IServiceDeskDb db, ProtectionEditor editor)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 100;

    /// <summary>All lists, newest first.</summary>
    public async Task<IReadOnlyList<RetentionListRow>> HandleAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        return await Lists(db.Set<RetentionList>().OrderByDescending(l => l.ProposedAt).Take(200)).ToListAsync(cancellationToken);
    }

    /// <summary>A page of one list; null when there is no such list.</summary>
    public async Task<RetentionPage?> ShowAsync(ShowRetention query, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        var list = await Lists(db.Set<RetentionList>().Where(l => l.Id == query.ListId)).SingleOrDefaultAsync(cancellationToken);
        if (list is null)
            return null;
        var all = db.Set<RetentionRow>().AsNoTracking().Where(r => r.ListId == query.ListId);
        var kinds = await all.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var rows = all;
        if (query.Kind is { } kind)
            rows = rows.Where(r => r.Kind == kind);
        if (query.State is { } state)
            rows = rows.Where(r => r.State == state);
        var total = await rows.CountAsync(cancellationToken);
        return new RetentionPage(
            list,
            await Ordered(rows).Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken),
            kinds,
            total);
    }

    /// <summary>Writes the list as a table: the archive makes its act of it.</summary>
    public async Task ExportAsync(Guid listId, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        var t = Texts.Current;
        var number = await db.Set<RetentionList>().Where(l => l.Id == listId).Select(l => l.Number).SingleAsync(cancellationToken);
        var indexes = await db.Set<RetentionRule>().AsNoTracking().ToDictionaryAsync(r => r.Kind, cancellationToken);
        await sheet.WriteAsync(
            [
                t["Protection.Retention.List"], t["Protection.Retention.Index"], t["Protection.Retention.Kind"], t["Protection.Retention.Record"], t["Protection.Retention.Quantity"],
                t["Protection.Retention.ClosedOn"], t["Protection.Retention.Years"], t["Protection.Retention.KeptThrough"], t["Protection.Retention.Basis"], t["Protection.Retention.State"],
                t["Protection.Retention.KeptReason"],
            ], cancellationToken);
        await foreach (var row in Ordered(db.Set<RetentionRow>().AsNoTracking().Where(r => r.ListId == listId)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            indexes.TryGetValue(row.Kind, out var rule);
            await sheet.WriteAsync(
                [
                    number, rule?.FileIndex, t.Of(row.Kind), row.Label, row.Quantity, row.ClosedOn, row.KeptThrough.Year - row.ClosedOn.Year, row.KeptThrough, row.Basis, t.Of(row.State), row.KeptReason,
                ], cancellationToken);
        }
    }

    private IQueryable<RetentionListRow> Lists(IQueryable<RetentionList> lists) => lists.AsNoTracking().Select(l => new RetentionListRow(
        l.Id, l.Number, l.State, l.ProposedAt, l.ApprovedAt, l.ApprovedBy, l.ActNumber, l.Version,
        db.Set<RetentionRow>().Count(r => r.ListId == l.Id && r.State == RetentionRowState.Proposed),
        db.Set<RetentionRow>().Count(r => r.ListId == l.Id && r.State == RetentionRowState.Kept),
        db.Set<RetentionRow>().Count(r => r.ListId == l.Id && r.State == RetentionRowState.Approved)));

    private static IQueryable<RetentionRowView> Ordered(IQueryable<RetentionRow> rows) => rows.OrderBy(r => r.Kind).ThenBy(r => r.ClosedOn).ThenBy(r => r.Label).ThenBy(r => r.Id)
        .Select(r => new RetentionRowView(r.Id, r.Kind, r.RecordId, r.Label, r.Quantity, r.ClosedOn, r.KeptThrough, r.Basis, r.State, r.KeptReason, r.KeptBy, r.NotBefore));
}
