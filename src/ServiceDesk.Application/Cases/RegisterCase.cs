using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>An employee registers what somebody else said or brought (SIG 25: orally, on a form, by phone).</summary>
/// <param name="Wanted">The case.</param>
/// <param name="SolvedWith">The answer given at once in the talk; null when the case goes on.</param>
/// <param name="Outcome">How it ended, when solved at once.</param>
public sealed record RegisterCase(NewCase Wanted, string? SolvedWith = null, CaseOutcome? Outcome = null);

/// <summary>Registers a case for a client. Solved in the talk, it is answered and closed in the same step.</summary>
public sealed class RegisterCaseHandler(
    IServiceDeskDb db, CaseRegistrar registrar, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Registers the case and gives its key.</summary>
    public async Task<Guid> HandleAsync(RegisterCase command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.RegisterCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        if (command.Wanted.ReceivedAt is { } receivedAt && receivedAt > time.GetUtcNow())
            throw new Refusal("Cases.Refusal.ReceivedInFuture");

        var registered = await registrar.RegisterAsync(command.Wanted, user.AsActor(), cancellationToken);
        if (!string.IsNullOrWhiteSpace(command.SolvedWith) && registered.IsOpen && registered.AnsweredAt is null)
        {
            var item = await writer.LoadAsync(registered.Id, cancellationToken);
            var now = time.GetUtcNow();
            var delivery = command.Wanted.Channel is Channel.Phone or Channel.Voicemail ? Delivery.Phone : Delivery.InPerson;
            var reply = item.Reply(command.SolvedWith, [], command.Outcome ?? CaseOutcome.Explained, delivery, user.AsActor(), now);
            await writer.DispatchAsync(item, reply, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return registered.Id;
    }
}
