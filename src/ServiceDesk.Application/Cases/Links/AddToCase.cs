using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>The client said more about a case registered before: it is added there instead of being registered anew.</summary>
/// <param name="CaseId">The case registered before.</param>
/// <param name="Token">The form's one-time token; the same form never adds twice.</param>
/// <param name="Text">What they said or wrote.</param>
/// <param name="Files">Files already stored.</param>
public sealed record AddToCase(Guid CaseId, Guid Token, string Text, IReadOnlyList<AttachedFile> Files);

/// <summary>
/// Adds what somebody said to an open case, by whoever registers for clients; it need not be a case of their own. No clock starts: the earliest
/// message counts. The person who answers is told.
/// </summary>
public sealed class AddToCaseHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Adds the message.</summary>
    public Task HandleAsync(AddToCase command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Text, seen: null, () => AddAsync(command, cancellationToken), cancellationToken);

    private async Task AddAsync(AddToCase command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.RegisterCases) || !db.Set<Case>().HeadsVisibleTo(user).Any(c => c.Id == command.CaseId))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await writer.LoadAsync(command.CaseId, cancellationToken);
        var now = time.GetUtcNow();
        item.AddClientMessage(command.Text, command.Files, now, command.Token);
        item.Record(CaseEventKind.Added, user.AsActor(), now, null);
        if (item.AssigneeId is { } owner && owner != user.EmployeeId)
            db.Set<Notice>().Add(new Notice(owner, NoticeKind.ClientWrote, item.Id, command.Token.ToString("N"), now, item.Number));
        await writer.SaveAsync(seen: null, cancellationToken);
    }
}
