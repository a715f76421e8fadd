using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>A substantive reply to the client (SIG 21.1).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Text">What we answer.</param>
/// <param name="Delivery">How it leaves the house.</param>
/// <param name="ClosesWith">The outcome with which the case closes once the reply has left; null keeps it open.</param>
/// <param name="Files">Files already stored.</param>
/// <param name="Seen">What the page showed; null skips the check for changes by others.</param>
/// <param name="Token">The form's one-time token; the same form never sends two letters.</param>
/// <param name="Frame">What stands around the body; null sends the text as it is.</param>
/// <param name="LeavesDraft">Written elsewhere than in the composer, so that a draft begun there stays.</param>
/// <param name="Registration">Makes it a registered letter whose PDF goes along; null sends the message alone.</param>
public sealed record SendReply(
    Guid CaseId, string Text, Delivery Delivery, CaseOutcome? ClosesWith, IReadOnlyList<AttachedFile> Files, SeenCase? Seen, Guid? Token = null, LetterFrame? Frame = null, bool LeavesDraft = false,
    LetterRegistration? Registration = null);

/// <summary>Writes the reply and sends it on its way. Clocks are met when it has left the house.</summary>
public sealed class SendReplyHandler(CaseWriter writer, LetterComposer composer, DraftShelf drafts, RegisteredLetters registered, ICurrentUser user, TimeProvider time)
{
    /// <summary>Sends the reply.</summary>
    public Task HandleAsync(SendReply command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Text, command.Seen, () => SendAsync(command, cancellationToken), cancellationToken);

    private Task SendAsync(SendReply command, CancellationToken cancellationToken) => registered.SendingAsync(command.Registration, command.Seen, inStep =>
        drafts.SendingAsync(command.CaseId, command.Frame is null || command.LeavesDraft ? null : DraftTab.Reply, token => WriteAsync(command, token), inStep), cancellationToken);

    private async Task WriteAsync(SendReply command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        var parts = await composer.ForSendingAsync(item, command.Frame, command.Text, promisedOn: null, cancellationToken);
        var reply = item.Reply(parts?.AsText() ?? command.Text, command.Files, command.ClosesWith, command.Delivery, user.AsActor(), now, command.Token).PutTogetherFrom(parts);
        await writer.DispatchAsync(item, reply, now, cancellationToken);
        await registered.EncloseAsync(item, reply, command.Registration, cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
