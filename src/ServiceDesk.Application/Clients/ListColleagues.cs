using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Clients;

/// <summary>Colleagues, for the card of an internal client.</summary>
public sealed class ListColleaguesHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Those who work here now, by surname.</summary>
    public async Task<IReadOnlyList<Choice>> HandleAsync(CancellationToken cancellationToken)
    {
        user.Demand(Permission.KeepClients);
        return [.. (await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).Select(e => new { e.Id, e.Surname, e.Name }).ToListAsync(cancellationToken))
            .OrderBy(e => e.Surname, NameSearch.Order).ThenBy(e => e.Name, NameSearch.Order).Select(e => new Choice(e.Id, $"{e.Surname} {e.Name}"))];
    }
}
