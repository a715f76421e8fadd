using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Adds an employee, or changes what is known of one, the unit included.</summary>
/// <param name="Id">The employee; null adds one.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Name">Given name.</param>
/// <param name="Surname">Surname.</param>
/// <param name="Position">Post.</param>
/// <param name="UnitId">Unit.</param>
/// <param name="Email">Work address.</param>
/// <param name="Phone">Work phone.</param>
/// <param name="StandardApplies">Whether the service standard binds the person.</param>
/// <param name="Reason">Why, for the history.</param>
public sealed record ChangeEmployee(
    Guid? Id, int Version, string Name, string Surname, string Position, Guid UnitId, string Email, string? Phone, bool StandardApplies, string? Reason);

/// <summary>Adds and changes employees. Every change is in the log; open browsers of the person follow at their next request.</summary>
public sealed class ChangeEmployeeHandler(IServiceDeskDb db, ChangeLog log, IAccountStore accounts, ICurrentUser user)
{
    /// <summary>Adds or changes; returns the employee.</summary>
    public async Task<Guid> HandleAsync(ChangeEmployee command, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageStaff);
        var unit = await db.Set<OrgUnit>().SingleOrDefaultAsync(u => u.Id == command.UnitId, cancellationToken) ?? throw new Refusal("Staff.Refusal.NoUnit");
        var email = command.Email.Trim();
        if (await db.Set<Employee>().AnyAsync(e => e.Email == email && e.Id != command.Id, cancellationToken))
            throw new Refusal("Staff.Refusal.EmailTaken", email);

        Employee employee;
        ChangeValues? before = null;
        if (command.Id is { } id)
        {
            employee = await LoadAsync(db, id, command.Version, cancellationToken);
            before = await ValuesAsync(db, employee, cancellationToken);
            employee.Describe(command.Name, command.Surname, command.Position, email, command.Phone, command.StandardApplies);
        }
        else
        {
            if (string.IsNullOrWhiteSpace(command.Name) || string.IsNullOrWhiteSpace(command.Surname))
                throw new Refusal("Staff.Refusal.EmployeeNeedsName");
            employee = new Employee(command.Name, command.Surname, command.Position, unit, email, command.Phone, command.StandardApplies);
            db.Set<Employee>().Add(employee);
        }

        employee.MoveTo(unit);
        log.Record(ChangedThing.Employee, employee.Id, employee.FullName, before, await ValuesAsync(db, employee, cancellationToken), command.Reason);
        await SaveAsync(db, cancellationToken);
        await accounts.RecheckAsync([employee.Id], cancellationToken);
        return employee.Id;
    }

    /// <summary>Takes the last change of what is known of an employee back; the log says so.</summary>
    public async Task UndoAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageStaff);
        var key = id.ToString("N");
        var last = await db.Set<ChangeRecord>().AsNoTracking().Where(c => c.Thing == ChangedThing.Employee && c.Key == key)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is not { Action: ChangeAction.Changed })
            throw new Refusal("Staff.Refusal.NothingToUndo");
        var (was, became) = (ChangeValues.Read(last.Before), ChangeValues.Read(last.After));
        var now = await db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Id == id, cancellationToken);
        if (was[ChangedField.LastDay] is not null || became[ChangedField.LastDay] is not null)
            throw new Refusal("Staff.Refusal.NothingToUndo");
        await HandleAsync(
            new ChangeEmployee(
                id, version,
                was.TextOf(ChangedField.Name) ?? now.Name,
                was.TextOf(ChangedField.Surname) ?? now.Surname,
                was.TextOf(ChangedField.Position) ?? (became[ChangedField.Position] is null ? now.Position : ""),
                was.IdOf(ChangedField.Unit) ?? now.UnitId,
                was.TextOf(ChangedField.Email) ?? now.Email,
                was.TextOf(ChangedField.Phone) ?? (became[ChangedField.Phone] is null ? now.Phone : null),
                was.YesOf(ChangedField.StandardApplies) ?? now.StandardApplies,
                Texts.Current["Staff.Unit.UndoReason"]),
            cancellationToken);
    }

    internal static async Task<Employee> LoadAsync(IServiceDeskDb db, Guid id, int version, CancellationToken cancellationToken)
    {
        var employee = await db.Set<Employee>().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) ?? throw new Refusal("Staff.Refusal.NoEmployee");
        return employee.Version == version ? employee : throw new Refusal("Staff.Refusal.Stale");
    }

    internal static async Task SaveAsync(IServiceDeskDb db, CancellationToken cancellationToken)
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

    internal static async Task<ChangeValues> ValuesAsync(IServiceDeskDb db, Employee employee, CancellationToken cancellationToken)
    {
        var unit = await db.Set<OrgUnit>().FindAsync([employee.UnitId], cancellationToken);
        var successor = employee.SuccessorId is { } id ? await db.Set<Employee>().FindAsync([id], cancellationToken) : null;
        return new ChangeValues()
            .With(ChangedField.Name, employee.Name)
            .With(ChangedField.Surname, employee.Surname)
            .With(ChangedField.Position, employee.Position)
            .With(ChangedField.Unit, employee.UnitId, unit?.Name)
            .With(ChangedField.Email, employee.Email)
            .With(ChangedField.Phone, employee.Phone)
            .With(ChangedField.StandardApplies, employee.StandardApplies)
            .With(ChangedField.InUse, employee.IsActive)
            .With(ChangedField.LastDay, employee.LastDay)
            .With(ChangedField.Successor, employee.SuccessorId, successor?.FullName);
    }
}
