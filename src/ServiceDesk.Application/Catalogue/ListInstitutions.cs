using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A body of the directory.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Official name.</param>
/// <param name="Email">E-mail.</param>
/// <param name="EAddress">Official e-address.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Note">What it is competent for.</param>
/// <param name="IsOffered">Whether it is offered when forwarding.</param>
public sealed record InstitutionRow(Guid Id, string Name, string? Email, string? EAddress, string? Phone, string? Note, bool IsOffered)
{
    /// <summary>The row of a body.</summary>
    public static Expression<Func<Institution, InstitutionRow>> Of { get; } = i => new InstitutionRow(i.Id, i.Name, i.Email, i.EAddress, i.Phone, i.Note, i.IsOffered);
}

/// <summary>The directory of bodies cases are forwarded to.</summary>
public sealed class ListInstitutionsHandler(IServiceDeskDb db)
{
    /// <summary>All of them: offered ones first, by name.</summary>
    public async Task<IReadOnlyList<InstitutionRow>> HandleAsync(CancellationToken cancellationToken) =>
        await db.Set<Institution>().AsNoTracking().OrderBy(i => i.IsOffered ? 0 : 1).ThenBy(i => i.Name).Select(InstitutionRow.Of).ToListAsync(cancellationToken);

    /// <summary>One of them, or null.</summary>
    public Task<InstitutionRow?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Institution>().AsNoTracking().Where(i => i.Id == id).Select(InstitutionRow.Of).SingleOrDefaultAsync(cancellationToken);
}
