using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;

namespace ServiceDesk.Application.Desk;

/// <summary>One notice.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">What about.</param>
/// <param name="CaseId">The case; null when it is about several.</param>
/// <param name="Number">Its number.</param>
/// <param name="Arguments">Values for the sentence.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="IsRead">Seen before.</param>
public sealed record NoticeRow(Guid Id, NoticeKind Kind, Guid? CaseId, string? Number, IReadOnlyList<string> Arguments, DateTimeOffset CreatedAt, bool IsRead);

/// <summary>A page of notices.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Key for the next page; null at the end.</param>
public sealed record NoticePage(IReadOnlyList<NoticeRow> Rows, Guid? Next);

/// <summary>The signed-in person's notices.</summary>
public sealed class ListNoticesHandler(IServiceDeskDb db, ICurrentUser user)
{
    private const int PageSize = 30;

    /// <summary>One page, after the given notice.</summary>
    public async Task<NoticePage> HandleAsync(Guid? after, CancellationToken cancellationToken)
    {
        var mine = db.Set<Notice>().AsNoTracking().Where(n => n.EmployeeId == user.EmployeeId);
        if (after is { } last)
        {
            var written = db.Set<Notice>().Where(n => n.Id == last).Select(n => n.CreatedAt);
            mine = mine.Where(n => n.CreatedAt < written.First() || (n.CreatedAt == written.First() && n.Id.CompareTo(last) < 0));
        }

        var rows = await mine.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(PageSize + 1)
            .Select(n => new NoticeRow(
                n.Id, n.Kind, n.CaseId, db.Set<Case>().Where(c => c.Id == n.CaseId).Select(c => c.Number).FirstOrDefault(), n.Arguments, n.CreatedAt, n.ReadAt != null))
            .ToListAsync(cancellationToken);
        return new NoticePage([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }
}

/// <summary>Marks the signed-in person's notices as seen.</summary>
public sealed class MarkNoticesReadHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Marks all of them, or only those about one case.</summary>
    public Task<int> HandleAsync(Guid? caseId, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return db.Set<Notice>()
            .Where(n => n.EmployeeId == user.EmployeeId && n.ReadAt == null && (caseId == null || n.CaseId == caseId))
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellationToken);
    }
}
