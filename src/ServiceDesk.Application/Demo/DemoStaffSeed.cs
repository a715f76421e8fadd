using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Units, employees and accounts of the demonstration municipality.</summary>
public sealed class DemoStaffSeed(IServiceDeskDb db, IAccounts accounts, LocalTime local, TimeProvider time) : IDemoSeed
{
    /// <inheritdoc/>
    public int Order => 1000;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<OrgUnit>().AnyAsync(cancellationToken))
            return;
        await db.InTransactionAsync(async token =>
        {
            var employees = await AddStaffAsync(token);
            foreach (var (person, employee) in employees)
            {
                var faults = await accounts.CreateAsync(new NewAccount(person.Email, DemoPeople.Password, employee.FullName, employee.Id, person.Roles)
                {
                    // Who audits is here for a time.
                    EndsOn = person.Roles.Contains(Role.Auditor) ? local.DateOf(time.GetUtcNow()).AddYears(1) : null,
                });
                if (faults.Count > 0)
                    throw new InvalidOperationException($"Demo account {person.Email}: {string.Join(" ", faults)}");
            }

            return employees.Count;
        }, cancellationToken);
    }

    private async Task<List<(DemoPerson Person, Employee Employee)>> AddStaffAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, OrgUnit> units = [];
        foreach (var unit in DemoPeople.Units)
            units[unit.Name] = new OrgUnit(unit.Name, unit.Parent is null ? null : units[unit.Parent], unit.ServesExternalClients, unit.Phone, unit.Email);
        var employees = DemoPeople.All.Select(p => (Person: p, Employee: new Employee(p.Name, p.Surname, p.Position, units[p.Unit], p.Email))).ToList();
        db.Set<OrgUnit>().AddRange(units.Values);
        db.Set<Employee>().AddRange(employees.Select(e => e.Employee));
        await db.SaveChangesAsync(cancellationToken);

        // A second save: unit and head point at each other.
        foreach (var (person, employee) in employees.Where(e => e.Person.HeadsUnit))
            units[person.Unit].AppointHead(employee);
        await db.SaveChangesAsync(cancellationToken);
        return employees;
    }
}
