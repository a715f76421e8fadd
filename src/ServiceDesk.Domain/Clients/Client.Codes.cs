using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>Personal codes: never readable here, old ones kept.</content>
public sealed partial class Client
{
    private readonly List<ClientCode> codes = [];

    /// <summary>Personal codes, the current one and former ones.</summary>
    public IReadOnlyList<ClientCode> Codes => codes;

    /// <summary>
    /// Writes down the personal code. One that differs from the current one replaces it, and the current one stays as a former one: codes
    /// change once in a lifetime. Refused for firms and bodies.
    /// </summary>
    public ClientCode GiveCode(ProtectedCode code, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        if (Kind is ClientKind.LegalPerson or ClientKind.Institution)
            throw new Refusal("Clients.Refusal.OrganisationHasNoCode");
        var current = codes.SingleOrDefault(c => c.IsCurrent);
        if (current is not null && current.Hash == code.Hash)
            return current;
        current?.Retire(at);
        var given = new ClientCode(Id, code, isCurrent: true, at);
        codes.Add(given);
        Log(current is null ? ClientEventKind.CodeGiven : ClientEventKind.CodeReplaced, by, at);
        return given;
    }

    /// <summary>Writes down a code the client had earlier, so that old papers are found; the current one stays.</summary>
    public ClientCode AddFormerCode(ProtectedCode code, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        if (codes.FirstOrDefault(c => c.Hash == code.Hash) is { } known)
            return known;
        var former = new ClientCode(Id, code, isCurrent: false, at);
        codes.Add(former);
        Log(ClientEventKind.CodeGiven, by, at);
        return former;
    }
}

/// <summary>A personal code as it may be stored.</summary>
/// <param name="Cipher">The encrypted code.</param>
/// <param name="Hash">Keyed hash, 64 hexadecimal digits: equal codes have equal ones.</param>
/// <param name="LastFour">The digits a mask leaves readable.</param>
public sealed record ProtectedCode(string Cipher, string Hash, string LastFour);

/// <summary>A personal code of a client: encrypted, with a keyed hash to find it by its exact value.</summary>
public sealed class ClientCode
{
    private ClientCode()
    {
    }

    internal ClientCode(Guid clientId, ProtectedCode code, bool isCurrent, DateTimeOffset at)
    {
        ClientId = clientId;
        (Cipher, Hash, LastFour) = (code.Cipher, code.Hash, code.LastFour);
        AddedAt = at;
        RetiredAt = isCurrent ? null : at;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The encrypted code.</summary>
    public string Cipher { get; private set; } = "";

    /// <summary>Keyed hash of the eleven digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The digits a mask leaves readable.</summary>
    public string LastFour { get; private set; } = "";

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When another replaced it, UTC; null for the current one.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Whether it is the code in force.</summary>
    public bool IsCurrent => RetiredAt is null;

    /// <summary>The same code under new keys.</summary>
    public void ProtectAnew(ProtectedCode code) => (Cipher, Hash, LastFour) = (code.Cipher, code.Hash, code.LastFour);

    internal void Retire(DateTimeOffset at) => RetiredAt = at;

    internal void UseAgain() => RetiredAt = null;
}
