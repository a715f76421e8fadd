using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
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

/// <summary>What giving a case did.</summary>
public enum GivenCase
{
    /// <summary>The unit and the person have it.</summary>
    Assigned,

    /// <summary>It is offered; whoever had it answers for it until it is accepted (SIG 6.2.2).</summary>
    Offered,
}

/// <summary>
/// Gives the case and tells those concerned. At once: taking a case of the own unit; a head within the units headed; Client Service
/// passing on a new case nobody has taken on. Everything else is an offer that needs acceptance.
/// </summary>
public sealed class AssignCaseHandler(IServiceDeskDb db, CaseWriter writer, UnitHeads heads, Impartial impartial, ICurrentUser user, TimeProvider time)
{
    /// <summary>Assigns or offers the case.</summary>
    public async Task<GivenCase> HandleAsync(AssignCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var takesItself = command.AssigneeId == user.EmployeeId && command.UnitId == item.UnitId;
        if (!takesItself && !MayGive(item))
            throw new Refusal("Cases.Refusal.NotAllowed");

        var unit = await db.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == command.UnitId && u.RetiredAt == null, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.UnitUnknown");
        var assignee = command.AssigneeId is { } id
            ? await db.Set<Employee>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.IsActive, cancellationToken)
              ?? throw new Refusal("Cases.Refusal.PersonUnknown")
            : null;
        if (assignee is not null && assignee.UnitId != unit.Id)
            throw new Refusal("Cases.Refusal.PersonOfOtherUnit", assignee.FullName, unit.Name);

        await impartial.RefuseAsync(item, assignee?.Id, cancellationToken);
        var now = time.GetUtcNow();
        var given = takesItself || MayGiveAtOnce(item, unit.Id) ? GivenCase.Assigned : GivenCase.Offered;
        var kind = NoticeKind.Assigned;
        IReadOnlyList<Guid> told = assignee is null ? [] : [assignee.Id];
        if (given == GivenCase.Assigned)
        {
            item.Assign(unit.Id, unit.Name, assignee?.Id, assignee?.FullName, command.Reason, user.AsActor(), now);
        }
        else
        {
            item.Offer(unit.Id, unit.Name, assignee?.Id, assignee?.FullName, command.Reason, user.AsActor(), now);
            kind = NoticeKind.HandOverOffered;
            told = await heads.ToTellAsync(unit.Id, assignee?.Id, cancellationToken);
        }

        db.Set<Notice>().AddRange(told.Where(p => p != user.EmployeeId).Select(p => new Notice(p, kind, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number)));
        await writer.SaveAsync(command.Seen, cancellationToken);
        return given;
    }

    private bool MayGive(Case item) => user.May(Permission.AssignCases) || (item.AssigneeId is not null && item.AssigneeId == user.EmployeeId);

    private bool MayGiveAtOnce(Case item, Guid unitId) => user.May(Permission.AssignCases)
        && ((unitId == item.UnitId && user.UnitId == unitId)
            || (user.HeadedUnitIds.Contains(item.UnitId) && user.HeadedUnitIds.Contains(unitId))
            || (user.May(Permission.RegisterCases) && item is { AssigneeId: null, State: CaseState.New }));
}
