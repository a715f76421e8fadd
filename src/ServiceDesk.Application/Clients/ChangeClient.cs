using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients;

/// <summary>Why a name is written otherwise now.</summary>
public enum NameChange
{
    /// <summary>It was written wrongly.</summary>
    Correction,

    /// <summary>The client bears another name from a day on.</summary>
    NewName,
}

/// <summary>Changes the facts of a card.</summary>
/// <param name="Id">The card.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Entry">What the form holds; contact points, addresses and the code have pages of their own.</param>
/// <param name="NameChange">Why the name differs, when it does.</param>
/// <param name="NameFrom">First day of a new name.</param>
/// <param name="Insist">Whether warnings were seen and overridden.</param>
public sealed record ChangeClient(Guid Id, int Version, ClientEntry Entry, NameChange NameChange, DateOnly? NameFrom, bool Insist);

/// <summary>Another name of a client.</summary>
/// <param name="Id">The card.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">Former, or used beside the current one.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record AddClientName(Guid Id, int Version, string Name, ClientNameKind Kind, DateOnly? From, DateOnly? To);

/// <summary>Changes the facts of a card, its names and its groups.</summary>
public sealed class ChangeClientHandler(IServiceDeskDb db, ClientEditor editor, ClientEntryCheck check, IPersonalCodes codes, ICurrentUser user, TimeProvider time)
{
    /// <summary>The card, or the faults; refuses a stale version.</summary>
    public async Task<ClientSaved> HandleAsync(ChangeClient command, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(command.Id, command.Version, cancellationToken);
        var current = client.Codes.FirstOrDefault(c => c.IsCurrent);
        var entry = check.Check(command.Entry, current is not null);
        if (entry.HasErrors || (entry.HasWarnings && !command.Insist))
            return new ClientSaved(null, entry.Faults);

        var (by, now) = (user.AsActor(), time.GetUtcNow());
        if (command.NameChange == NameChange.NewName)
            client.Rename(command.Entry.Name!, command.NameFrom, by, now);
        else
            client.CorrectName(command.Entry.Name!, by, now);
        client.Describe(entry.Facts with { VatByCode = entry.Facts.VatByCode || KeepsVatCode(client, command.Entry) }, by, now);
        if (entry.Code is { } code)
            client.GiveCode(await codes.ProtectAsync(code, cancellationToken), by, now);
        client.SetGroups(await db.Set<TargetGroup>().Where(g => command.Entry.Groups.Contains(g.Id)).ToListAsync(cancellationToken), by, now);
        await editor.SaveAsync(cancellationToken);
        return new ClientSaved(client.Id, []);
    }

    /// <summary>Adds another name.</summary>
    public async Task AddNameAsync(AddClientName command, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(command.Id, command.Version, cancellationToken);
        client.AddName(command.Name, command.Kind, command.From, command.To, user.AsActor(), time.GetUtcNow());
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>The form shows no number that is the personal code; an empty field leaves it as it was.</summary>
    private static bool KeepsVatCode(Client client, ClientEntry entry) =>
        client.VatByCode && string.IsNullOrWhiteSpace(entry.VatNumber) && entry.Kind is ClientKind.Person or ClientKind.Internal;
}
