using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>What somebody has typed so far, to be kept.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Tab">The tab of the composer.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Files">Files, stored already.</param>
/// <param name="Share">Let the unit read it and go on with it.</param>
/// <param name="Known">Version of the draft the page shows; null when it knows of none.</param>
/// <param name="Token">The form's one-time token: what was sent already is not kept as a draft again.</param>
/// <param name="Overwrite">The writer has seen that it was saved elsewhere and keeps this text.</param>
public sealed record SaveDraft(
    Guid CaseId, DraftTab Tab, DraftText Text, IReadOnlyList<AttachedFile> Files, bool Share, int? Known, Guid? Token = null, bool Overwrite = false);

/// <summary>What became of a draft.</summary>
public enum DraftFate
{
    /// <summary>Kept.</summary>
    Saved,

    /// <summary>Nothing was typed, so nothing is kept.</summary>
    Empty,

    /// <summary>Saved from another window meanwhile; not overwritten.</summary>
    SavedElsewhere,

    /// <summary>Sent from another window meanwhile.</summary>
    SentElsewhere,

    /// <summary>Thrown away in another window meanwhile.</summary>
    DiscardedElsewhere,

    /// <summary>A colleague took it over.</summary>
    TakenOver,
}

/// <summary>The draft as it is kept now.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Version">Its version, for the next save; null when none is kept.</param>
/// <param name="At">When it was saved, UTC.</param>
/// <param name="By">Who holds it now, when that is a colleague.</param>
/// <param name="Files">Its files.</param>
public sealed record SavedDraft(DraftFate Fate, int? Version, DateTimeOffset? At, string? By, IReadOnlyList<AttachedFile> Files);

/// <summary>Keeps what is typed, one draft for each person, case and tab. Never overwrites silently what another window or a colleague saved.</summary>
public sealed class SaveDraftHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Keeps the text, or says why not.</summary>
    public async Task<SavedDraft> HandleAsync(SaveDraft command, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases)
            || !await db.Set<Case>().ReadableBy(user).AnyAsync(c => c.Id == command.CaseId, cancellationToken))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var draft = await FindAsync(command, me, cancellationToken);
        if (draft is { DiscardedAt: null })
            return await UpdateAsync(command, draft, cancellationToken);
        if (command.Known is not null && !command.Overwrite)
            return await GoneAsync(command, draft, me, cancellationToken);
        if (command.Token is { } token && await db.Set<Message>().AnyAsync(m => m.Id == token, cancellationToken))
            return new SavedDraft(DraftFate.SentElsewhere, null, null, null, []);
        if (IsEmpty(command))
            return new SavedDraft(DraftFate.Empty, null, null, null, []);
        if (draft is null)
        {
            draft = new Draft(command.CaseId, command.Tab, me, user.Name, user.UnitId);
            db.Set<Draft>().Add(draft);
        }

        draft.Write(command.Text, command.Files, command.Share, time.GetUtcNow());
        return await SaveAsync(command, draft, me, cancellationToken);
    }

    private async Task<SavedDraft> UpdateAsync(SaveDraft command, Draft draft, CancellationToken cancellationToken)
    {
        var same = draft.Text == command.Text.Normalised();
        if (command.Known != draft.Version && !command.Overwrite && !(same && command.Files.Count == draft.Files.Count))
            return Kept(DraftFate.SavedElsewhere, draft);
        if (IsEmpty(command))
        {
            db.Set<Draft>().Remove(draft);
            await db.SaveChangesAsync(cancellationToken);
            return new SavedDraft(DraftFate.Empty, null, null, null, []);
        }

        return draft.Write(command.Text, command.Files, command.Share, time.GetUtcNow())
            ? await SaveAsync(command, draft, draft.AuthorId, cancellationToken)
            : Kept(DraftFate.Saved, draft);
    }

    private async Task<SavedDraft> SaveAsync(SaveDraft command, Draft draft, Guid me, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Kept(DraftFate.Saved, draft);
        }
        catch (DbUpdateException)
        {
            // Two windows at the same moment: the other was faster.
            db.Forget();
            return await FindAsync(command, me, cancellationToken) is { DiscardedAt: null } other
                ? Kept(DraftFate.SavedElsewhere, other)
                : await GoneAsync(command, null, me, cancellationToken);
        }
    }

    /// <summary>The page knew a draft that is no more.</summary>
    private async Task<SavedDraft> GoneAsync(SaveDraft command, Draft? discarded, Guid me, CancellationToken cancellationToken)
    {
        if (discarded is not null)
            return new SavedDraft(DraftFate.DiscardedElsewhere, null, discarded.DiscardedAt, null, []);
        var heir = await db.Set<Draft>().AsNoTracking().Where(d => d.CaseId == command.CaseId && d.Tab == command.Tab && d.FormerAuthorId == me)
            .Select(d => new { d.AuthorName, d.SavedAt }).FirstOrDefaultAsync(cancellationToken);
        if (heir is not null)
            return new SavedDraft(DraftFate.TakenOver, null, heir.SavedAt, heir.AuthorName, []);
        var sent = await db.Set<Message>().Where(m => m.CaseId == command.CaseId && m.AuthorId == me).OrderByDescending(m => m.WrittenAt)
            .Select(m => (DateTimeOffset?)m.WrittenAt).FirstOrDefaultAsync(cancellationToken);
        return new SavedDraft(sent is null ? DraftFate.DiscardedElsewhere : DraftFate.SentElsewhere, null, sent, null, []);
    }

    private Task<Draft?> FindAsync(SaveDraft command, Guid me, CancellationToken cancellationToken) =>
        db.Set<Draft>().Include(d => d.Files).SingleOrDefaultAsync(d => d.CaseId == command.CaseId && d.AuthorId == me && d.Tab == command.Tab, cancellationToken);

    private static bool IsEmpty(SaveDraft command) => string.IsNullOrWhiteSpace(command.Text.Body) && command.Files.Count == 0;

    private static SavedDraft Kept(DraftFate fate, Draft draft) =>
        new(fate, draft.Version, draft.SavedAt, null, [.. draft.Files.OrderBy(f => f.Ordinal).Select(f => f.AsAttached())]);
}
