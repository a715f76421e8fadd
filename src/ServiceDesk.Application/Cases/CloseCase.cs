using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases;

/// <summary>Closes a case without another letter.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why no reply is owed, where none was given.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record CloseCase(Guid CaseId, CaseOutcome Outcome, string? Reason, SeenCase? Seen);

/// <summary>Closes the case. Refused while a reply is owed.</summary>
public sealed class CloseCaseHandler(CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Closes the case.</summary>
    public async Task HandleAsync(CloseCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        item.Close(command.Outcome, command.Reason, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
