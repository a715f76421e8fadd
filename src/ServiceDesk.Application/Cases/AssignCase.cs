using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>Gives a case to a unit and perhaps a person.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="AssigneeId">A person of that unit, or null.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record AssignCase(Guid CaseId, Guid UnitId, Guid? AssigneeId, string? Reason, SeenCase? Seen);

/// <summary>
/// Assigns the case and tells the person. Who answers clients may take a case of the own unit; giving to others needs
/// <see cref="Permission.AssignCases"/>.
/// </summary>
public sealed class AssignCaseHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Assigns the case.</summary>
    public async Task HandleAsync(AssignCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var takesItself = command.AssigneeId == user.EmployeeId && command.UnitId == item.UnitId;
        if (!takesItself && !user.May(Permission.AssignCases))
            throw new Refusal("Cases.Refusal.NotAllowed");

        var unit = await db.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == command.UnitId && u.RetiredAt == null, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.UnitUnknown");
        var assignee = command.AssigneeId is { } id
            ? await db.Set<Employee>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.IsActive, cancellationToken)
              ?? throw new Refusal("Cases.Refusal.PersonUnknown")
            : null;
        if (assignee is not null && assignee.UnitId != unit.Id)
            throw new Refusal("Cases.Refusal.PersonOfOtherUnit", assignee.FullName, unit.Name);

        var now = time.GetUtcNow();
        item.Assign(unit.Id, unit.Name, assignee?.Id, assignee?.FullName, command.Reason, user.AsActor(), now);
        if (assignee is not null && assignee.Id != user.EmployeeId)
            db.Set<Notice>().Add(new Notice(assignee.Id, NoticeKind.Assigned, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number));
        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
