using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Somebody leaves.</summary>
/// <param name="Id">Who.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="LastDay">Last working day, local; null means at once.</param>
/// <param name="SuccessorId">Who takes the open cases; null gives them back to their units.</param>
/// <param name="Reason">Why, for the history.</param>
public sealed record LetEmployeeLeave(Guid Id, int Version, DateOnly? LastDay, Guid? SuccessorId, string? Reason);

/// <summary>
/// Plans leaving, or carries it out at once. From that moment the account is closed and every browser of the person signed out, the
/// posts are vacant and open cases belong to the successor or to the unit; no date of a client moves.
/// </summary>
public sealed class LetEmployeeLeaveHandler(IServiceDeskDb db, EmployeeDeparture departure, ChangeLog log, IAccountStore accounts, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Plans it, or carries it out when the last day is over.</summary>
    public async Task HandleAsync(LetEmployeeLeave command, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageStaff);
        var today = local.DateOf(time.GetUtcNow());
        await db.InTransactionAsync(async token =>
        {
            var employee = await ChangeEmployeeHandler.LoadAsync(db, command.Id, command.Version, token);
            if (employee.Id == user.EmployeeId)
                throw new Refusal("Staff.Refusal.OwnLeaving");
            if (await accounts.FindByEmployeeAsync(employee.Id, token) is { } account && account.Roles.Contains(Role.Administrator))
            {
                if (!user.May(Permission.GrantRoles))
                    throw new Refusal("Accounts.Refusal.AdministratorsOnly");
                if (await accounts.CountOtherAdministratorsAsync(account.Id, token) == 0)
                    throw new Refusal("Accounts.Refusal.LastAdministrator");
            }

            var successor = command.SuccessorId is { } id
                ? await db.Set<Employee>().SingleOrDefaultAsync(e => e.Id == id, token) ?? throw new Refusal("Staff.Refusal.NoEmployee")
                : null;
            // Without a person the case would wait in its unit, where nobody may read it.
            if (successor is null && await db.Set<Case>().AnyAsync(c => c.AssigneeId == employee.Id && c.State != CaseState.Closed && c.IsConfidential, token))
                throw new Refusal("Staff.Refusal.SuccessorNeeded");
            var before = await ChangeEmployeeHandler.ValuesAsync(db, employee, token);
            employee.PlanLeaving(command.LastDay ?? today, successor);
            if (command.LastDay is null || command.LastDay < today)
                await departure.CarryOutAsync(employee, before, command.Reason, user.AsActor(), token);
            else
                log.Record(ChangedThing.Employee, employee.Id, employee.FullName, before, await ChangeEmployeeHandler.ValuesAsync(db, employee, token), command.Reason);
            await SaveAsync(token);
            return employee.Id;
        }, cancellationToken);
    }

    /// <summary>The person stays after all.</summary>
    public async Task StayAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageStaff);
        var employee = await ChangeEmployeeHandler.LoadAsync(db, id, version, cancellationToken);
        var before = await ChangeEmployeeHandler.ValuesAsync(db, employee, cancellationToken);
        employee.Stay();
        log.Record(ChangedThing.Employee, employee.Id, employee.FullName, before, await ChangeEmployeeHandler.ValuesAsync(db, employee, cancellationToken));
        await ChangeEmployeeHandler.SaveAsync(db, cancellationToken);
    }

    /// <summary>Somebody who had left works here again. The account stays closed until somebody opens it.</summary>
    public async Task ReturnAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageStaff);
        var employee = await ChangeEmployeeHandler.LoadAsync(db, id, version, cancellationToken);
        var unit = await db.Set<OrgUnit>().SingleAsync(u => u.Id == employee.UnitId, cancellationToken);
        if (unit.RetiredAt is not null)
            throw new Refusal("Staff.Refusal.UnitRetired", unit.Name);
        var before = await ChangeEmployeeHandler.ValuesAsync(db, employee, cancellationToken);
        employee.Return();
        log.Record(ChangedThing.Employee, employee.Id, employee.FullName, before, await ChangeEmployeeHandler.ValuesAsync(db, employee, cancellationToken), null, ChangeAction.Restored);
        await ChangeEmployeeHandler.SaveAsync(db, cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await accounts.SaveAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Staff.Refusal.Stale");
        }
    }
}

