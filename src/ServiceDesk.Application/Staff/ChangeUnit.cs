using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Adds a unit, or changes everything about one at once.</summary>
/// <param name="Id">The unit; null adds one.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Name">Official name.</param>
/// <param name="ParentId">The unit above; null is the top.</param>
/// <param name="HeadId">Who heads it; null leaves the post vacant.</param>
/// <param name="Phone">Phone shown to clients.</param>
/// <param name="Email">Address shown to clients.</param>
/// <param name="ServesClients">Whether citizens may turn to it.</param>
/// <param name="Reason">Why, for the history.</param>
public sealed record ChangeUnit(Guid? Id, int Version, string Name, Guid? ParentId, Guid? HeadId, string? Phone, string? Email, bool ServesClients, string? Reason);

/// <summary>Changes the tree of units, retires and restores them, and takes the last change back. Every change is in the log.</summary>
public sealed class ChangeUnitHandler(IServiceDeskDb db, ChangeLog log, Accounts.IAccountStore accounts, ICurrentUser user, TimeProvider time)
{
    /// <summary>Adds or changes; returns the unit.</summary>
    public async Task<Guid> HandleAsync(ChangeUnit command, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageUnits);
        var all = await db.Set<OrgUnit>().ToListAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(command.Name))
            throw new Refusal("Staff.Refusal.UnitNeedsName");
        if (all.Any(u => u.Id != command.Id && string.Equals(u.Name, command.Name.Trim(), StringComparison.OrdinalIgnoreCase)))
            throw new Refusal("Staff.Refusal.UnitNameTaken", command.Name.Trim());
        var parent = command.ParentId is { } above ? all.SingleOrDefault(u => u.Id == above) ?? throw new Refusal("Staff.Refusal.NoUnit") : null;
        var head = command.HeadId is { } person
            ? await db.Set<Employee>().SingleOrDefaultAsync(e => e.Id == person, cancellationToken) ?? throw new Refusal("Staff.Refusal.NoEmployee")
            : null;

        OrgUnit unit;
        ChangeValues? before = null;
        Guid? formerHead = null;
        if (command.Id is { } id)
        {
            unit = Find(all, id, command.Version);
            if (unit.RetiredAt is not null)
                throw new Refusal("Staff.Refusal.UnitRetired", unit.Name);
            before = await ValuesAsync(unit, all, cancellationToken);
            formerHead = unit.HeadId;
            unit.Describe(command.Name, command.Phone, command.Email, command.ServesClients);
            unit.MoveUnder(parent, all);
        }
        else
        {
            unit = new OrgUnit(command.Name, null, command.ServesClients, command.Phone, command.Email);
            unit.Describe(command.Name, command.Phone, command.Email, command.ServesClients);
            unit.MoveUnder(parent, all);
            db.Set<OrgUnit>().Add(unit);
        }

        if (head is null)
            unit.VacateHead();
        else if (head.Id != unit.HeadId)
            unit.AppointHead(head);
        log.Record(ChangedThing.Unit, unit.Id, unit.Name, before, await ValuesAsync(unit, all, cancellationToken), command.Reason);
        await SaveAsync(cancellationToken);
        // What a head may read follows the post at once.
        await accounts.RecheckAsync([.. new[] { formerHead, unit.HeadId }.Where(_ => formerHead != unit.HeadId).OfType<Guid>()], cancellationToken);
        return unit.Id;
    }

    /// <summary>Takes a unit out of use. Refused while something hangs on it.</summary>
    public async Task RetireAsync(Guid id, int version, string? reason, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageUnits);
        var all = await db.Set<OrgUnit>().ToListAsync(cancellationToken);
        var unit = Find(all, id, version);
        if (!(await ShowUnitsHandler.BurdenAsync(db, id, cancellationToken)).IsFree)
            throw new Refusal("Staff.Refusal.UnitBurdened", unit.Name);
        var before = await ValuesAsync(unit, all, cancellationToken);
        unit.Retire(time.GetUtcNow());
        log.Record(ChangedThing.Unit, unit.Id, unit.Name, before, await ValuesAsync(unit, all, cancellationToken), reason, ChangeAction.Retired);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Puts a unit back into use.</summary>
    public async Task RestoreAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageUnits);
        var all = await db.Set<OrgUnit>().ToListAsync(cancellationToken);
        var unit = Find(all, id, version);
        if (all.Any(u => u.Id == unit.ParentId && u.RetiredAt is not null))
            throw new Refusal("Staff.Refusal.ParentRetired", all.Single(u => u.Id == unit.ParentId).Name);
        var before = await ValuesAsync(unit, all, cancellationToken);
        unit.Restore();
        log.Record(ChangedThing.Unit, unit.Id, unit.Name, before, await ValuesAsync(unit, all, cancellationToken), null, ChangeAction.Restored);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Takes the last change of a unit back, if it was a change of its values: the values before it apply again, and the log says so.</summary>
    public async Task UndoAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageUnits);
        var key = id.ToString("N");
        var last = await db.Set<ChangeRecord>().AsNoTracking().Where(c => c.Thing == ChangedThing.Unit && c.Key == key)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not { Action: ChangeAction.Changed })
            throw new Refusal("Staff.Refusal.NothingToUndo");
        var unit = await db.Set<OrgUnit>().AsNoTracking().SingleAsync(u => u.Id == id, cancellationToken);
        var (was, became) = (ChangeValues.Read(last.Before), ChangeValues.Read(last.After));
        bool Touched(ChangedField field) => was[field] is not null || became[field] is not null;
        await HandleAsync(
            new ChangeUnit(
                id, version,
                was.TextOf(ChangedField.Name) ?? unit.Name,
                Touched(ChangedField.Parent) ? was.IdOf(ChangedField.Parent) : unit.ParentId,
                Touched(ChangedField.Head) ? was.IdOf(ChangedField.Head) : unit.HeadId,
                Touched(ChangedField.Phone) ? was.TextOf(ChangedField.Phone) : unit.Phone,
                Touched(ChangedField.Email) ? was.TextOf(ChangedField.Email) : unit.Email,
                was.YesOf(ChangedField.ServesClients) ?? unit.ServesExternalClients,
                Texts.Current["Staff.Unit.UndoReason"]),
            cancellationToken);
    }

    private static OrgUnit Find(List<OrgUnit> all, Guid id, int version)
    {
        var unit = all.SingleOrDefault(u => u.Id == id) ?? throw new Refusal("Staff.Refusal.NoUnit");
        return unit.Version == version ? unit : throw new Refusal("Staff.Refusal.Stale");
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Staff.Refusal.Stale");
        }
    }

    private async Task<ChangeValues> ValuesAsync(OrgUnit unit, List<OrgUnit> all, CancellationToken cancellationToken)
    {
        var head = unit.HeadId is { } id ? await db.Set<Employee>().FindAsync([id], cancellationToken) : null;
        return new ChangeValues()
            .With(ChangedField.Name, unit.Name)
            .With(ChangedField.Parent, unit.ParentId, all.FirstOrDefault(u => u.Id == unit.ParentId)?.Name)
            .With(ChangedField.Head, unit.HeadId, head?.FullName)
            .With(ChangedField.Phone, unit.Phone)
            .With(ChangedField.Email, unit.Email)
            .With(ChangedField.ServesClients, unit.ServesExternalClients)
            .With(ChangedField.InUse, unit.RetiredAt is null);
    }
}
