using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>Who may look after a contract or owe something under it: those who see it by themselves – its unit, its author, who signs it.</summary>
public sealed class ContractPeople(IServiceDeskDb db)
{
    /// <summary>They, by name.</summary>
    public async Task<IReadOnlyList<PersonChoice>> OfAsync(Guid unitId, Guid? authorId, Guid? signatoryId, CancellationToken cancellationToken) =>
        await Matching(unitId, authorId, signatoryId).Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u }).OrderBy(x => x.u.Name).ThenBy(x => x.e.Surname)
            .Select(x => new PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname, x.u.Id, x.u.Name)).ToListAsync(cancellationToken);

    /// <summary>Refuses who is none of them.</summary>
    public async Task DemandAsync(Document document, Guid? personId, CancellationToken cancellationToken)
    {
        if (personId is null || !await Matching(document.UnitId, document.AuthorId, document.SignatoryId).AnyAsync(e => e.Id == personId, cancellationToken))
            throw new Refusal("Documents.Refusal.OwnerMissing");
    }

    private IQueryable<Employee> Matching(Guid unitId, Guid? authorId, Guid? signatoryId) =>
        db.Set<Employee>().AsNoTracking().Where(e => e.IsActive && (e.UnitId == unitId || e.Id == authorId || e.Id == signatoryId));
}
