using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Takes a letter back in the seconds before it leaves.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="MessageId">The letter.</param>
public sealed record TakeBackLetter(Guid CaseId, Guid MessageId);

/// <summary>
/// Takes the letter out of the outbox and says so in the case. The row is taken by a conditional UPDATE, as the sending job
/// takes it: exactly one of them gets it.
/// </summary>
public sealed class TakeBackLetterHandler(IServiceDeskDb db, CaseWriter writer, MergedLetters copies, RegisteredLetters registered, ICurrentUser user, TimeProvider time)
{
    /// <summary>Takes the letter back. Refused once the job has it.</summary>
    public Task HandleAsync(TakeBackLetter command, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var item = await writer.LoadForActingAsync(command.CaseId, seen: null, token);
        var now = time.GetUtcNow();
        foreach (var messageId in TogetherWith(item, command.MessageId))
        {
            var taken = await db.Set<OutgoingMessage>()
                .Where(o => o.CaseId == command.CaseId && o.MessageId == messageId && o.State == OutgoingState.Queued && o.NotBefore > now
                    && (o.ClaimedUntil == null || o.ClaimedUntil < now))
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutgoingState.Cancelled), token);
            if (taken == 0)
                throw new Refusal("Cases.Refusal.AlreadyLeft");
            var paper = await registered.AnnulTakenBackAsync(command.CaseId, messageId, token);
            await KeepAsDraftAsync(item.TakeBack(messageId, user.AsActor(), now), paper, now, token);
            await copies.TakeBackAsync(messageId, user.AsActor(), now, token);
        }

        await writer.SaveAsync(seen: null, token);
        return true;
    }, cancellationToken);

    /// <summary>A letter to another body and the one that tells the client of it are taken back together: one without the other would be untrue.</summary>
    private static IEnumerable<Guid> TogetherWith(Case item, Guid messageId)
    {
        MessageKind? partner = item.Messages.FirstOrDefault(m => m.Id == messageId)?.Kind switch
        {
            MessageKind.Forwarding => MessageKind.Referral,
            MessageKind.Referral => MessageKind.Forwarding,
            _ => null,
        };
        return item.Messages.Where(m => m.Id != messageId && m.Kind == partner && m is { Delivery: Delivery.Email, DeliveryState: DeliveryState.Queued })
            .Select(m => m.Id).Prepend(messageId);
    }

    /// <summary>The letter goes back to where it was written, with its files but not with its annulled paper. A draft begun since is left alone.</summary>
    private async Task KeepAsDraftAsync(Message letter, IReadOnlyCollection<string> paper, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (letter is not { Letter: { } parts, Kind: MessageKind.Reply or MessageKind.InterimReply or MessageKind.StatutoryExtension } || user.EmployeeId is not { } me)
            return;
        var tab = letter.Kind == MessageKind.Reply ? DraftTab.Reply : DraftTab.Interim;
        var draft = await db.Set<Draft>().Include(d => d.Files).SingleOrDefaultAsync(d => d.CaseId == letter.CaseId && d.AuthorId == me && d.Tab == tab, cancellationToken);
        if (draft is { DiscardedAt: null })
            return;
        if (draft is null)
            db.Set<Draft>().Add(draft = new Draft(letter.CaseId, tab, me, user.Name, user.UnitId));
        draft.Write(
            new DraftText
            {
                Salutation = parts.Salutation,
                Body = parts.Body,
                NextSteps = parts.NextSteps,
                ClientNumber = parts.ClientNumber,
                Delivery = letter.Delivery,
                Outcome = letter.ClosesWith,
                PromisedOn = letter.PromisedOn,
                ExtendsLaw = letter.Kind == MessageKind.StatutoryExtension,
            },
            [.. letter.Attachments.Where(a => !paper.Contains(a.Hash)).OrderBy(a => a.Ordinal).Select(a => new AttachedFile(a.FileName, a.ContentType, a.Size, a.Hash))], shared: false, now);
    }
}
