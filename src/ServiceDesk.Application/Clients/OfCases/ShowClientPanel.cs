using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>Shows the small card of a client beside a form. One command.</summary>
public sealed class ShowClientPanelHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>The card; null when it is not there, not in use or not for this person.</summary>
    public Task<ClientPanel?> HandleAsync(Guid clientId, CancellationToken cancellationToken) =>
        db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Id == clientId && c.State == ClientState.Active)
            .Select(ClientPanels.Of(db.Set<Case>().OfKnownClients(user), ClientPanels.YearBegan(local, time))).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>How the small card is read, for the form and for the case in one statement with the case.</summary>
internal static class ClientPanels
{
    /// <summary>The card with its counts.</summary>
    /// <param name="known">Cases that may be counted.</param>
    /// <param name="year">When the year began, UTC.</param>
    public static Expression<Func<Client, ClientPanel>> Of(IQueryable<Case> known, DateTimeOffset year) => c => new ClientPanel
    {
        Id = c.Id,
        Name = c.Name,
        Kind = c.Kind,
        RegistrationNumber = c.RegistrationNumber,
        Email = c.Reaches.Where(r => r.Kind == ClientReachKind.Email && r.RetiredAt == null).OrderByDescending(r => r.IsPrimary).Select(r => r.Value).FirstOrDefault(),
        Phone = c.Reaches.Where(r => r.Kind == ClientReachKind.Phone && r.RetiredAt == null).OrderByDescending(r => r.IsPrimary).Select(r => r.Value).FirstOrDefault(),
        Address = c.Addresses.Where(a => a.RetiredAt == null).OrderBy(a => a.Kind == ClientAddressKind.Postal ? 0 : 1).Select(a => a.Line).FirstOrDefault(),
        Language = c.Language,
        PreferredChannel = c.PreferredChannel,
        IsRestricted = c.RestrictedAt != null,
        LastAt = known.Where(k => k.ClientId == c.Id).Max(k => (DateTimeOffset?)k.ReceivedAt),
        Open = known.Count(k => k.ClientId == c.Id && k.State != CaseState.Closed),
        ThisYear = known.Count(k => k.ClientId == c.Id && k.ReceivedAt >= year),
        Complaints = known.Count(k => k.ClientId == c.Id && k.Kind == CaseKind.Complaint),
        Praise = known.Count(k => k.ClientId == c.Id && k.Kind == CaseKind.Praise),
    };

    /// <summary>The beginning of the calendar year, UTC.</summary>
    public static DateTimeOffset YearBegan(LocalTime local, TimeProvider time) => local.StartOf(new DateOnly(local.DateOf(time.GetUtcNow()).Year, 1, 1));
}
