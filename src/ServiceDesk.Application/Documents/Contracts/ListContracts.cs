using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>Which contracts to list.</summary>
public enum ContractsView
{
    /// <summary>Signed or to be signed and not over: what expires next first.</summary>
    Current,

    /// <summary>Drafts, in approval or not.</summary>
    Drafts,

    /// <summary>Ended, terminated, annulled.</summary>
    Over,
}

/// <summary>A contract in the list, with the earliest day something is owed; none when nothing is.</summary>
public sealed record ContractRow(
    Guid Id, string? Number, string Subject, string PartyName, decimal Total, DateOnly? StartsOn, DateOnly? EndsOn, ContractState State, string? Owner, DateOnly? NextObligationOn);

/// <summary>A page of the list.</summary>
/// <param name="Rows">Current ones by what ends next, those without end last; others newest first.</param>
/// <param name="Today">The local day.</param>
/// <param name="HasMore">Whether a further page has rows.</param>
public sealed record ContractPage(IReadOnlyList<ContractRow> Rows, DateOnly Today, bool HasMore);

/// <summary>Contracts within what one may see, by what expires next.</summary>
public sealed class ListContractsHandler(IServiceDeskDb db, DocumentDesk desk, ICurrentUser user)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page, from 1.</summary>
    public async Task<ContractPage> HandleAsync(ContractsView view, int page, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeDocuments))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var today = desk.Today;
        var all = db.Set<Contract>().AsNoTracking().Join(db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()), c => c.Id, d => d.Id, (c, d) => new { c, d });
        var listed = view switch
        {
            ContractsView.Drafts => all.Where(x => x.d.State == DocumentState.Draft).OrderByDescending(x => x.d.ChangedAt),
            ContractsView.Over => all.Where(x => x.d.State == DocumentState.Superseded || x.d.State == DocumentState.Annulled || (x.d.State == DocumentState.Registered && (x.c.EndsOn < today || x.c.TerminatedOn < today)))
                .OrderByDescending(x => x.d.ChangedAt),
            _ => all.Where(x => x.d.State == DocumentState.Registered && (x.c.EndsOn == null || x.c.EndsOn >= today) && (x.c.TerminatedOn == null || x.c.TerminatedOn >= today))
                .OrderBy(x => x.c.EndsOn == null).ThenBy(x => x.c.TerminatedOn ?? x.c.EndsOn),
        };
        var rows = await listed.ThenBy(x => x.d.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize + 1).Select(x => new
        {
            x.c,
            x.d.Number,
            x.d.Subject,
            x.d.State,
            x.d.SignedOn,
            Owner = db.Set<Employee>().Where(e => e.Id == x.c.OwnerId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            Next = db.Set<ContractObligation>().Where(o => o.ContractId == x.c.Id && o.DoneOn == null).Min(o => (DateOnly?)o.DueOn),
        }).ToListAsync(cancellationToken);
        return new ContractPage(
            [.. rows.Take(PageSize).Select(x => new ContractRow(x.c.Id, x.Number, x.Subject, x.c.PartyName, x.c.Total, x.c.StartsOn, x.c.TerminatedOn ?? x.c.EndsOn, x.c.State(x.State, x.SignedOn, today), x.Owner, x.Next))],
            today, rows.Count > PageSize);
    }
}
