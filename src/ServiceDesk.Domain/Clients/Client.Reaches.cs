using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>Phones, e-mails, e-addresses, accounts and postal addresses.</content>
public sealed partial class Client
{
    private readonly List<ClientReach> reaches = [];
    private readonly List<ClientAddress> addresses = [];

    /// <summary>Contact points and accounts, also those no longer used.</summary>
    public IReadOnlyList<ClientReach> Reaches => reaches;

    /// <summary>Addresses, also those left.</summary>
    public IReadOnlyList<ClientAddress> Addresses => addresses;

    /// <summary>Adds a contact point. One known already is taken into use again; the first of a kind is the main one.</summary>
    public ClientReach AddReach(ReachValue value, string? label, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        if (Blank(label) is { Length: > MaxWordLength })
            throw new Refusal("Clients.Refusal.WordTooLong", MaxWordLength);
        var first = reaches.All(r => r.Kind != value.Kind || r.RetiredAt is not null);
        if (reaches.FirstOrDefault(r => r.Kind == value.Kind && r.Value == value.Value) is { } known)
        {
            if (known.RetiredAt is null && known.Label == Blank(label))
                return known;
            if (known.RetiredAt is not null)
                Log(ClientEventKind.ReachAdded, by, at, became: value.Written);
            known.UseAgain(Blank(label), first || known.IsPrimary);
            ChangedAt = at;
            return known;
        }

        var reach = new ClientReach(Id, value, Blank(label), first);
        reaches.Add(reach);
        Log(ClientEventKind.ReachAdded, by, at, became: value.Written);
        return reach;
    }

    /// <summary>Makes a contact point the main one of its kind.</summary>
    public void MakePrimary(Guid reachId, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var chosen = Reach(reachId);
        if (chosen.RetiredAt is not null)
            throw new Refusal("Clients.Refusal.ReachRetired");
        foreach (var reach in reaches.Where(r => r.Kind == chosen.Kind))
            reach.SetPrimary(reach == chosen);
        ChangedAt = at;
    }

    /// <summary>A contact point is no longer used; it stays findable. The next one of its kind becomes the main one.</summary>
    public void RetireReach(Guid reachId, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var reach = Reach(reachId);
        if (reach.RetiredAt is not null)
            return;
        var wasPrimary = reach.IsPrimary;
        reach.Retire(at);
        if (wasPrimary)
            reaches.FirstOrDefault(r => r.Kind == reach.Kind && r.RetiredAt is null)?.SetPrimary(true);
        Log(ClientEventKind.ReachRetired, by, at, was: reach.Written);
    }

    /// <summary>Adds an address. Another one in use of the same kind stays: people have several.</summary>
    public ClientAddress AddAddress(ClientAddressKind kind, AddressElements elements, string? addressee, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var normal = elements.Normalised();
        if (normal.Line.Length == 0)
            throw new Refusal("Clients.Refusal.AddressMissing");
        if (Blank(addressee) is { Length: > MaxNameLength })
            throw new Refusal("Clients.Refusal.NameTooLong", MaxNameLength);
        if (addresses.FirstOrDefault(a => a.RetiredAt is null && a.Kind == kind && a.Elements == normal && a.Addressee == Blank(addressee)) is { } known)
            return known;
        var address = new ClientAddress(Id, kind, normal, Blank(addressee), at);
        addresses.Add(address);
        Log(ClientEventKind.AddressAdded, by, at, became: Short(address.Line, ClientEvent.MaxValueLength));
        return address;
    }

    /// <summary>The client left an address; it stays findable.</summary>
    public void RetireAddress(Guid addressId, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var address = addresses.SingleOrDefault(a => a.Id == addressId) ?? throw new Refusal("Clients.Refusal.Unknown");
        if (address.RetiredAt is not null)
            return;
        address.Retire(at);
        Log(ClientEventKind.AddressRetired, by, at, was: Short(address.Line, ClientEvent.MaxValueLength));
    }

