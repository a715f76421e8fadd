using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Throws a draft of one's own away; for a day it can be had back.</summary>
public sealed class DiscardDraftHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>How long a draft thrown away can be had back.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromDays(1);

    /// <summary>Throws it away.</summary>
    public async Task HandleAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await OwnAsync(draftId, cancellationToken);
        draft.Discard(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gets it back; refused once it is gone or another was begun.</summary>
    public async Task<(Guid CaseId, DraftTab Tab)> RestoreAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await OwnAsync(draftId, cancellationToken);
        draft.Restore();
        await db.SaveChangesAsync(cancellationToken);
        return (draft.CaseId, draft.Tab);
    }

    private async Task<Draft> OwnAsync(Guid draftId, CancellationToken cancellationToken) =>
        await db.Set<Draft>().SingleOrDefaultAsync(d => d.Id == draftId && d.AuthorId == user.EmployeeId, cancellationToken)
        ?? throw new Refusal("Correspondence.Refusal.DraftGone");
}

/// <summary>A colleague's draft, to be read before it is taken over.</summary>
/// <param name="Id">Key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Tab">The tab.</param>
/// <param name="Version">Its version.</param>
/// <param name="AuthorName">Whose it is.</param>
/// <param name="SavedAt">Last saved, UTC.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Files">Its files.</param>
public sealed record SharedDraft(
    Guid Id, Guid CaseId, string Number, DraftTab Tab, int Version, string AuthorName, DateTimeOffset SavedAt, DraftText Text, IReadOnlyList<AttachedFile> Files);

/// <summary>Reads a draft a colleague shared, and goes on with it.</summary>
public sealed class TakeOverDraftHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The draft; null when it is not there or not for this person.</summary>
    public async Task<SharedDraft?> ReadAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var readable = db.Set<Case>().ReadableBy(user);
        var found = await db.Set<Draft>().AsNoTracking().SharedWith(user).Where(d => d.Id == draftId)
            .Join(readable, d => d.CaseId, c => c.Id, (d, c) => new { Draft = d, c.Number, Files = d.Files.OrderBy(f => f.Ordinal).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || !user.May(Permission.HandleCases)
            ? null
            : new SharedDraft(found.Draft.Id, found.Draft.CaseId, found.Number, found.Draft.Tab, found.Draft.Version, found.Draft.AuthorName, found.Draft.SavedAt, found.Draft.Text,
                [.. found.Files.Select(f => f.AsAttached())]);
    }

    /// <summary>Goes on with it. Refused when its writer saved it since, or when one has a draft of one's own there.</summary>
    public async Task HandleAsync(Guid draftId, int version, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var draft = await db.Set<Draft>().SharedWith(user).Where(d => db.Set<Case>().ReadableBy(user).Any(c => c.Id == d.CaseId)).SingleOrDefaultAsync(d => d.Id == draftId, cancellationToken)
            ?? throw new Refusal("Correspondence.Refusal.DraftGone");
        if (draft.Version != version)
            throw new Refusal("Correspondence.Refusal.DraftMoved", draft.AuthorName);
        var own = await db.Set<Draft>().SingleOrDefaultAsync(d => d.CaseId == draft.CaseId && d.Tab == draft.Tab && d.AuthorId == me, cancellationToken);
        if (own is { DiscardedAt: null })
            throw new Refusal("Correspondence.Refusal.OwnDraftThere");
        try
        {
            await db.InTransactionAsync(async token =>
            {
                await db.Set<Draft>().Where(d => d.CaseId == draft.CaseId && d.Tab == draft.Tab && d.AuthorId == me && d.DiscardedAt != null).ExecuteDeleteAsync(token);
                var taken = await db.Set<Draft>().SingleAsync(d => d.Id == draftId, token);
                if (taken.Version != version)
                    throw new Refusal("Correspondence.Refusal.DraftMoved", taken.AuthorName);
                taken.TakeOver(me, user.Name, user.UnitId);
                return await db.SaveChangesAsync(token);
            }, cancellationToken);
        }
        catch (DbUpdateException)
        {
            throw new Refusal("Correspondence.Refusal.DraftMoved", draft.AuthorName);
        }
    }
}

/// <summary>A draft in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Subject">Its subject; null when the person may no longer read the case.</param>
/// <param name="DueOn">What is owed next on the case.</param>
/// <param name="Tab">The tab.</param>
/// <param name="AuthorName">Whose it is.</param>
/// <param name="SavedAt">Last saved, UTC.</param>
/// <param name="IsShared">Shared with the unit.</param>
/// <param name="Beginning">The first words.</param>
/// <param name="Files">Number of files.</param>
public sealed record DraftRow(
    Guid Id, Guid CaseId, string Number, string? Subject, DateOnly? DueOn, DraftTab Tab, string AuthorName, DateTimeOffset SavedAt, bool IsShared, string Beginning, int Files);

/// <summary>One's own drafts, newest first, and those colleagues share.</summary>
public sealed class ListDraftsHandler(IServiceDeskDb db, ICurrentUser user)
{
    private const int Most = 200;

    /// <summary>One's own drafts.</summary>
    public Task<List<DraftRow>> OwnAsync(CancellationToken cancellationToken) =>
        RowsAsync(db.Set<Draft>().Where(d => d.AuthorId == user.EmployeeId && d.DiscardedAt == null), cancellationToken);

    /// <summary>Drafts colleagues share with the unit, on cases the person may read.</summary>
    public async Task<List<DraftRow>> SharedAsync(CancellationToken cancellationToken) =>
        user.May(Permission.HandleCases)
            ? [.. (await RowsAsync(db.Set<Draft>().SharedWith(user), cancellationToken)).Where(r => r.Subject is not null)]
            : [];

    private Task<List<DraftRow>> RowsAsync(IQueryable<Draft> drafts, CancellationToken cancellationToken)
    {
        var readable = db.Set<Case>().ReadableBy(user);
        return drafts.AsNoTracking().OrderByDescending(d => d.SavedAt).Take(Most)
            .Join(db.Set<Case>(), d => d.CaseId, c => c.Id, (d, c) => new { d, c, MayRead = readable.Any(r => r.Id == c.Id) })
            .OrderByDescending(x => x.d.SavedAt)
            .Select(x => new DraftRow(x.d.Id, x.c.Id, x.c.Number, x.MayRead ? x.c.Subject : null, x.c.NextDueOn, x.d.Tab, x.d.AuthorName, x.d.SavedAt, x.d.IsShared,
                x.MayRead ? (x.d.Body ?? "").Substring(0, 120) : "", x.d.Files.Count))
            .ToListAsync(cancellationToken);
    }
}
