using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Somebody deals with a letter that could not be sent.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="MessageId">The letter.</param>
/// <param name="SendAgainTo">Send it again to this address, which becomes the client's.</param>
/// <param name="Reason">Why it is not sent: how the client was told otherwise. Needed when it is not sent again.</param>
/// <param name="SendAgain">Send it again, without <paramref name="SendAgainTo"/> to the address it had.</param>
public sealed record ResolveFailedLetter(Guid CaseId, Guid MessageId, string? SendAgainTo, string? Reason, bool SendAgain = false);

/// <summary>Sends a failed letter again, to the same or a corrected address, or takes it off with a reason.</summary>
public sealed class ResolveFailedLetterHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Deals with the letter.</summary>
    public async Task HandleAsync(ResolveFailedLetter command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, seen: null, cancellationToken);
        var row = await db.Set<OutgoingMessage>().SingleOrDefaultAsync(o => o.CaseId == command.CaseId && o.MessageId == command.MessageId, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.MessageUnknown");
        var now = time.GetUtcNow();
        if (string.IsNullOrWhiteSpace(command.SendAgainTo) && !command.SendAgain)
        {
            item.ResolveFailure(command.MessageId, command.Reason ?? "", user.AsActor(), now);
            row.Cancel();
        }
        else
        {
            var again = item.SendAgain(command.MessageId, user.AsActor(), now);
            var isClients = again.Direction == MessageDirection.ToClient;
            if (!string.IsNullOrWhiteSpace(command.SendAgainTo))
            {
                if (isClients)
                    item.CorrectEmail(command.SendAgainTo);
                else if (!Contact.LooksLikeEmail(command.SendAgainTo.Trim()))
                    throw new Refusal("Cases.Refusal.EmailUnusable");
            }

            // A letter to another body never turns to the client's address.
            row.Requeue(isClients ? item.Contact.Email! : string.IsNullOrWhiteSpace(command.SendAgainTo) ? row.ToAddress : command.SendAgainTo.Trim(), now);
        }

        await writer.SaveAsync(seen: null, cancellationToken);
    }
}
