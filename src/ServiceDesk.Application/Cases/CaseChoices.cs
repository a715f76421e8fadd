using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>One entry of a select.</summary>
/// <param name="Id">Value.</param>
/// <param name="Name">What people read.</param>
public sealed record Choice(Guid Id, string Name);

/// <summary>A person to give a case to.</summary>
/// <param name="Id">Employee.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="UnitId">Unit.</param>
/// <param name="UnitName">Unit's name.</param>
public sealed record PersonChoice(Guid Id, string Name, Guid UnitId, string UnitName);

/// <summary>A unit with the people who work in it.</summary>
/// <param name="Id">Unit.</param>
/// <param name="Name">Unit's name.</param>
/// <param name="People">Active employees by surname.</param>
public sealed record UnitStaff(Guid Id, string Name, IReadOnlyList<Choice> People);

/// <summary>What selects on case forms offer.</summary>
public sealed class CaseChoicesHandler(IServiceDeskDb db)
{
    /// <summary>Topics for filters, retired ones too: each of the first level, then its subtopics named after it.</summary>
    public async Task<IReadOnlyList<Choice>> TopicsAsync(string language, CancellationToken cancellationToken)
    {
        var topics = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        return [.. topics.Where(t => t.ParentId is null).SelectMany(top => topics.Where(t => t.ParentId == top.Id)
            .Select(t => new Choice(t.Id, $"{top.NameIn(language)} › {t.NameIn(language)}")).Prepend(new Choice(top.Id, top.NameIn(language))))];
    }

    /// <summary>Units in use, by name.</summary>
    public async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken cancellationToken) =>
        await db.Set<OrgUnit>().AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.Name).Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken);

    /// <summary>Active employees by unit and name.</summary>
    public async Task<IReadOnlyList<PersonChoice>> PeopleAsync(CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive)
            .Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u })
            .OrderBy(x => x.u.Name).ThenBy(x => x.e.Surname)
            .Select(x => new PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname, x.u.Id, x.u.Name))
            .ToListAsync(cancellationToken);

    /// <summary>Units by name with their people, in one query.</summary>
    public async Task<IReadOnlyList<UnitStaff>> StaffAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<OrgUnit>().AsNoTracking()
            .SelectMany(u => db.Set<Employee>().Where(e => e.UnitId == u.Id && e.IsActive).DefaultIfEmpty(), (u, e) => new
            {
                u.Id,
                u.Name,
                PersonId = e == null ? (Guid?)null : e.Id,
                Person = e == null ? null : e.Name + " " + e.Surname,
                Surname = e == null ? null : e.Surname,
            })
            .OrderBy(x => x.Name).ThenBy(x => x.Surname).ThenBy(x => x.Person).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(x => (x.Id, x.Name)).Select(g => new UnitStaff(
            g.Key.Id, g.Key.Name, [.. g.Where(x => x.PersonId is not null).Select(x => new Choice(x.PersonId!.Value, x.Person!))]))];
    }
}
