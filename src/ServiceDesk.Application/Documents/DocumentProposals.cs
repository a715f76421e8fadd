using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents;

/// <summary>What a new document begins with, as the house knows it.</summary>
/// <param name="Head">The head: subject of the case, unit, who signs.</param>
/// <param name="CaseNumber">The case.</param>
/// <param name="CaseReceivedOn">The local day the case was received.</param>
/// <param name="Name">Name of the client.</param>
/// <param name="Address">Postal address of the client.</param>
/// <param name="Email">E-mail of the client.</param>
public sealed record DocumentProposal(DocumentHead Head, string? CaseNumber, DateOnly? CaseReceivedOn, string? Name, string? Address, string? Email);

/// <summary>Proposes heads and addressees, within what one may see.</summary>
public sealed class DocumentProposals(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>The beginning of a document for a case, for a client, or for nobody yet; null when the case or client is out of reach.</summary>
    public async Task<DocumentProposal?> ForAsync(Guid? caseId, Guid? clientId, CancellationToken cancellationToken)
    {
        if (caseId is { } id)
        {
            var item = await db.Set<Case>().AsNoTracking().ActableBy(user).WithKnownClient(user).Where(c => c.Id == id)
                .Select(c => new { c.Number, c.ReceivedOn, c.Subject, c.Language, c.UnitId, c.Contact }).SingleOrDefaultAsync(cancellationToken);
            return item is null ? null : new(await HeadAsync(item.Subject, item.Language, item.UnitId, cancellationToken), item.Number, item.ReceivedOn, item.Contact.Name, item.Contact.Address, item.Contact.Email);
        }

        var unit = user.UnitId ?? user.HeadedUnitIds.FirstOrDefault();
        if (clientId is not { } card)
            return new(await HeadAsync("", "lv", unit, cancellationToken), null, null, null, null, null);
        var client = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Id == card).Select(c => new
        {
            c.Name,
            c.Language,
            Address = c.Addresses.Where(a => a.RetiredAt == null).OrderBy(a => a.Id).Select(a => a.Line).FirstOrDefault(),
            Email = c.Reaches.Where(r => r.IsPrimary && r.Kind == ClientReachKind.Email).Select(r => r.Written).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        return client is null ? null : new(await HeadAsync("", client.Language ?? "lv", unit, cancellationToken), null, null, client.Name, client.Address, client.Email);
    }

    /// <summary>Active employees by unit, who may sign.</summary>
    public async Task<IReadOnlyList<PersonChoice>> SignatoriesAsync(CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive)
            .Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u }).OrderBy(x => x.u.Name).ThenBy(x => x.e.Surname)
            .Select(x => new PersonChoice(x.e.Id, x.e.Name + " " + x.e.Surname + ", " + x.e.Position, x.u.Id, x.u.Name)).ToListAsync(cancellationToken);

    /// <summary>Name and post of who signs, as the record has them.</summary>
    public async Task<(string Name, string Post)?> SignatoryAsync(Guid employeeId, CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.Id == employeeId).Select(e => new { Name = e.Name + " " + e.Surname, e.Position }).SingleOrDefaultAsync(cancellationToken) is { } found
            ? (found.Name, found.Position)
            : null;

    /// <summary>Units in whose name the person may write: the own one, those headed, that of the case; all for who reads everything.</summary>
    public async Task<IReadOnlyList<Choice>> UnitsAsync(Guid? caseId, CancellationToken cancellationToken)
    {
        var (own, headed, all) = (user.UnitId, user.HeadedUnitIds.ToArray(), user.May(Permission.ReadAllCases));
        return await db.Set<OrgUnit>().AsNoTracking()
            .Where(u => u.RetiredAt == null && (all || u.Id == own || headed.Contains(u.Id) || db.Set<Case>().Any(c => c.Id == caseId && c.UnitId == u.Id)))
            .OrderBy(u => u.Name).Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken);
    }

    /// <summary>The head of the unit signs; without one whoever writes.</summary>
    private async Task<DocumentHead> HeadAsync(string subject, string language, Guid unitId, CancellationToken cancellationToken)
    {
        var head = await db.Set<OrgUnit>().Where(u => u.Id == unitId).Select(u => u.HeadId).SingleOrDefaultAsync(cancellationToken) ?? user.EmployeeId;
        var signatory = head is { } id ? await SignatoryAsync(id, cancellationToken) : null;
        return new DocumentHead { Subject = subject, Language = language, UnitId = unitId, SignatoryId = head, SignatoryName = signatory?.Name, SignatoryPost = signatory?.Post };
    }
}
