using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>Somebody who is to act for a client.</summary>
/// <param name="Id">The card of the client.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="RepresentativeId">The card of who acts.</param>
/// <param name="Scope">What they may do.</param>
/// <param name="Document">The document that says so.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
public sealed record AppointRepresentative(Guid Id, int Version, Guid RepresentativeId, RepresentationScope Scope, string? Document, DateOnly From, DateOnly? To);

/// <summary>Keeps who acts for a client.</summary>
public sealed class KeepRepresentativesHandler(IServiceDeskDb db, ClientEditor editor, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Somebody acts for the client from now on.</summary>
    public async Task AppointAsync(AppointRepresentative command, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(command.Id, command.Version, cancellationToken);
        var representative = await db.Set<Client>().ClientsVisibleTo(user, db.Set<Case>()).SingleOrDefaultAsync(c => c.Id == command.RepresentativeId, cancellationToken)
            ?? throw new Refusal("Clients.Refusal.NoCard");
        client.Appoint(representative, command.Scope, command.Document ?? "", command.From, command.To, user.AsActor(), time.GetUtcNow());
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Somebody no longer acts for the client, today being the last day.</summary>
    public async Task EndAsync(Guid id, int version, Guid rowId, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(id, version, cancellationToken);
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var row = client.Representatives.SingleOrDefault(r => r.Id == rowId) ?? throw new Refusal("Clients.Refusal.Unknown");
        client.EndRepresentation(rowId, row.From > today ? row.From : today, user.AsActor(), now);
        await editor.SaveAsync(cancellationToken);
    }
}
