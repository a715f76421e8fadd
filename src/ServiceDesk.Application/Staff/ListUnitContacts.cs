using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Staff;

/// <summary>A unit as the public contacts page shows it.</summary>
/// <param name="Name">Name of the unit.</param>
/// <param name="Phone">Phone, as people write it.</param>
/// <param name="Email">General address of the unit.</param>
public sealed record UnitContact(string Name, string? Phone, string? Email);

/// <summary>The units that serve clients from outside and can be reached, by name.</summary>
public sealed class ListUnitContactsHandler(IServiceDeskDb db)
{
    /// <summary>The list.</summary>
    public async Task<IReadOnlyList<UnitContact>> HandleAsync(CancellationToken cancellationToken) => await db.Set<OrgUnit>().AsNoTracking()
        .Where(unit => unit.ServesExternalClients && unit.RetiredAt == null && (unit.Phone != null || unit.Email != null))
        .OrderBy(unit => unit.Name)
        .Select(unit => new UnitContact(unit.Name, unit.Phone, unit.Email))
        .ToListAsync(cancellationToken);
}
