using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents.Claims;

/// <summary>Which claims to list.</summary>
public enum ClaimsView
{
    /// <summary>Those on which something is still to come: what is due next first.</summary>
    Open,

    /// <summary>Drafts.</summary>
    Drafts,

    /// <summary>Settled, dropped, void.</summary>
    Over,
}

/// <summary>Whose claims to list.</summary>
public enum ClaimsSide
{
    /// <summary>All.</summary>
    Both,

    /// <summary>Those the house makes.</summary>
    Ours,

    /// <summary>Decisions on what consumers claim from the house.</summary>
    Consumers,
}

/// <summary>A claim in the list.</summary>
public sealed record ClaimRow(Guid Id, bool IsOurs, string? Number, string Subject, string PartyName, decimal Total, decimal Settled, ClaimState State, DateOnly? DueOn);

/// <summary>A page of the list.</summary>
/// <param name="Rows">What is due next first, those without a day last; drafts and past ones newest first.</param>
/// <param name="Today">The local day.</param>
/// <param name="HasMore">Whether a further page has rows.</param>
public sealed record ClaimPage(IReadOnlyList<ClaimRow> Rows, DateOnly Today, bool HasMore);

/// <summary>Claims both ways, within what one may see.</summary>
public sealed class ListClaimsHandler(IServiceDeskDb db, DocumentDesk desk, ICurrentUser user)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page, from 1.</summary>
    public async Task<ClaimPage> HandleAsync(ClaimsView view, ClaimsSide side, int page, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeDocuments))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var all = db.Set<ClaimCourse>().AsNoTracking().Where(c => side == ClaimsSide.Both || c.IsOurs == (side == ClaimsSide.Ours))
            .Join(db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()), c => c.Id, d => d.Id, (c, d) => new { c, d });
        var listed = view switch
        {
            ClaimsView.Drafts => all.Where(x => x.c.State == ClaimState.Draft).OrderByDescending(x => x.d.ChangedAt),
            ClaimsView.Over => all.Where(x => x.c.State == ClaimState.Settled || x.c.State == ClaimState.Dropped || x.c.State == ClaimState.Void).OrderByDescending(x => x.d.ChangedAt),
            _ => all.Where(x => x.c.State == ClaimState.AwaitingAnswer || x.c.State == ClaimState.ToSettle || x.c.State == ClaimState.Refused || x.c.State == ClaimState.Disputed)
                .OrderBy(x => x.c.DueOn == null).ThenBy(x => x.c.DueOn),
        };
        var rows = await listed.ThenBy(x => x.d.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize + 1)
            .Select(x => new ClaimRow(x.c.Id, x.c.IsOurs, x.d.Number, x.d.Subject, x.c.PartyName, x.c.Total, x.c.Settled, x.c.State, x.c.DueOn)).ToListAsync(cancellationToken);
        return new ClaimPage([.. rows.Take(PageSize)], desk.Today, rows.Count > PageSize);
    }
}
