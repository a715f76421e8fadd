using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Correspondence;

/// <summary>What one run of the outbox did.</summary>
/// <param name="Sent">Letters the transport took.</param>
/// <param name="Failed">Letters it did not take, tried again or given up.</param>
public sealed record OutboxRun(int Sent, int Failed);

/// <summary>
/// Sends what waits in the outbox. A row is claimed by a conditional UPDATE, so two nodes never send it both; a node that
/// dies gives its rows back after <see cref="Claim"/>.
/// </summary>
public sealed class SendOutboxHandler(
    IServiceDeskDb db, IMailTransport transport, CaseWriter writer, IOptions<CorrespondenceOptions> mail, IOptions<ServiceDeskOptions> site, TimeProvider time, ILogger<SendOutboxHandler> logger)
{
    private const int Batch = 50;
    private const int SaveAttempts = 5;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>Sends everything due now.</summary>
    public async Task<OutboxRun> HandleAsync(CancellationToken cancellationToken)
    {
        var (sent, failed) = (0, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var due = await db.Set<OutgoingMessage>()
                .Where(o => o.State == OutgoingState.Queued && o.NotBefore <= now && (o.ClaimedUntil == null || o.ClaimedUntil < now))
                .OrderBy(o => o.NotBefore).Take(Batch).Select(o => o.Id).ToListAsync(cancellationToken);
            if (due.Count == 0)
                break;

            foreach (var id in due)
            {
                if (cancellationToken.IsCancellationRequested || !await ClaimAsync(id, time.GetUtcNow(), cancellationToken))
                    continue;
                if (await SendAsync(id, cancellationToken))
                    sent++;
                else
                    failed++;
            }
        }

        return new OutboxRun(sent, failed);
    }

    private async Task<bool> ClaimAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Set<OutgoingMessage>()
            .Where(o => o.Id == id && o.State == OutgoingState.Queued && (o.ClaimedUntil == null || o.ClaimedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, now + Claim), cancellationToken) == 1;

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.Set<OutgoingMessage>().AsNoTracking().SingleAsync(o => o.Id == id, cancellationToken);
        MailRefused? refusal = null;
        try
        {
            await transport.SendAsync(await LetterAsync(row, cancellationToken), cancellationToken);
        }
        catch (MailRefused refused)
        {
            refusal = refused;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One letter that cannot be made must not keep the others in the house.
            refusal = new MailRefused($"The letter could not be handed over ({fault.GetType().Name}).", isFinal: false, fault);
        }

        if (refusal is not null)
            logger.LogWarning(refusal, "Letter {OutboxId} was not taken on attempt {Attempt}", id, row.Attempts + 1);
        // It left at this moment, whenever the database hears of it; and it hears of it even when the site is being stopped.
        await RecordAsync(id, refusal, time.GetUtcNow());
        db.Forget();
        return refusal is null;
    }

    private async Task<MailLetter> LetterAsync(OutgoingMessage row, CancellationToken cancellationToken)
    {
        var files = row.MessageId is { } messageId
            ? await db.Set<Attachment>().Where(a => a.MessageId == messageId).OrderBy(a => a.Ordinal)
                .Select(a => new MailAttachment(a.FileName, a.ContentType, a.Hash)).ToListAsync(cancellationToken)
            : [];
        var byPerson = row.MessageId is { } written && await db.Set<Message>().AnyAsync(m => m.Id == written && m.AuthorId != null, cancellationToken);
        return new MailLetter(row.Id, row.ToAddress, row.Subject, row.Body,
            OutgoingMessage.HeaderId(row.Id, mail.Value.MessageDomain), row.InReplyTo, files, IsAutomatic: !byPerson,
            row.ConsentId is { } consent ? await UnsubscribeAsync(consent, cancellationToken) : null);
    }

    /// <summary>Where a mail program withdraws the consent; none for the letter that asks for it.</summary>
    private async Task<string?> UnsubscribeAsync(Guid consentId, CancellationToken cancellationToken) =>
        await db.Set<Consent>().Where(c => c.Id == consentId && c.State == ConsentState.Active).Select(c => c.WithdrawKey).SingleOrDefaultAsync(cancellationToken) is { Length: > 0 } key
            ? ConsentLetters.WithdrawAddress(site.Value.PublicAddress, key)
            : null;

    /// <summary>The letter has left or not: whatever else happens to the case meanwhile, that fact is recorded.</summary>
    private async Task RecordAsync(Guid id, MailRefused? refusal, DateTimeOffset at)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.InTransactionAsync(async token =>
                {
                    await RecordOnceAsync(id, refusal, at, token);
                    return await db.SaveChangesAsync(token);
                }, CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < SaveAttempts)
            {
                // Somebody saved the case at the same moment: load it anew and say it again.
            }
        }
    }

    private async Task RecordOnceAsync(Guid id, MailRefused? refusal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.Set<OutgoingMessage>().SingleAsync(o => o.Id == id, cancellationToken);
        var item = row is { CaseId: { } caseId, MessageId: not null } ? await writer.LoadAsync(caseId, cancellationToken) : null;
        if (refusal is null)
        {
            row.MarkSent(now);
            if (item is not null)
                await writer.MarkSentAsync(item, row.MessageId!.Value, now, cancellationToken);
            return;
        }

        row.MarkFailed(refusal.Message, refusal.IsFinal, now);
        if (row.State != OutgoingState.Failed || item is null)
            return;
        item.MarkFailed(row.MessageId!.Value, refusal.Message, now);
        // The other client of a merged case did not get the letter: that is for who answers for both.
        var answers = item.MergedIntoId is { } survivor
            ? await db.Set<Case>().Where(c => c.Id == survivor).Select(c => c.AssigneeId).SingleAsync(cancellationToken)
            : item.AssigneeId;
        if (answers is { } owner)
            await TellOwnerAsync(owner, item, row, now, cancellationToken);
    }

    private async Task TellOwnerAsync(Guid owner, Case item, OutgoingMessage row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var subject = $"{row.Id:N}/{row.CreatedAt.Ticks}";
        if (!await db.Set<Notice>().AnyAsync(n => n.EmployeeId == owner && n.Kind == NoticeKind.LetterFailed && n.Subject == subject, cancellationToken))
            db.Set<Notice>().Add(new Notice(owner, NoticeKind.LetterFailed, item.Id, subject, now, item.Number));
    }
}
