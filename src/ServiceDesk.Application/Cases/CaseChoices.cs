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

/// <summary>What selects on case forms offer.</summary>
public sealed class CaseChoicesHandler(IServiceDeskDb db)
{
    /// <summary>Topics offered, in their order, in the language asked for.</summary>
    public async Task<IReadOnlyList<Choice>> TopicsAsync(string language, CancellationToken cancellationToken)
    {
        var topics = await db.Set<Topic>().AsNoTracking().Where(t => t.IsOffered).OrderBy(t => t.Order).ToListAsync(cancellationToken);
        return [.. topics.Select(t => new Choice(t.Id, language switch { "en" => t.NameEn, "ru" => t.NameRu, _ => t.NameLv }))];
    }

    /// <summary>Units by name.</summary>
    public async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken cancellationToken) =>
        await db.Set<OrgUnit>().AsNoTracking().OrderBy(u => u.Name).Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken);

    /// <summary>Active employees by unit and name.</summary>
    public async Task<IReadOnlyList<PersonChoice>> PeopleAsync(CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive)
            .Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u })
            .OrderBy(x => x.u.Name).ThenBy(x => x.e.Surname)
            .Select(x => new PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname, x.u.Id, x.u.Name))
            .ToListAsync(cancellationToken);
}
