using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Letters to colleagues: reminders, reports, invitations.</summary>
/// <param name="State">Only this state; null for all.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record ListStaffLetters(OutgoingState? State = null, MessageCursor? After = null);

/// <summary>A letter to a colleague. Its text is not shown: an invitation carries a key.</summary>
public sealed record StaffLetterRow(
    Guid Id, string Subject, string ToAddress, OutgoingState State, int Attempts, string? Error, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>A page of letters to colleagues.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Failed">How many wait for somebody to deal with them.</param>
public sealed record StaffLettersPage(IReadOnlyList<StaffLetterRow> Rows, MessageCursor? Next, int Failed);

/// <summary>Lists letters to colleagues and deals with those that could not be sent.</summary>
public sealed class StaffLettersHandler(IServiceDeskDb db, ListMessagesHandler log, TimeProvider time)
{
    /// <summary>One page.</summary>
    public async Task<StaffLettersPage> HandleAsync(ListStaffLetters query, CancellationToken cancellationToken)
    {
        RefuseIfNotAllowed();
        var all = db.Set<OutgoingMessage>().AsNoTracking().Where(o => o.CaseId == null && o.ConsentId == null);
        var letters = query.State is { } state ? all.Where(o => o.State == state) : all;
        if (query.After is { } after)
            letters = letters.Where(o => o.CreatedAt < after.At || (o.CreatedAt == after.At && o.Id.CompareTo(after.Id) < 0));
        var rows = await letters.OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id).Take(ListMessagesHandler.PageSize + 1)
            .Select(o => new StaffLetterRow(o.Id, o.Subject, o.ToAddress, o.State, o.Attempts, o.LastError, o.CreatedAt, o.SentAt)).ToListAsync(cancellationToken);
        var shown = rows.Take(ListMessagesHandler.PageSize).ToList();
        return new(
            shown,
            rows.Count > shown.Count ? new MessageCursor(shown[^1].CreatedAt, shown[^1].Id) : null,
            await all.CountAsync(o => o.State == OutgoingState.Failed, cancellationToken));
    }

    /// <summary>Sends a failed letter again, or takes it off. Refused for letters of cases, which have their own way.</summary>
    public async Task ResolveAsync(Guid id, bool sendAgain, CancellationToken cancellationToken)
    {
        RefuseIfNotAllowed();
        var letter = await db.Set<OutgoingMessage>().SingleOrDefaultAsync(o => o.Id == id && o.CaseId == null && o.ConsentId == null && o.State == OutgoingState.Failed, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.MessageNotFailed");
        if (sendAgain)
            letter.Requeue(letter.ToAddress, time.GetUtcNow());
        else
            letter.Cancel();
        await db.SaveChangesAsync(cancellationToken);
    }

    private void RefuseIfNotAllowed()
    {
        if (!log.SeesStaffLetters)
            throw new Refusal("Cases.Refusal.NotAllowed");
    }
}
