using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>
/// Cards of clients who have had no case for the whole term, nor acted in one, nor asked about their data. The term runs from the closing
/// of the last of these, or from the making of a card that never had one. Restricted cards stay, and those of colleagues and of who acts
/// for somebody now. A card taken in by another goes with that one.
/// </summary>
public sealed class ClientCardsPastTerm(IServiceDeskDb db, LocalTime local) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.ClientCard;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken)
    {
        var end = local.EndOf(closedBy);
        var cases = db.Set<Case>();
        var requests = db.Set<PersonRequest>();
        var rows = await db.Set<Client>().AsNoTracking()
            .Where(c => c.State == ClientState.Active && c.Kind != ClientKind.Internal && c.RestrictedAt == null && c.CreatedAt < end && !excluded.Contains(c.Id)
                && !cases.Any(x => x.ClientId == c.Id && (x.State != CaseState.Closed || x.ClosedAt >= end))
                && !cases.Any(x => x.RepresentativeId == c.Id && (x.State != CaseState.Closed || x.ClosedAt >= end))
                && !requests.Any(r => r.ClientId == c.Id && (r.State == PersonRequestState.Received || r.State == PersonRequestState.InProgress || r.AnsweredAt >= end))
                && !db.Set<ClientRepresentative>().Any(r => r.RepresentativeId == c.Id && r.ClientId != c.Id && (r.To == null || r.To > closedBy)))
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Take(most)
            .Select(c => new
            {
                c.Id,
                c.CreatedAt,
                Own = cases.Where(x => x.ClientId == c.Id).Max(x => x.ClosedAt),
                Acted = cases.Where(x => x.RepresentativeId == c.Id).Max(x => x.ClosedAt),
                Asked = requests.Where(r => r.ClientId == c.Id).Max(r => r.AnsweredAt),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new RetentionCandidate(r.Id, Client.NumberOf(r.Id), 1, local.DateOf(new[] { r.CreatedAt, r.Own, r.Acted, r.Asked }.Max()!.Value)))];
    }
}

/// <summary>Requests of people about their data that were answered, refused or taken back.</summary>
public sealed class PersonRequestsPastTerm(IServiceDeskDb db, LocalTime local) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.PersonRequest;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken)
    {
        var end = local.EndOf(closedBy);
        var rows = await db.Set<PersonRequest>().AsNoTracking()
            .Where(r => (r.State == PersonRequestState.Fulfilled || r.State == PersonRequestState.Refused || r.State == PersonRequestState.Withdrawn) && !excluded.Contains(r.Id))
            .Select(r => new { r.Id, r.Number, FinishedAt = r.AnsweredAt ?? r.Steps.Where(s => s.Kind == PersonRequestStepKind.Withdrawn).Max(s => (DateTimeOffset?)s.At) })
            .Where(r => r.FinishedAt < end).OrderBy(r => r.FinishedAt).ThenBy(r => r.Id).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new RetentionCandidate(r.Id, r.Number, 1, local.DateOf(r.FinishedAt!.Value)))];
    }
}
