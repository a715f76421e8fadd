using System.Globalization;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <summary>
/// The card of a client: one true card for each person, firm or body, with names over time, ways to reach them and who acts for them.
/// Nothing on it is deleted but by erasure; what no longer holds is retired and stays findable.
/// </summary>
public sealed partial class Client : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int MaxNameLength = 300;

    /// <summary>Longest legal form, label or such like, characters.</summary>
    public const int MaxWordLength = 100;

    /// <summary>Longest reason and document, characters.</summary>
    public const int MaxReasonLength = 500;

    private readonly List<ClientEvent> history = [];

    private Client()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What the client is.</summary>
    public ClientKind Kind { get; private set; }

    /// <summary>Whether the card is in use.</summary>
    public ClientState State { get; private set; }

    /// <summary>The card this one became part of; null when it did not.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The current name, NFC; of an unknown caller the number or address.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Orders lists by the Latvian alphabet: persons by surname, firms by the name in quotation marks. See <see cref="LatvianOrder"/>.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Language we write in: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>How the client wants to be answered; null when it is all the same.</summary>
    public Channel? PreferredChannel { get; private set; }

    /// <summary>Date of birth, if told.</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>Eleven digits, of firms and bodies.</summary>
    public string? RegistrationNumber { get; private set; }

    /// <summary>VAT number with the country; null also when it is the personal code, see <see cref="VatByCode"/>.</summary>
    public string? VatNumber { get; private set; }

    /// <summary>The VAT number is LV and the personal code, which is kept only once and protected.</summary>
    public bool VatByCode { get; private set; }

    /// <summary>SIA, AS, biedrība …, of firms.</summary>
    public string? LegalForm { get; private set; }

    /// <summary>The employee, of internal clients.</summary>
    public Guid? EmployeeId { get; private set; }

    /// <summary>What brought the client to us, asked once; null when it was not asked.</summary>
    public HeardFrom? HeardFrom { get; private set; }

    /// <summary>When the card was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who made it; null for a job.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What people and logs call the card by, without naming anybody: the last eight digits of the key.</summary>
    public string Number => NumberOf(Id);

    /// <summary>Every change, oldest first.</summary>
    public IReadOnlyList<ClientEvent> History => history;

    /// <summary>Ways in which a client may ask to be answered.</summary>
    public static IReadOnlyList<Channel> ReplyChannels { get; } = [Channel.Email, Channel.EAddress, Channel.Phone, Channel.Paper, Channel.InPerson];

    /// <summary>What a card of a key is called by.</summary>
    public static string NumberOf(Guid id) => id.ToString("N")[^8..].ToUpperInvariant();

    /// <summary>Makes a card. Refused without a name, or with one that is too long.</summary>
    /// <param name="kind">What the client is.</param>
    /// <param name="name">The name; of an unknown caller the number or address.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="heardFrom">What brought the client to us, if asked.</param>
    /// <param name="token">Made once per form by the server: it becomes the key, so that a form sent twice makes one card.</param>
    public static Client Register(ClientKind kind, string name, Actor by, DateTimeOffset at, HeardFrom? heardFrom = null, Guid? token = null)
    {
        var client = new Client { Kind = kind, Id = token is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(), CreatedAt = at, CreatedById = by.EmployeeId, HeardFrom = heardFrom };
        client.Take(name);
        client.names.Add(new ClientName(client.Id, client.Name, ClientNameKind.Current, null, null));
        client.Log(ClientEventKind.Registered, by, at);
        return client;
    }

    /// <summary>Writes down that the card came from a file.</summary>
    public void MarkImported(string fileName, Actor by, DateTimeOffset at) => Log(ClientEventKind.Imported, by, at, reason: fileName);

    /// <summary>Changes what is known of the client; each changed field leaves its former value in the history.</summary>
    public void Describe(ClientFacts facts, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        if (facts.PreferredChannel is { } channel && !ReplyChannels.Contains(channel))
            throw new Refusal("Clients.Refusal.NoReplyChannel");
        var organisation = facts.Kind is ClientKind.LegalPerson or ClientKind.Institution;
        if (facts.BirthDate is not null && organisation)
            throw new Refusal("Clients.Refusal.OrganisationBorn");
        if (facts.RegistrationNumber is not null && !organisation)
            throw new Refusal("Clients.Refusal.PersonRegistered");
        if (facts.LegalForm is { Length: > MaxWordLength })
            throw new Refusal("Clients.Refusal.WordTooLong", MaxWordLength);

        Change(ClientField.Kind, Kind, facts.Kind, v => Kind = v, by, at);
        Change(ClientField.Language, Language, facts.Language, v => Language = v, by, at);
        Change(ClientField.PreferredChannel, PreferredChannel, facts.PreferredChannel, v => PreferredChannel = v, by, at);
        Change(ClientField.BirthDate, BirthDate, facts.BirthDate, v => BirthDate = v, by, at);
        Change(ClientField.RegistrationNumber, RegistrationNumber, facts.RegistrationNumber, v => RegistrationNumber = v, by, at);
        Change(ClientField.VatNumber, VatNumber, facts.VatNumber, v => VatNumber = v, by, at);
        VatByCode = facts.VatByCode;
        Change(ClientField.LegalForm, LegalForm, Blank(facts.LegalForm), v => LegalForm = v, by, at);
        Change(ClientField.Employee, EmployeeId, facts.EmployeeId, v => EmployeeId = v, by, at);
        Change(ClientField.HeardFrom, HeardFrom, facts.HeardFrom, v => HeardFrom = v, by, at);
        SortKey = SortKeyOf(Kind, Name);
    }

    /// <summary>Adds a note; notes are never changed.</summary>
    public ClientNote AddNote(string text, Actor by, DateTimeOffset at, Guid? token = null)
    {
        RefuseIfGone();
        if (Blank(text) is not { } said)
            throw new Refusal("Clients.Refusal.NoteMissing");
        if (said.Length > ClientNote.MaxLength)
            throw new Refusal("Clients.Refusal.NoteTooLong", ClientNote.MaxLength);
        if (token is { } key && notes.FirstOrDefault(n => n.Id == key) is { } known)
            return known;
        var note = new ClientNote(Id, said, by, at, token);
        notes.Add(note);
        Log(ClientEventKind.NoteAdded, by, at);
        return note;
    }

    private void Change<T>(ClientField field, T was, T becomes, Action<T> set, Actor by, DateTimeOffset at)
    {
        if (EqualityComparer<T>.Default.Equals(was, becomes))
            return;
        set(becomes);
        Log(ClientEventKind.Changed, by, at, field, Word(was), Word(becomes));
    }

    private void Log(ClientEventKind kind, Actor by, DateTimeOffset at, ClientField? field = null, string? was = null, string? became = null, string? reason = null)
    {
        history.Add(new ClientEvent(Id, kind, by, at, history.Count, field, was, became, reason));
        ChangedAt = at;
    }

    /// <summary>Restricted data is kept and nothing else is done with it (GDPR art. 18).</summary>
    private void RefuseIfGone()
    {
        RefuseIfOutOfUse();
        if (RestrictedAt is not null)
            throw new Refusal("Protection.Refusal.Restricted");
    }

    private void RefuseIfOutOfUse()
    {
        if (State == ClientState.Merged)
            throw new Refusal("Clients.Refusal.IsMerged");
        if (State == ClientState.Erased)
            throw new Refusal("Clients.Refusal.IsErased");
    }

    private static string? Word<T>(T value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Short(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>The single-valued facts of a card. Identifiers come checked and normalised.</summary>
public sealed record ClientFacts
{
    /// <summary>What the client is.</summary>
    public required ClientKind Kind { get; init; }

    /// <summary>Language we write in: lv, en or ru.</summary>
    public string Language { get; init; } = "lv";

    /// <summary>How the client wants to be answered.</summary>
    public Channel? PreferredChannel { get; init; }

    /// <summary>Date of birth; refused for firms and bodies.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Registration number; refused for persons.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>VAT number, unless it is the personal code.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The VAT number is LV and the personal code.</summary>
    public bool VatByCode { get; init; }

    /// <summary>Legal form.</summary>
    public string? LegalForm { get; init; }

    /// <summary>The employee, of internal clients.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>What brought the client to us.</summary>
    public HeardFrom? HeardFrom { get; init; }
}
