using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Which employees.</summary>
/// <param name="Text">Words of name, post or address.</param>
/// <param name="UnitId">Only of this unit.</param>
/// <param name="WithLeft">Also those who have left.</param>
/// <param name="Page">From 1.</param>
public sealed record EmployeeFilter(string? Text = null, Guid? UnitId = null, bool WithLeft = false, int Page = 1);

/// <summary>An employee in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="Position">Post.</param>
/// <param name="Unit">Unit.</param>
/// <param name="HeadsUnit">Whether the person heads a unit.</param>
/// <param name="Email">Work address.</param>
/// <param name="Phone">Work phone.</param>
/// <param name="IsActive">Whether the person works here.</param>
/// <param name="LastDay">Last working day, if known.</param>
public sealed record EmployeeRow(Guid Id, string Name, string Position, string Unit, bool HeadsUnit, string Email, string? Phone, bool IsActive, DateOnly? LastDay);

/// <summary>A page of employees.</summary>
/// <param name="Rows">By surname.</param>
/// <param name="Total">How many fit.</param>
/// <param name="PageSize">How many a page holds.</param>
/// <param name="Units">Units to filter by.</param>
public sealed record EmployeeList(IReadOnlyList<EmployeeRow> Rows, int Total, int PageSize, IReadOnlyList<Choice> Units);

/// <summary>An open case of somebody, by number and dates only.</summary>
public sealed record OpenCase(Guid Id, string Number, DateOnly? DueOn);

/// <summary>An employee to be changed.</summary>
/// <param name="Employee">As known.</param>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Heads">Units the person heads.</param>
/// <param name="Successor">Who takes the cases, if leaving is planned.</param>
/// <param name="OpenCases">Open cases of the person, the earliest due first.</param>
/// <param name="OpenCaseCount">How many there are in all.</param>
/// <param name="Account">The account, for whoever looks after accounts; else null.</param>
/// <param name="HasAccount">Whether there is an account at all.</param>
/// <param name="Units">Units to move to.</param>
/// <param name="Successors">Who could take the cases: colleagues of the unit first.</param>
public sealed record EmployeeDetails(
    Employee Employee, string Unit, IReadOnlyList<Choice> Heads, string? Successor, IReadOnlyList<OpenCase> OpenCases, int OpenCaseCount,
    Accounts.Account? Account, bool HasAccount, IReadOnlyList<Choice> Units, IReadOnlyList<PersonChoice> Successors);

/// <summary>Reads who works here.</summary>
public sealed class ShowEmployeesHandler(IServiceDeskDb db, ICurrentUser user, Accounts.IAccountStore accounts)
{
    private const int PageSize = 50;
    private const int CasesShown = 20;

    /// <summary>One page.</summary>
    public async Task<EmployeeList> ListAsync(EmployeeFilter filter, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeStaff);
        var visible = db.Set<Employee>().AsNoTracking().VisibleTo(user);
        var found = visible;
        if (!filter.WithLeft)
            found = found.Where(e => e.IsActive);
        if (filter.UnitId is { } unit)
            found = found.Where(e => e.UnitId == unit);
        // A municipality has hundreds of employees, not thousands: names are compared and put in order here, so that both engines agree.
        var words = NameSearch.Words(filter.Text);
        var fitting = (await found.Select(e => new { e.Id, e.Surname, e.Name, e.Position, e.Email }).ToListAsync(cancellationToken))
            .Where(e => NameSearch.Fits($"{e.Name} {e.Surname} {e.Position} {e.Email}", words))
            .OrderBy(e => e.Surname, NameSearch.Order).ThenBy(e => e.Name, NameSearch.Order).ThenBy(e => e.Id).Select(e => e.Id).ToList();
        var page = fitting.Skip((Math.Max(1, filter.Page) - 1) * PageSize).Take(PageSize).ToList();
        var rows = await db.Set<Employee>().AsNoTracking().Where(e => page.Contains(e.Id))
            .Select(e => new EmployeeRow(
                e.Id, e.Name + " " + e.Surname, e.Position, db.Set<OrgUnit>().Where(u => u.Id == e.UnitId).Select(u => u.Name).First(),
                db.Set<OrgUnit>().Any(u => u.HeadId == e.Id), e.Email, e.Phone, e.IsActive, e.LastDay))
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(u => visible.Any(e => e.UnitId == u.Id)).OrderBy(u => u.Name)
            .Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken);
        return new EmployeeList([.. page.Select(id => rows[id])], fitting.Count, PageSize, units);
    }

    /// <summary>One employee, or null when there is none or the person may not see them.</summary>
    public async Task<EmployeeDetails?> DetailsAsync(Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeStaff);
        if (await db.Set<Employee>().AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } employee)
            return null;
        var mayChange = user.May(Permission.ManageStaff);
        var open = db.Set<Case>().AsNoTracking().Where(c => c.AssigneeId == id && c.State != CaseState.Closed);
        var account = await accounts.FindByEmployeeAsync(id, cancellationToken);
        var units = await UnitsAsync(cancellationToken);
        var people = mayChange
            ? await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive && e.Id != id).Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u })
                .OrderBy(x => x.e.UnitId != employee.UnitId).ThenBy(x => x.e.Surname).ThenBy(x => x.e.Name)
                .Select(x => new PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname, x.u.Id, x.u.Name)).ToListAsync(cancellationToken)
            : [];
        return new EmployeeDetails(
            employee,
            await db.Set<OrgUnit>().Where(u => u.Id == employee.UnitId).Select(u => u.Name).SingleAsync(cancellationToken),
            await db.Set<OrgUnit>().AsNoTracking().Where(u => u.HeadId == id).OrderBy(u => u.Name).Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken),
            employee.SuccessorId is { } successor
                ? await db.Set<Employee>().Where(e => e.Id == successor).Select(e => e.Name + " " + e.Surname).SingleOrDefaultAsync(cancellationToken)
                : null,
            await open.OrderBy(c => c.DueSort).ThenBy(c => c.Id).Take(CasesShown).Select(c => new OpenCase(c.Id, c.Number, c.NextDueOn)).ToListAsync(cancellationToken),
            await open.CountAsync(cancellationToken),
            user.May(Permission.ManageAccounts) ? account : null,
            account is not null,
            units,
            people);
    }

    /// <summary>Units in use, for forms.</summary>
    public async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken cancellationToken) => await db.Set<OrgUnit>().AsNoTracking()
        .Where(u => u.RetiredAt == null).OrderBy(u => u.Name).Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken);
}
