using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>Restricts who may read a case, or lifts that.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="On">Restrict, or lift.</param>
/// <param name="Reason">Why.</param>
/// <param name="HiddenFromHead">The head of the unit does not read it either.</param>
/// <param name="Readers">Who reads it beside the assignee and the head.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record MarkConfidential(Guid CaseId, bool On, string? Reason, bool HiddenFromHead, IReadOnlyList<Guid> Readers, SeenCase? Seen);

/// <summary>Sets or lifts the mark. For the assignee, for those who give cases and for those who take them in, as far as they may read it now.</summary>
public sealed class MarkConfidentialHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Sets or lifts the mark.</summary>
    public async Task HandleAsync(MarkConfidential command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        if (item.AssigneeId != user.EmployeeId && !user.May(Permission.AssignCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        await db.Set<CaseReader>().Where(r => r.CaseId == item.Id).LoadAsync(cancellationToken);
        // What was merged into it stands among its letters and can be read on its own as well.
        if (command.On && await db.Set<Case>().AnyAsync(c => c.MergedIntoId == item.Id, cancellationToken))
            throw new Refusal("Cases.Refusal.MergeOfConfidential");
        var now = time.GetUtcNow();
        if (command.On)
        {
            var named = await db.Set<Employee>().Where(e => command.Readers.Contains(e.Id) && e.IsActive).OrderBy(e => e.Surname)
                .Select(e => new { e.Id, Name = e.Name + " " + e.Surname }).ToListAsync(cancellationToken);
            item.MarkConfidential(command.Reason, command.HiddenFromHead, [.. named.Select(e => (e.Id, e.Name))], user.AsActor(), now);
        }
        else
        {
            item.LiftConfidentiality(command.Reason, user.AsActor(), now);
        }

        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
