using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A row for every role of the access matrix.</summary>
internal sealed class RolesSeed(ServiceDeskDbContext db) : ISeed
{
    public int Order => 0;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var there = await db.Roles.Select(r => r.Name!).ToListAsync(cancellationToken);
        foreach (var name in Enum.GetNames<Role>().Except(there))
            db.Roles.Add(new IdentityRole<Guid> { Id = Guid.CreateVersion7(), Name = name, NormalizedName = name.ToUpperInvariant() });
        await db.SaveChangesAsync(cancellationToken);
    }
}
