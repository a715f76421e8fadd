using System.Globalization;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Cards of clients in the words of the desk.</summary>
public sealed class ClientWords(Texts t, Dates dates)
{
    /// <summary>The icon of a kind of client.</summary>
    public static string Icon(ClientKind kind) => kind switch
    {
        ClientKind.Person => "user",
        ClientKind.LegalPerson => "building",
        ClientKind.Institution => "building-bank",
        ClientKind.Internal => "id-badge-2",
        ClientKind.Unknown => "user-question",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The icon of a kind of contact point.</summary>
    public static string Icon(ClientReachKind kind) => kind switch
    {
        ClientReachKind.Phone => "phone",
        ClientReachKind.Email => "mail",
        ClientReachKind.EAddress => "shield-check",
        ClientReachKind.Iban => "building-bank",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A contact point as it is shown: of a person's e-address the code is masked.</summary>
    public string Reach(ClientReach reach) => reach is { Kind: ClientReachKind.EAddress, Value: Domain.Clients.Identifiers.EAddress.Prefix } ? t["Clients.Card.EAddressOfPerson"] : reach.Written;

    /// <summary>A line of a card's history as a sentence.</summary>
    public string Event(ClientEvent line) => line.Kind switch
    {
        ClientEventKind.Changed when line.Field is { } field => t["Clients.Event.ChangedField", t.Of(field), Value(field, line.Was), Value(field, line.Became)],
        ClientEventKind.Rectified when line.Field is ClientField.PersonalCode => t["Clients.Event.RectifiedCode"],
        ClientEventKind.Rectified when line.Field is { } field => t["Clients.Event.RectifiedField", t.Of(field), Value(field, line.Was), Value(field, line.Became)],
        ClientEventKind.Renamed => t["Clients.Event.RenamedFromTo", line.Was ?? "", line.Became ?? ""],
        _ when (line.Became ?? line.Was) is { } value => $"{t[$"Clients.Event.{line.Kind}"]}: {value}",
        _ => t[$"Clients.Event.{line.Kind}"],
    };

    /// <summary>When a name was borne.</summary>
    public string? Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } first, null) => t["Clients.Card.Since", first],
        (null, { } last) => t["Clients.Card.Until", last],
        ({ } first, { } last) => $"{dates.Numeric(first)}–{dates.Numeric(last)}",
    };

    private string Value(ClientField field, string? word)
    {
        if (word is null)
            return "–";
        return field switch
        {
            ClientField.Kind when Enum.TryParse<ClientKind>(word, out var kind) => t.Of(kind),
            ClientField.HeardFrom when Enum.TryParse<HeardFrom>(word, out var source) => t.Of(source),
            ClientField.PreferredChannel when Enum.TryParse<Domain.Cases.Channel>(word, out var channel) => t.Of(channel),
            ClientField.BirthDate when DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => dates.Numeric(day),
            ClientField.Employee => t["Clients.Card.AnEmployee"],
            _ => word,
        };
    }
}
