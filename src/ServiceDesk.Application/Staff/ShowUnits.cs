using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>A unit with everything below it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="ServesClients">Whether citizens may turn to it.</param>
/// <param name="HeadId">Who heads it.</param>
/// <param name="Head">Name of the head, or null while the post is vacant.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Email">Address.</param>
/// <param name="People">Employees who work in it.</param>
/// <param name="IsRetired">Out of use.</param>
/// <param name="Below">Units below it, by name.</param>
public sealed record UnitNode(
    Guid Id, string Name, bool ServesClients, Guid? HeadId, string? Head, string? Phone, string? Email, int People, bool IsRetired, IReadOnlyList<UnitNode> Below);

/// <summary>What still hangs on a unit; only a unit on which nothing does can be taken out of use.</summary>
/// <param name="OpenCases">Open cases it answers.</param>
/// <param name="People">Employees who work in it.</param>
/// <param name="Topics">Topics and services on offer and routes in use that lead to it.</param>
/// <param name="UnitsBelow">Units in use below it.</param>
public sealed record UnitBurden(int OpenCases, int People, int Topics, int UnitsBelow)
{
    /// <summary>Nothing hangs on it.</summary>
    public bool IsFree => OpenCases + People + Topics + UnitsBelow == 0;
}

/// <summary>A unit to be changed.</summary>
/// <param name="Unit">As it is.</param>
/// <param name="HeadName">Name of the head.</param>
/// <param name="ParentName">Name of the unit above.</param>
/// <param name="Burden">What hangs on it.</param>
/// <param name="Parents">Units it could stand under.</param>
/// <param name="Heads">Who could head it, by name: its own people first.</param>
public sealed record UnitDetails(
    OrgUnit Unit, string? HeadName, string? ParentName, UnitBurden Burden, IReadOnlyList<Cases.Choice> Parents, IReadOnlyList<Cases.PersonChoice> Heads);

/// <summary>Reads the tree of units.</summary>
public sealed class ShowUnitsHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The tree, top units first, siblings by name. A head sees it too: names and heads are no secret in the house.</summary>
    public async Task<IReadOnlyList<UnitNode>> TreeAsync(bool withRetired, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeStaff);
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(u => withRetired || u.RetiredAt == null).OrderBy(u => u.Name).Select(u => new
        {
            Unit = u,
            Head = db.Set<Employee>().Where(e => e.Id == u.HeadId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            People = db.Set<Employee>().Count(e => e.UnitId == u.Id && e.IsActive),
        }).ToListAsync(cancellationToken);
        var known = units.Select(u => u.Unit.Id).ToHashSet();
        var below = units.ToLookup(u => u.Unit.ParentId is { } p && known.Contains(p) ? p : Guid.Empty);
        return Children(Guid.Empty);

        IReadOnlyList<UnitNode> Children(Guid parent) => [.. below[parent].OrderBy(x => x.Unit.Name, NameSearch.Order).Select(x => new UnitNode(
            x.Unit.Id, x.Unit.Name, x.Unit.ServesExternalClients, x.Unit.HeadId, x.Head, x.Unit.Phone, x.Unit.Email, x.People, x.Unit.RetiredAt is not null, Children(x.Unit.Id)))];
    }

    /// <summary>One unit for its form, or null.</summary>
    public async Task<UnitDetails?> DetailsAsync(Guid id, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageUnits);
        var all = await db.Set<OrgUnit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(cancellationToken);
        if (all.SingleOrDefault(u => u.Id == id) is not { } unit)
            return null;
        var people = await PeopleAsync(cancellationToken);
        HashSet<Guid> under = [id];
        while (all.Where(u => u.ParentId is { } p && under.Contains(p) && !under.Contains(u.Id)).Select(u => u.Id).ToList() is { Count: > 0 } more)
            under.UnionWith(more);
        return new UnitDetails(
            unit,
            people.FirstOrDefault(p => p.Id == unit.HeadId)?.Name,
            all.FirstOrDefault(u => u.Id == unit.ParentId)?.Name,
            await BurdenAsync(db, id, cancellationToken),
            [.. all.Where(u => !under.Contains(u.Id) && (u.RetiredAt is null || u.Id == unit.ParentId)).Select(u => new Cases.Choice(u.Id, u.Name))],
            [.. people.OrderBy(p => p.UnitId != id)]);
    }

    /// <summary>Units and people for the form of a new unit.</summary>
    public async Task<(IReadOnlyList<Cases.Choice> Parents, IReadOnlyList<Cases.PersonChoice> Heads)> ChoicesAsync(CancellationToken cancellationToken)
    {
        user.Demand(Permission.ManageUnits);
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.Name).Select(u => new Cases.Choice(u.Id, u.Name)).ToListAsync(cancellationToken);
        return (units, await PeopleAsync(cancellationToken));
    }

    internal static async Task<UnitBurden> BurdenAsync(IServiceDeskDb db, Guid id, CancellationToken cancellationToken) => new(
        await db.Set<Case>().CountAsync(c => c.UnitId == id && c.State != CaseState.Closed, cancellationToken),
        await db.Set<Employee>().CountAsync(e => e.UnitId == id && e.IsActive, cancellationToken),
        await db.Set<Topic>().CountAsync(t => t.UnitId == id && t.IsOffered, cancellationToken)
            + await db.Set<Route>().CountAsync(r => r.UnitId == id && r.IsActive, cancellationToken)
            + await db.Set<Service>().CountAsync(s => s.UnitId == id && s.IsOffered, cancellationToken),
        await db.Set<OrgUnit>().CountAsync(u => u.ParentId == id && u.RetiredAt == null, cancellationToken));

    private async Task<List<Cases.PersonChoice>> PeopleAsync(CancellationToken cancellationToken) => await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive)
        .Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u })
        .OrderBy(x => x.e.Surname).ThenBy(x => x.e.Name)
        .Select(x => new Cases.PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname, x.u.Id, x.u.Name)).ToListAsync(cancellationToken);
}
