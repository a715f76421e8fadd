using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>Opens a closed case again.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record ReopenCase(Guid CaseId, string? Reason, SeenCase? Seen);

/// <summary>
/// Opens the case; the client gets a new term of the service standard, counted from today. For whoever answered it and for those who
/// give cases.
/// </summary>
public sealed class ReopenCaseHandler(CaseWriter writer, ClockStarter clocks, ICurrentUser user, TimeProvider time)
{
    /// <summary>Opens the case. Refused while it is open.</summary>
    public async Task HandleAsync(ReopenCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        if (item.AssigneeId != user.EmployeeId && !user.May(Permission.AssignCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var now = time.GetUtcNow();
        item.Reopen(command.Reason, user.AsActor(), now);
        await clocks.StartAgainAsync(item, now, cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
