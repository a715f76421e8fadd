using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>Asks the client for something and waits for the answer.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Question">What we need.</param>
/// <param name="Until">The day until which we wait; null for none.</param>
/// <param name="Delivery">How it leaves the house.</param>
/// <param name="Seen">What the page showed.</param>
/// <param name="Token">The form's one-time token; the same form never sends two letters.</param>
public sealed record AskClient(Guid CaseId, string Question, DateOnly? Until, Delivery Delivery, SeenCase? Seen, Guid? Token = null);

/// <summary>Writes the question and sends it on its way. The case waits once it has left the house; no clock stops.</summary>
public sealed class AskClientHandler(CaseWriter writer, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Sends the question.</summary>
    public Task HandleAsync(AskClient command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Question, command.Seen, () => SendAsync(command, cancellationToken), cancellationToken);

    private async Task SendAsync(AskClient command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        var question = item.AskClient(command.Question, command.Until, local.DateOf(now), command.Delivery, user.AsActor(), now, command.Token);
        await writer.DispatchAsync(item, question, now, cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}

/// <summary>We no longer wait for the client.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Why: the answer came by phone, we go on without it.</param>
public sealed record StopWaiting(Guid CaseId, string? Reason);

/// <summary>Puts the case back to work.</summary>
public sealed class StopWaitingHandler(CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Stops waiting. Refused when we do not wait.</summary>
    public async Task HandleAsync(StopWaiting command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, seen: null, cancellationToken);
        item.StopWaiting(command.Reason, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(seen: null, cancellationToken);
    }
}
