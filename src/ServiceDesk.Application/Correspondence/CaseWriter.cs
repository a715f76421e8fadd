using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>What every step on a case needs: load it with the right to act, refuse stale pages, send letters on their way.</summary>
public sealed class CaseWriter(
    IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, LetterWriter letters, MergedLetters copies, ICurrentUser user)
{
    /// <summary>Loads a case with clocks and messages, whoever asks. For jobs and for steps that have checked the right already.</summary>
    public Task<Case> LoadAsync(Guid caseId, CancellationToken cancellationToken) =>
        WithParts(db.Set<Case>()).SingleAsync(c => c.Id == caseId, cancellationToken);

    /// <summary>
    /// Loads a case the signed-in person may act on.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="seen">What the page showed; null skips the check.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Refusal">The case does not exist or is not for this person, or its client's data may only be kept.</exception>
    /// <exception cref="StaleCase">Somebody saved it after the page was shown.</exception>
    public async Task<Case> LoadForActingAsync(Guid caseId, SeenCase? seen, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandleCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await WithParts(db.Set<Case>().ActableBy(user)).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotAllowed");
        if (seen is not null && seen.Version != item.Version)
            throw new StaleCase(seen.At);
        // GDPR art. 18: what is there stays, and nothing else is done with it.
        if (item.ClientId is { } clientId && await db.Set<Client>().AnyAsync(c => c.Id == clientId && c.RestrictedAt != null, cancellationToken))
            throw new Refusal("Protection.Refusal.Restricted");
        return item;
    }

    /// <summary>
    /// Does a step that writes a message, once for each form: a form sent twice (double click, retry after a lost answer) finds
    /// the message it already made. The key of the message is the token, so even two requests at the same moment write one.
    /// </summary>
    /// <exception cref="StaleCase">The same form was sent again with other words.</exception>
    public async Task OnceAsync(Guid? token, string text, SeenCase? seen, Func<Task> step, CancellationToken cancellationToken)
    {
        if (await IsDoneAsync())
            return;
        try
        {
            await step();
        }
        catch (Exception e) when (e is StaleCase or Refusal or DbUpdateException)
        {
            // The twin request was faster, perhaps between our reading the case and its messages.
            if (!await IsDoneAsync())
                throw;
        }

        async Task<bool> IsDoneAsync()
        {
            if (token is not { } key)
                return false;
            var written = await db.Set<Message>().AsNoTracking().Where(m => m.Id == key).Select(m => new { m.Text, m.Letter }).SingleOrDefaultAsync(cancellationToken);
            var sent = text.Trim();
            return written is not null && (written.Text == sent || written.Letter?.Body == sent.ReplaceLineEndings("\n") ? true : throw new StaleCase(seen?.At ?? DateTimeOffset.MinValue));
        }
    }

    /// <summary>Sends a letter on its way: an e-mail becomes a row in the outbox, any other way counts as done now.</summary>
    public async Task DispatchAsync(Case item, Message message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.Delivery == Delivery.Email)
        {
            var earlier = await db.Set<OutgoingMessage>().Where(o => o.CaseId == item.Id).OrderBy(o => o.CreatedAt)
                .Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellationToken);
            db.Set<OutgoingMessage>().Add(letters.Letter(item, message, earlier, now));
        }
        else
        {
            await MarkSentAsync(item, message.Id, now, cancellationToken);
        }

        foreach (var (merged, copy) in await copies.CopyAsync(item, message, now, cancellationToken))
            await MarkSentAsync(merged, copy.Id, now, cancellationToken);
    }

    /// <summary>A letter left the house: settles the clocks by the standard the case lives by.</summary>
    public async Task MarkSentAsync(Case item, Guid messageId, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        item.MarkSent(messageId, sentAt, rulebook.Standard, await calendars.GetAsync(cancellationToken));
    }

    /// <summary>Saves; a save that lost the race says so like a stale page.</summary>
    public async Task SaveAsync(SeenCase? seen, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleCase(seen?.At ?? DateTimeOffset.MinValue);
        }
    }

    private static IQueryable<Case> WithParts(IQueryable<Case> cases) => cases.Include(c => c.Clocks).Include(c => c.Messages).ThenInclude(m => m.Attachments);
}

/// <summary>The state of a case that a page showed.</summary>
/// <param name="Version">Its version.</param>
/// <param name="At">Its last change, UTC.</param>
public sealed record SeenCase(int Version, DateTimeOffset At);
