using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>The card a request is about.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">What it is called by.</param>
/// <param name="Name">Name now.</param>
/// <param name="State">Whether it is in use.</param>
/// <param name="RestrictedAt">Since when processing is restricted, UTC.</param>
/// <param name="RestrictedReason">Why.</param>
/// <param name="Cases">How many cases are the person's.</param>
public sealed record RequestedCard(Guid Id, string Number, string Name, ClientState State, DateTimeOffset? RestrictedAt, string? RestrictedReason, int Cases);

/// <summary>A request with its trail.</summary>
/// <param name="Request">The request.</param>
/// <param name="Card">The person's card, once chosen.</param>
/// <param name="Badge">Badge of the last day, while an answer is owed.</param>
/// <param name="Letter">Where the letter stands that went by e-mail.</param>
/// <param name="MayExtend">Whether the term may be extended now.</param>
/// <param name="ExtendedDueOn">The last day after an extension.</param>
/// <param name="Today">Local day.</param>
public sealed record PersonRequestDetails(
    PersonRequest Request, RequestedCard? Card, DueBadge? Badge, OutgoingState? Letter, bool MayExtend, DateOnly ExtendedDueOn, DateOnly Today);

/// <summary>Shows a request; that it was read is written down.</summary>
public sealed class ShowPersonRequestHandler(IServiceDeskDb db, CalendarProvider calendars, ReadLog reads, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>The request; null when there is none.</summary>
    public async Task<PersonRequestDetails?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var request = await db.Set<PersonRequest>().AsNoTracking().Include(r => r.Steps.OrderBy(s => s.Ordinal)).Include(r => r.Corrections.OrderBy(c => c.Ordinal)).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (request is null)
            return null;
        await reads.NoteAsync(new Reading(ReadThing.PersonRequest, request.Id, request.Number, purpose: ReadPurpose.PersonRequest, clientId: request.ClientId), cancellationToken);
        var card = request.ClientId is { } cardId ? await CardAsync(cardId, cancellationToken) : null;
        var letter = request.LetterId is { } letterId
            ? await db.Set<OutgoingMessage>().AsNoTracking().Where(o => o.Id == letterId).Select(o => (OutgoingState?)o.State).SingleOrDefaultAsync(cancellationToken)
            : null;
        var calendar = await calendars.GetAsync(cancellationToken);
        var today = local.DateOf(time.GetUtcNow());
        return new PersonRequestDetails(request, card, request.IsOpen ? Badges.Of(request.DueOn, Layer.Statute, today, calendar) : null, letter,
            request.MayExtend(today), DueDates.Calculate(calendar, PersonRequest.Longest, RollForward.ToNextWorkingDay, request.ReceivedOn).On, today);
    }

    private Task<RequestedCard?> CardAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Client>().AsNoTracking().Where(c => c.Id == id).Select(c => new RequestedCard(
            c.Id, Client.NumberOf(c.Id), c.Name, c.State, c.RestrictedAt, c.RestrictedReason,
            db.Set<Case>().Count(x => x.ClientId == c.Id || db.Set<Client>().Any(m => m.Id == x.ClientId && m.MergedIntoId == c.Id)))).SingleOrDefaultAsync(cancellationToken);
}
