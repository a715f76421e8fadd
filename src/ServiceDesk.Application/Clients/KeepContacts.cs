using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>A new contact point.</summary>
/// <param name="Id">The card.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As typed.</param>
/// <param name="Label">Whose or what for.</param>
/// <param name="Insist">Whether warnings were seen and overridden.</param>
public sealed record AddReach(Guid Id, int Version, ClientReachKind Kind, string? Text, string? Label, bool Insist);

/// <summary>A new address.</summary>
/// <param name="Id">The card.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Elements">Its parts.</param>
/// <param name="Addressee">Whom letters are addressed to, in the dative.</param>
public sealed record AddAddress(Guid Id, int Version, ClientAddressKind Kind, AddressElements Elements, string? Addressee);

/// <summary>Keeps contact points and addresses of a card.</summary>
public sealed class KeepContactsHandler(ClientEditor editor, IPersonalCodes codes, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Adds a contact point; returns what is wrong with it, or nothing. The personal code of a person's e-address goes where codes are kept.</summary>
    public async Task<IReadOnlyList<EntryFault>> AddReachAsync(AddReach command, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(command.Id, command.Version, cancellationToken);
        var (now, today) = (time.GetUtcNow(), local.DateOf(time.GetUtcNow()));
        var check = ReachValue.Check(command.Kind, command.Text, today);
        if (check.Error is { } error)
            return [new EntryFault(nameof(command.Text), error, IsWarning: false)];
        if (check.Warnings.Count > 0 && !command.Insist)
            return [.. check.Warnings.Select(w => new EntryFault(nameof(command.Text), w, IsWarning: true))];
        client.AddReach(check.Value!, command.Label, user.AsActor(), now);
        if (command.Kind == ClientReachKind.EAddress && EAddress.Check(command.Text, today).Value?.Code is { } code)
            client.GiveCode(await codes.ProtectAsync(code, cancellationToken), user.AsActor(), now);
        await editor.SaveAsync(cancellationToken);
        return [];
    }

    /// <summary>Makes a contact point the main one of its kind.</summary>
    public Task MakePrimaryAsync(Guid id, int version, Guid reachId, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, client => client.MakePrimary(reachId, user.AsActor(), time.GetUtcNow()), cancellationToken);

    /// <summary>A contact point is no longer used.</summary>
    public Task RetireReachAsync(Guid id, int version, Guid reachId, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, client => client.RetireReach(reachId, user.AsActor(), time.GetUtcNow()), cancellationToken);

    /// <summary>Adds an address.</summary>
    public Task AddAddressAsync(AddAddress command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Id, command.Version, client => client.AddAddress(command.Kind, command.Elements, command.Addressee, user.AsActor(), time.GetUtcNow()), cancellationToken);

    /// <summary>The client left an address.</summary>
    public Task RetireAddressAsync(Guid id, int version, Guid addressId, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, client => client.RetireAddress(addressId, user.AsActor(), time.GetUtcNow()), cancellationToken);

    private async Task ChangeAsync(Guid id, int version, Action<Client> change, CancellationToken cancellationToken)
    {
        change(await editor.LoadAsync(id, version, cancellationToken));
        await editor.SaveAsync(cancellationToken);
    }
}
