using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients;

/// <summary>Makes a card.</summary>
/// <param name="Entry">What was typed.</param>
/// <param name="Insist">Whether warnings were seen and overridden.</param>
/// <param name="Token">Made once per form by the server: a form sent twice makes one card.</param>
public sealed record RegisterClient(ClientEntry Entry, bool Insist, Guid Token);

/// <summary>A card, or why there is none.</summary>
/// <param name="Id">The card; null when nothing was saved.</param>
/// <param name="Faults">Errors and warnings.</param>
public sealed record ClientSaved(Guid? Id, IReadOnlyList<EntryFault> Faults);

/// <summary>Makes a card of what somebody typed. Nothing is saved while there is an error, or a warning nobody overrode.</summary>
public sealed class RegisterClientHandler(IServiceDeskDb db, ClientEntryCheck check, IPersonalCodes codes, ICurrentUser user, TimeProvider time)
{
    /// <summary>The card, or the faults.</summary>
    public async Task<ClientSaved> HandleAsync(RegisterClient command, CancellationToken cancellationToken)
    {
        user.Demand(Permission.KeepClients);
        var entry = check.Check(command.Entry);
        if (entry.HasErrors || (entry.HasWarnings && !command.Insist))
            return new ClientSaved(null, entry.Faults);
        if (command.Token != Guid.Empty && await db.Set<Client>().AnyAsync(c => c.Id == command.Token, cancellationToken))
            return new ClientSaved(command.Token, []);

        var client = await MakeAsync(db, command.Entry, entry, codes, user.AsActor(), time.GetUtcNow(), command.Token, cancellationToken);
        db.Set<Client>().Add(client);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (command.Token != Guid.Empty)
        {
            // The same form came twice at once; the first made the card.
            db.Forget();
            if (!await db.Set<Client>().AnyAsync(c => c.Id == command.Token, cancellationToken))
                throw;
        }

        return new ClientSaved(client.Id, []);
    }

    /// <summary>A card of an entry that has no errors; not saved yet.</summary>
    internal static async Task<Client> MakeAsync(
        IServiceDeskDb db, ClientEntry typed, CheckedEntry entry, IPersonalCodes codes, Domain.Cases.Actor by, DateTimeOffset at, Guid? token, CancellationToken cancellationToken)
    {
        var name = string.IsNullOrWhiteSpace(typed.Name) ? entry.Reaches[0].Value.Written : typed.Name;
        var client = Client.Register(typed.Kind, name, by, at, typed.HeardFrom, token);
        client.Describe(entry.Facts, by, at);
        foreach (var (value, label) in entry.Reaches)
            client.AddReach(value, label, by, at);
        if (typed.Address is { } address && address.Normalised().Line.Length > 0)
            client.AddAddress(ClientAddressKind.Declared, address, typed.Addressee, by, at);
        if (entry.Code is { } code)
            client.GiveCode(await codes.ProtectAsync(code, cancellationToken), by, at);
        if (typed.Groups.Count > 0)
            client.SetGroups(await db.Set<TargetGroup>().Where(g => typed.Groups.Contains(g.Id)).ToListAsync(cancellationToken), by, at);
        return client;
    }
}