/// <summary>What happens when somebody has left. Adds to the unit of work; whoever calls saves by <see cref="IAccountStore.SaveAsync"/>.</summary>
public sealed class EmployeeDeparture(IServiceDeskDb db, IAccountStore accounts, SecurityLetters letters, ChangeLog log, TimeProvider time)
{
    internal async Task CarryOutAsync(Employee employee, ChangeValues before, string? reason, Actor by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var successor = employee.SuccessorId is { } id ? await db.Set<Employee>().SingleOrDefaultAsync(e => e.Id == id && e.IsActive, cancellationToken) : null;
        employee.Leave();
        foreach (var unit in await db.Set<OrgUnit>().Where(u => u.HeadId == employee.Id).ToListAsync(cancellationToken))
        {
            unit.VacateHead();
            log.Record(ChangedThing.Unit, unit.Id, unit.Name,
                new ChangeValues().With(ChangedField.Head, employee.Id, employee.FullName), new ChangeValues(), reason, ChangeAction.Changed);
        }

        await HandOverAsync(employee, successor, by, now, cancellationToken);
        if (await accounts.FindByEmployeeAsync(employee.Id, cancellationToken) is { State: not AccountState.Disabled } account)
        {
            await accounts.DisableAsync(account.Id, cancellationToken);
            log.Record(ChangedThing.Account, account.Id, account.Name, new ChangeValues(), new ChangeValues().With(ChangedField.Access, AccountStep.Disable), reason, ChangeAction.Retired);
            letters.Write(account.Email, account.Language, SecurityEvent.Disabled);
        }

        log.Record(ChangedThing.Employee, employee.Id, employee.FullName, before, await ChangeEmployeeHandler.ValuesAsync(db, employee, cancellationToken), reason, ChangeAction.Retired);
    }

    private async Task HandOverAsync(Employee employee, Employee? successor, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var units = await db.Set<OrgUnit>().ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        var open = await db.Set<Case>().Where(c => c.AssigneeId == employee.Id && c.State != CaseState.Closed).ToListAsync(cancellationToken);
        foreach (var item in open)
        {
            var unit = successor?.UnitId ?? item.UnitId;
            item.Assign(unit, units[unit], successor?.Id, successor?.FullName, Texts.In("lv")["Staff.Leave.CaseReason", employee.FullName], by, now);
            if (successor is not null)
                db.Set<Notice>().Add(new Notice(successor.Id, NoticeKind.Assigned, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number));
        }

        // What was offered to the person goes back to whoever still answers for it.
        foreach (var item in await db.Set<Case>().Where(c => c.OfferedToId == employee.Id).ToListAsync(cancellationToken))
        {
            Guid?[] told = [item.OfferedById, item.AssigneeId];
            item.ReturnOffer(Texts.In("lv")["Staff.Leave.CaseReason", employee.FullName], by, now);
            db.Set<Notice>().AddRange(told.OfType<Guid>().Distinct().Where(p => p != employee.Id)
                .Select(p => new Notice(p, NoticeKind.HandOverReturned, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number)));
        }
    }
}

/// <summary>Carries out what was planned: whoever's last day is over has left.</summary>
public sealed class PartWithLeaversHandler(IServiceDeskDb db, EmployeeDeparture departure, IAccountStore accounts, LocalTime local, TimeProvider time)
{
    /// <summary>How many have left now.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var leavers = await db.Set<Employee>().Where(e => e.IsActive && e.LastDay != null && e.LastDay < today).Select(e => e.Id).ToListAsync(cancellationToken);
        foreach (var id in leavers)
        {
            await db.InTransactionAsync(async token =>
            {
                db.Forget();
                var employee = await db.Set<Employee>().SingleAsync(e => e.Id == id, token);
                if (employee.IsActive)
                    await departure.CarryOutAsync(employee, await ChangeEmployeeHandler.ValuesAsync(db, employee, token), null, Actor.System, token);
                await accounts.SaveAsync(token);
                return id;
            }, cancellationToken);
        }

        return leavers.Count;
    }
}

/// <summary>Lets those go whose last day is over.</summary>
public sealed class PartWithLeaversJob(PartWithLeaversHandler part) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => false;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await part.HandleAsync(cancellationToken)} have left";
}
