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
public sealed class TakeBackLetterHandler(IServiceDeskDb db, CaseWriter writer, MergedLetters copies, ICurrentUser user, TimeProvider time)
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
            item.TakeBack(messageId, user.AsActor(), now);
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
}
