using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Takes the draft away when its letter goes on its way, in the same transaction.</summary>
public sealed class DraftShelf(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Sends, and forgets the writer's draft of the tab; null leaves drafts alone.</summary>
    public Task SendingAsync(Guid caseId, DraftTab? tab, Func<CancellationToken, Task> send, CancellationToken cancellationToken) => tab is null
        ? send(cancellationToken)
        : db.InTransactionAsync(async token =>
        {
            await send(token);
            // Deleted whatever its version: a save on its way from the same page must not stop the letter.
            return await db.Set<Draft>().Where(d => d.CaseId == caseId && d.AuthorId == user.EmployeeId && d.Tab == tab).ExecuteDeleteAsync(token);
        }, cancellationToken);
}
