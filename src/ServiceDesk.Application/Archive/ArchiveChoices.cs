using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Archive;

/// <summary>Something one may choose.</summary>
public sealed record ArchiveChoice(Guid Id, string Name);

/// <summary>Units, topics and people for the forms of the archive.</summary>
public sealed class ArchiveChoices(IServiceDeskDb db)
{
    /// <summary>Units at work.</summary>
    public async Task<IReadOnlyList<ArchiveChoice>> UnitsAsync(CancellationToken cancellationToken) =>
        await db.Set<OrgUnit>().AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.Name).Select(u => new ArchiveChoice(u.Id, u.Name)).ToListAsync(cancellationToken);

    /// <summary>Topics by name.</summary>
    public async Task<IReadOnlyList<ArchiveChoice>> TopicsAsync(CancellationToken cancellationToken) =>
        await db.Set<Topic>().AsNoTracking().OrderBy(t => t.NameLv).Select(t => new ArchiveChoice(t.Id, t.NameLv)).ToListAsync(cancellationToken);

    /// <summary>Employees at work, with their posts.</summary>
    public async Task<IReadOnlyList<ArchiveChoice>> PeopleAsync(CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).OrderBy(e => e.Surname).ThenBy(e => e.Name)
            .Select(e => new ArchiveChoice(e.Id, e.Name + " " + e.Surname + ", " + e.Position)).ToListAsync(cancellationToken);
}