    private ClientReach Reach(Guid id) => reaches.SingleOrDefault(r => r.Id == id) ?? throw new Refusal("Clients.Refusal.Unknown");
}

/// <summary>A checked contact point.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Normalised: E.164, lower case, without blanks.</param>
/// <param name="Written">As people write it.</param>
public sealed record ReachValue(ClientReachKind Kind, string Value, string Written)
{
    /// <summary>Longest value, characters.</summary>
    public const int MaxLength = 254;

    /// <summary>Checks what somebody typed as a contact point of a kind.</summary>
    public static Checked<ReachValue> Check(ClientReachKind kind, string? text, DateOnly today) => kind switch
    {
        ClientReachKind.Phone => From(kind, PhoneNumber.Check(text), p => (p.Value, p.Written)),
        ClientReachKind.Email => Email(text),
        ClientReachKind.EAddress => From(kind, EAddress.Check(text, today), e => (e.Value, e.Value)),
        ClientReachKind.Iban => From(kind, Iban.Check(text), i => (i.Value, i.Written)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Checked<ReachValue> Email(string? text)
    {
        var typed = (text ?? "").Trim();
        return Contact.LooksLikeEmail(typed)
            ? Identifiers.Checked.Accept(new ReachValue(ClientReachKind.Email, typed.ToLowerInvariant(), typed))
            : Identifiers.Checked.Refuse<ReachValue>("Clients.Email.Unusable");
    }

    private static Checked<ReachValue> From<T>(ClientReachKind kind, Checked<T> check, Func<T, (string Value, string Written)> read)
        where T : class
    {
        if (check.Value is not { } value)
            return Identifiers.Checked.Refuse<ReachValue>(check.Error!);
        var (normal, written) = read(value);
        return new(new ReachValue(kind, normal, written), null, check.Warnings);
    }
}

/// <summary>A way to reach a client, or an account.</summary>
public sealed class ClientReach
{
    private ClientReach()
    {
    }

    internal ClientReach(Guid clientId, ReachValue value, string? label, bool isPrimary) =>
        (ClientId, Kind, Value, Written, Label, IsPrimary) = (clientId, value.Kind, value.Value, value.Written, label, isPrimary);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>What it is.</summary>
    public ClientReachKind Kind { get; private set; }

    /// <summary>Normalised: E.164, lower case, without blanks. Compared and looked up.</summary>
    public string Value { get; private set; } = "";

    /// <summary>As people write it. Shown.</summary>
    public string Written { get; private set; } = "";

    /// <summary>Whose or what for: "darbā", "meitas", "tikai vakaros".</summary>
    public string? Label { get; private set; }

    /// <summary>The main one of its kind.</summary>
    public bool IsPrimary { get; private set; }

    /// <summary>When it went out of use, UTC; null while used.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    internal void SetPrimary(bool primary) => IsPrimary = primary;

    internal void Retire(DateTimeOffset at) => (RetiredAt, IsPrimary) = (at, false);

    internal void UseAgain(string? label, bool primary) => (RetiredAt, Label, IsPrimary) = (null, label ?? Label, primary);
}

/// <summary>An address of a client.</summary>
public sealed class ClientAddress
{
    private ClientAddress()
    {
    }

    internal ClientAddress(Guid clientId, ClientAddressKind kind, AddressElements elements, string? addressee, DateTimeOffset at) =>
        (ClientId, Kind, Elements, Line, Addressee, AddedAt) = (clientId, kind, elements, elements.Line, addressee, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>What it is for.</summary>
    public ClientAddressKind Kind { get; private set; }

    /// <summary>The parts.</summary>
    public AddressElements Elements { get; private set; } = new();

    /// <summary>As written on an envelope, small to large.</summary>
    public string Line { get; private set; } = "";

    /// <summary>Whom the letter is addressed to, in the dative as somebody wrote it; names are never inflected by the program.</summary>
    public string? Addressee { get; private set; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When the client left it, UTC; null while used.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    internal void Retire(DateTimeOffset at) => RetiredAt = at;
}
