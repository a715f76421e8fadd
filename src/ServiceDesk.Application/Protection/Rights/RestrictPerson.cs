using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>
/// Restricts processing of a person's data (GDPR art. 18) and lifts that. While it is restricted nothing is changed on the card, nothing is
/// done in the person's cases and nothing is erased; what is there stays and can be read and handed to the person.
/// </summary>
public sealed class RestrictPersonHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Restricts or lifts, with a reason.</summary>
    public async Task HandleAsync(Guid requestId, int seen, bool on, string? reason, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var request = await db.Set<PersonRequest>().Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == requestId, cancellationToken)
            ?? throw new Refusal("Protection.Refusal.RequestUnknown");
        if (request.Version != seen)
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
        if (request.ClientId is not { } clientId)
            throw new Refusal("Protection.Refusal.NoCard");
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Protection.Refusal.ReasonMissing");
        var card = await db.Set<Client>().SingleAsync(c => c.Id == clientId, cancellationToken);
        var now = time.GetUtcNow();
        if (on)
            card.Restrict(reason, user.AsActor(), now);
        else
            card.LiftRestriction(reason, user.AsActor(), now);
        // Lifting comes later than the answer as a rule; the card's own history has it then.
        if (on || request.IsOpen)
            request.Did(on ? PersonRequestStepKind.Restricted : PersonRequestStepKind.RestrictionLifted, reason.Trim(), user.AsActor(), now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
        }
    }
}
