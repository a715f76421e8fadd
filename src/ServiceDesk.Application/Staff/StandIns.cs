using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Names a stand-in.</summary>
/// <param name="EmployeeId">Who is away.</param>
/// <param name="SubstituteId">Who does the work.</param>
/// <param name="FromOn">First day, local.</param>
/// <param name="UntilOn">Last day, local, included.</param>
public sealed record NameStandIn(Guid EmployeeId, Guid SubstituteId, DateOnly FromOn, DateOnly UntilOn);

/// <summary>Ends a stand-in before the last day.</summary>
public sealed record EndStandIn(Guid Id);

/// <summary>A stand-in in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Absent">Who is away.</param>
/// <param name="Substitute">Who does the work.</param>
/// <param name="UnitName">The unit of who is away.</param>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">Last day.</param>
/// <param name="IsNow">Whether it is today.</param>
public sealed record StandInRow(Guid Id, string Absent, string Substitute, string UnitName, DateOnly FromOn, DateOnly UntilOn, bool IsNow);

/// <summary>The page of stand-ins.</summary>
/// <param name="Rows">Running and coming ones, the earliest first.</param>
/// <param name="Absent">For whom the person may name somebody.</param>
/// <param name="Substitutes">Who may be named.</param>
/// <param name="Today">Local date.</param>
public sealed record StandInPage(IReadOnlyList<StandInRow> Rows, IReadOnlyList<PersonChoice> Absent, IReadOnlyList<PersonChoice> Substitutes, DateOnly Today);

/// <summary>
/// Keeps who stands in for whom: a head for the people of the units headed and for oneself, personnel for everybody. From the first to
/// the last day the stand-in has the cases and, for a head, the units of who is away; and nothing that is hidden from them.
/// </summary>
public sealed class StandInsHandler(IServiceDeskDb db, IAccountStore accounts, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Names a stand-in. Nobody stands in who is away in those days, and nobody has two.</summary>
    public async Task HandleAsync(NameStandIn command, CancellationToken cancellationToken)
    {
        user.Demand(Permission.NameStandIns);
        var absent = await MayName(db.Set<Employee>()).SingleOrDefaultAsync(e => e.Id == command.EmployeeId, cancellationToken) ?? throw new Refusal("Staff.Refusal.NoEmployee");
        var substitute = await db.Set<Employee>().SingleOrDefaultAsync(e => e.Id == command.SubstituteId, cancellationToken) ?? throw new Refusal("Staff.Refusal.NoEmployee");
        var now = time.GetUtcNow();
        var made = new StandIn(absent, substitute, command.FromOn, command.UntilOn, local.DateOf(now), user.EmployeeId, now);
        var near = await db.Set<StandIn>().AsNoTracking().Where(s => s.EndedAt == null && s.FromOn <= command.UntilOn && s.UntilOn >= command.FromOn
            && (s.EmployeeId == absent.Id || s.EmployeeId == substitute.Id || s.SubstituteId == absent.Id)).ToListAsync(cancellationToken);
        if (near.Exists(s => s.EmployeeId == absent.Id))
            throw new Refusal("Staff.Refusal.HasStandIn", absent.FullName);
        if (near.Exists(s => s.EmployeeId == substitute.Id))
            throw new Refusal("Staff.Refusal.StandInIsAway", substitute.FullName);
        if (near.Exists(s => s.SubstituteId == absent.Id))
            throw new Refusal("Staff.Refusal.StandsInMeanwhile", absent.FullName);
        db.Set<StandIn>().Add(made);
        db.Set<Notice>().Add(new Notice(substitute.Id, NoticeKind.StandsIn, null, $"{made.Id:N}", now, absent.FullName, $"{command.FromOn:yyyy-MM-dd}", $"{command.UntilOn:yyyy-MM-dd}"));
        await db.SaveChangesAsync(cancellationToken);
        await accounts.RecheckAsync([substitute.Id], cancellationToken);
    }

    /// <summary>Ends it now; the stand-in loses the rights at the next request.</summary>
    public async Task HandleAsync(EndStandIn command, CancellationToken cancellationToken)
    {
        user.Demand(Permission.NameStandIns);
        var people = MayName(db.Set<Employee>());
        var found = await db.Set<StandIn>().SingleOrDefaultAsync(s => s.Id == command.Id && people.Any(e => e.Id == s.EmployeeId), cancellationToken)
            ?? throw new Refusal("Staff.Refusal.NoStandIn");
        found.End(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await accounts.RecheckAsync([found.SubstituteId], cancellationToken);
    }

    /// <summary>What the page shows.</summary>
    public async Task<StandInPage> ShowAsync(CancellationToken cancellationToken)
    {
        user.Demand(Permission.NameStandIns);
        var today = local.DateOf(time.GetUtcNow());
        var people = MayName(db.Set<Employee>().AsNoTracking());
        var rows = await db.Set<StandIn>().AsNoTracking().Where(s => s.EndedAt == null && s.UntilOn >= today).OrderBy(s => s.FromOn).ThenBy(s => s.Id)
            .Join(people, s => s.EmployeeId, e => e.Id, (s, e) => new { s, e })
            .Select(x => new StandInRow(
                x.s.Id, x.e.Name + " " + x.e.Surname, db.Set<Employee>().Where(e => e.Id == x.s.SubstituteId).Select(e => e.Name + " " + e.Surname).First(),
                db.Set<OrgUnit>().Where(u => u.Id == x.e.UnitId).Select(u => u.Name).First(), x.s.FromOn, x.s.UntilOn, x.s.FromOn <= today)).ToListAsync(cancellationToken);
        var all = await ChoicesAsync(db.Set<Employee>().AsNoTracking(), cancellationToken);
        var mine = await people.Where(e => e.IsActive).Select(e => e.Id).ToListAsync(cancellationToken);
        return new StandInPage(rows, [.. all.Where(p => mine.Contains(p.Id))], all, today);
    }

    private IQueryable<Employee> MayName(IQueryable<Employee> employees)
    {
        if (user.May(Permission.ManageStaff))
            return employees;
        var (headed, me) = (user.HeadedUnitIds.ToArray(), user.EmployeeId);
        return employees.Where(e => headed.Contains(e.UnitId) || e.Id == me);
    }

    private Task<List<PersonChoice>> ChoicesAsync(IQueryable<Employee> employees, CancellationToken cancellationToken) =>
        employees.Where(e => e.IsActive).Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u }).OrderBy(x => x.u.Name).ThenBy(x => x.e.Surname)
            .Select(x => new PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname, x.u.Id, x.u.Name)).ToListAsync(cancellationToken);
}
