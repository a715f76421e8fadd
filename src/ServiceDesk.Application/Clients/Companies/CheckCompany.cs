using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>A client to be checked in the Enterprise Register.</summary>
/// <param name="ClientId">The client.</param>
public sealed record CheckCompany(Guid ClientId);

/// <summary>Looks a client up in the Enterprise Register's open data and keeps what it told: a snapshot with source and time.</summary>
public sealed class CheckCompanyHandler(IServiceDeskDb db, IOptions<CompanyOptions> options, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Whether the person may check clients at all.</summary>
    public bool IsAllowed => user.May(Permission.SeeClients) && (user.May(Permission.KeepClients) || user.May(Permission.ManageCompanies));

    /// <summary>
    /// The check. Refuses who may not, a card the person does not see, a client without a registration number, and as long as the register
    /// was never read.
    /// </summary>
    public async Task<CompanyCheck> HandleAsync(CheckCompany command, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
            throw new Refusal("Clients.Check.Forbidden");
        var client = await db.Set<Client>().AsNoTracking().Include(c => c.Names).ClientsVisibleTo(user, db.Set<Case>())
            .SingleOrDefaultAsync(c => c.Id == command.ClientId && c.State == ClientState.Active, cancellationToken) ?? throw new Refusal("Clients.Merge.NoCard");
        if (client.RegistrationNumber is not { Length: > 0 } code)
            throw new Refusal("Clients.Check.NoNumber");
        if (client.RestrictedAt is not null)
            throw new Refusal("Clients.Check.IsRestricted");
        if (await ShowCompanyShelfHandler.Finished(db.Set<CompanyImport>().AsNoTracking(), CompanyFileKind.Register).Select(r => r.FinishedAt).FirstOrDefaultAsync(cancellationToken) is not { } readAt)
            throw new Refusal("Clients.Check.NothingRead");
        var company = await db.Set<Company>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancellationToken);
        var proceedings = await db.Set<CompanyProceeding>().AsNoTracking().Where(p => p.Code == code).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var check = new CompanyCheck(client, company, proceedings, readAt, now - readAt > TimeSpan.FromDays(options.Value.OldAfterDays), local.DateOf(now), user.AsActor(), now);
        db.Set<CompanyCheck>().Add(check);
        await db.SaveChangesAsync(cancellationToken);
        return check;
    }
}

/// <summary>Checks of a client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Name">Name on the card.</param>
/// <param name="RegistrationNumber">Number on the card.</param>
/// <param name="Checks">The newest first.</param>
/// <param name="MayCheck">Whether the person may check again.</param>
public sealed record ShownCompanyChecks(Guid ClientId, string Name, string? RegistrationNumber, IReadOnlyList<CompanyCheck> Checks, bool MayCheck);

/// <summary>Shows the checks of a client to who sees the card.</summary>
public sealed class ShowCompanyChecksHandler(IServiceDeskDb db, CheckCompanyHandler check, ICurrentUser user)
{
    private const int Most = 100;

    /// <summary>The checks; null when the person may not see the card, or the client is no firm or body.</summary>
    public async Task<ShownCompanyChecks?> HandleAsync(Guid clientId, CancellationToken cancellationToken)
    {
        var client = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>())
            .Where(c => c.Id == clientId && (c.Kind == ClientKind.LegalPerson || c.Kind == ClientKind.Institution)).Select(c => new { c.Name, c.RegistrationNumber }).SingleOrDefaultAsync(cancellationToken);
        return client is null ? null : new ShownCompanyChecks(
            clientId, client.Name, client.RegistrationNumber,
            await db.Set<CompanyCheck>().AsNoTracking().Where(c => c.ClientId == clientId).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken),
            check.IsAllowed && client.RegistrationNumber is not null);
    }
}
