using System.Globalization;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Benchmarks.Clients;

/// <summary>What a loaded case tells of its client.</summary>
internal sealed record Told(string Name, string? Email, string? Phone);

/// <summary>
/// Makes cards up: first of the people the loaded cases tell of, then others, among them firms, bodies and callers known by a number only.
/// The same seed always gives the same cards.
/// </summary>
internal sealed class ClientMaker(int seed, DateTimeOffset now)
{
    private static readonly string[] Women = ["Anna", "Ilze", "Kristīne", "Inese", "Līga", "Dace", "Sandra", "Ieva", "Žanete", "Elīna", "Ņina", "Ērika"];
    private static readonly string[] Men = ["Jānis", "Andris", "Juris", "Māris", "Pēteris", "Kārlis", "Ģirts", "Uldis", "Mārtiņš", "Ēriks", "Žanis", "Raivis"];
    private static readonly string[] Stems = ["Bērziņ", "Kalniņ", "Ozoliņ", "Liepiņ", "Krūmiņ", "Zariņ", "Kļaviņ", "Āboliņ", "Siliņ", "Ķirsiņ", "Čakstiņ", "Šteiniņ", "Ūdriņ", "Celmiņ", "Strautiņ"];
    private static readonly string[] Streets = ["Brīvības", "Pils", "Raiņa", "Dārza", "Upes", "Skolas", "Ķeguma", "Čaka", "Miera", "Ošu", "Ģertrūdes", "Parka"];
    private static readonly string[] Places = ["Sigulda", "Mālpils", "Krimulda", "Inčukalns", "Allaži", "More"];
    private static readonly string[] Firms = ["Kalniņu dārzi", "Tīrā vide", "Siguldas būvnieks", "Ēku apsaimniekotājs", "Ziemeļu ceļi", "Bērzu nams", "Gaujas laivas", "Zaļais pagalms"];
    private static readonly int[] Weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6];
    private static readonly Actor By = new(null, "Mērījums");

    private readonly Random random = new(seed);
    private int made;

    public Client OfCase(Told told)
    {
        var client = Begin(ClientKind.Person, told.Name);
        Reach(client, ClientReachKind.Email, told.Email);
        Reach(client, ClientReachKind.Phone, told.Phone);
        Home(client);
        if (random.Next(100) < 8)
            client.AddName($"{told.Name.Split(' ')[0]} {Stems[random.Next(Stems.Length)]}a", ClientNameKind.Former, null, null, By, now);
        return client;
    }

    public Client Other() => random.Next(100) switch
    {
        < 70 => Person(),
        < 88 => Firm(),
        < 92 => Body(),
        _ => Caller(),
    };

    private Client Person()
    {
        var woman = random.Next(2) == 0;
        var name = woman ? $"{Women[random.Next(Women.Length)]} {Stems[random.Next(Stems.Length)]}a" : $"{Men[random.Next(Men.Length)]} {Stems[random.Next(Stems.Length)]}š";
        var client = Begin(ClientKind.Person, name);
        Reach(client, ClientReachKind.Phone, Phone());
        if (random.Next(100) < 60)
            Reach(client, ClientReachKind.Email, $"klients.{made}@pasts.example");
        Home(client);
        return client;
    }

    private Client Firm()
    {
        var client = Begin(ClientKind.LegalPerson, $"SIA \"{Firms[random.Next(Firms.Length)]} {made}\"");
        client.Describe(new ClientFacts { Kind = ClientKind.LegalPerson, RegistrationNumber = Number('4'), LegalForm = "SIA" }, By, now);
        Reach(client, ClientReachKind.Phone, Phone());
        Reach(client, ClientReachKind.Email, $"birojs@uznemums{made}.example");
        Home(client);
        return client;
    }

    private Client Body()
    {
        var client = Begin(ClientKind.Institution, $"{Places[random.Next(Places.Length)]}s {made}. pamatskola");
        client.Describe(new ClientFacts { Kind = ClientKind.Institution, RegistrationNumber = Number('9') }, By, now);
        Reach(client, ClientReachKind.Email, $"skola{made}@iestade.example");
        Home(client);
        return client;
    }

    private Client Caller()
    {
        var phone = Phone();
        var client = Begin(ClientKind.Unknown, phone);
        Reach(client, ClientReachKind.Phone, phone);
        return client;
    }

    private Client Begin(ClientKind kind, string name)
    {
        made++;
        return Client.Register(kind, name, By, now, random.Next(100) < 30 ? (HeardFrom)random.Next(9) : null);
    }

    private void Home(Client client) => client.AddAddress(
        ClientAddressKind.Declared,
        new AddressElements { Street = $"{Streets[random.Next(Streets.Length)]} iela", House = Text(random.Next(1, 120)), Flat = random.Next(3) == 0 ? null : Text(random.Next(1, 80)), Town = Places[random.Next(Places.Length)], Municipality = "Siguldas novads", PostalCode = $"LV-21{random.Next(10, 99)}" },
        null, By, now);

    private void Reach(Client client, ClientReachKind kind, string? text)
    {
        if (text is not null && ReachValue.Check(kind, text, DateOnly.FromDateTime(now.Date)).Value is { } value)
            client.AddReach(value, null, By, now);
    }

    private string Phone() => $"2{random.Next(1_000_000, 9_999_999)}";

    /// <summary>Eleven digits whose last one agrees.</summary>
    private string Number(char first)
    {
        while (true)
        {
            var digits = first + "000" + random.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
            var sum = Weights.Select((weight, place) => weight * (digits[place] - '0')).Sum();
            if ((3 - (sum % 11) + 11) % 11 is var last and < 10)
                return digits + Text(last);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
