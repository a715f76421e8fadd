using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>A draft of one's own, as the composer begins with it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Tab">The tab.</param>
/// <param name="Version">Its version.</param>
/// <param name="SavedAt">Last saved, UTC.</param>
/// <param name="IsShared">Shared with the unit.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Files">Its files.</param>
public sealed record OwnDraft(Guid Id, DraftTab Tab, int Version, DateTimeOffset SavedAt, bool IsShared, DraftText Text, IReadOnlyList<AttachedFile> Files);

/// <summary>A draft a colleague shares with the unit.</summary>
/// <param name="Id">Key.</param>
/// <param name="Tab">The tab.</param>
/// <param name="AuthorName">Whose it is.</param>
/// <param name="SavedAt">Last saved, UTC.</param>
public sealed record ColleaguesDraft(Guid Id, DraftTab Tab, string AuthorName, DateTimeOffset SavedAt);

/// <summary>What the composer of a case begins with.</summary>
/// <param name="Signatory">Who signs.</param>
/// <param name="Own">One's own drafts.</param>
/// <param name="Shared">Drafts colleagues share.</param>
public sealed record ComposerStart(Signatory Signatory, IReadOnlyList<OwnDraft> Own, IReadOnlyList<ColleaguesDraft> Shared)
{
    /// <summary>One's own draft of a tab.</summary>
    public OwnDraft? Of(DraftTab tab) => Own.FirstOrDefault(d => d.Tab == tab);
}

/// <summary>Reads signature and drafts for the composer of a case the caller may handle, in one query.</summary>
public sealed class ReadDraftsHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The start; only for cases the page has shown in full.</summary>
    public async Task<ComposerStart> HandleAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            return new ComposerStart(new Signatory(user.Name, "", "", null, ""), [], []);
        var shared = db.Set<Draft>().SharedWith(user);
        // One row for each file of each draft, so that one command brings everything: few drafts have more than one file.
        var rows = await (
            from e in db.Set<Employee>().AsNoTracking()
            where e.Id == me
            join u in db.Set<OrgUnit>() on e.UnitId equals u.Id
            from d in db.Set<Draft>().Where(d => d.CaseId == caseId && d.DiscardedAt == null && (d.AuthorId == me || shared.Any(s => s.Id == d.Id))).DefaultIfEmpty()
            from f in db.Set<DraftFile>().Where(f => f.DraftId == d.Id && d.AuthorId == me).DefaultIfEmpty()
            select new { e.Name, e.Surname, e.Position, Phone = e.Phone ?? u.Phone, e.Email, Unit = u.Name, Draft = d, File = f }).ToListAsync(cancellationToken);
        var drafts = rows.Where(r => r.Draft is not null).GroupBy(r => r.Draft!.Id).Select(g => (g.First().Draft, Files: g.Select(r => r.File).OfType<DraftFile>())).ToList();
        return new ComposerStart(
            new Signatory($"{rows[0].Name} {rows[0].Surname}", rows[0].Position, rows[0].Unit, rows[0].Phone, rows[0].Email),
            [.. drafts.Where(d => d.Draft.AuthorId == me).Select(d => Own(d.Draft, d.Files))],
            [.. drafts.Where(d => d.Draft.AuthorId != me).Select(d => new ColleaguesDraft(d.Draft.Id, d.Draft.Tab, d.Draft.AuthorName, d.Draft.SavedAt))]);
    }

    internal static OwnDraft Own(Draft draft, IEnumerable<DraftFile> files) =>
        new(draft.Id, draft.Tab, draft.Version, draft.SavedAt, draft.IsShared, draft.Text, [.. files.OrderBy(f => f.Ordinal).Select(f => f.AsAttached())]);
}

/// <summary>Who reads whose drafts.</summary>
public static class DraftAccess
{
    /// <summary>Drafts of others shared with the person's unit, or with a unit the person heads. Whoever asks must also be allowed to read the case.</summary>
    public static IQueryable<Draft> SharedWith(this IQueryable<Draft> drafts, ICurrentUser user)
    {
        var (me, own) = (user.EmployeeId ?? Guid.Empty, user.UnitId ?? Guid.Empty);
        var headed = user.May(Permission.ReadUnitCases) ? user.HeadedUnitIds.ToArray() : [];
        return drafts.Where(d => d.IsShared && d.DiscardedAt == null && d.AuthorId != me && d.UnitId != null && (d.UnitId == own || headed.Contains(d.UnitId.Value)));
    }
}
