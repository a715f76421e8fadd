using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>Who heads a unit, and who is to be told when a unit as a whole is meant.</summary>
public sealed class UnitHeads(IServiceDeskDb db)
{
    private Dictionary<Guid, OrgUnit>? units;
    private HashSet<Guid> left = [];

    /// <summary>The head of the unit, or of the nearest unit above that has one who works here; null when there is none.</summary>
    public async Task<Guid?> OfAsync(Guid unitId, CancellationToken cancellationToken)
    {
        if (units is null)
        {
            units = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken);
            left = [.. await db.Set<Employee>().AsNoTracking().Where(e => !e.IsActive).Select(e => e.Id).ToListAsync(cancellationToken)];
        }

        for (var unit = units.GetValueOrDefault(unitId); unit is not null; unit = unit.ParentId is { } parent ? units.GetValueOrDefault(parent) : null)
        {
            if (unit.HeadId is { } head && !left.Contains(head))
                return head;
        }

        return null;
    }

    /// <summary>Those to tell about something for a unit or a person of it: the person; else the unit's own head; else everybody of the unit.</summary>
    public async Task<IReadOnlyList<Guid>> ToTellAsync(Guid unitId, Guid? personId, CancellationToken cancellationToken)
    {
        if (personId is { } person)
            return [person];
        var people = await db.Set<Employee>().AsNoTracking().Where(e => e.UnitId == unitId && e.IsActive)
            .Select(e => new { e.Id, IsHead = db.Set<OrgUnit>().Any(u => u.Id == unitId && u.HeadId == e.Id) }).ToListAsync(cancellationToken);
        var heads = people.Where(p => p.IsHead).Select(p => p.Id).ToList();
        return heads.Count > 0 ? heads : [.. people.Select(p => p.Id)];
    }
}
