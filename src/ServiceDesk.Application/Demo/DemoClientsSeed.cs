using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// Cards of invented clients: persons, firms, bodies, a colleague, an unknown caller; with a former name, a former personal code, a
/// representative, a restriction. Each is made once, whatever was seeded before. Codes and numbers are made up and only look right.
/// </summary>
public sealed class DemoClientsSeed(IServiceDeskDb db, IPersonalCodes codes, LocalTime local, TimeProvider time) : IDemoSeed
{
    private const int Crowd = 70;

    private readonly Dictionary<int, Client> made = [];
    private HashSet<Guid> known = [];
    private Actor by = Actor.System;

    /// <inheritdoc/>
    public int Order => 1050;

    /// <summary>The key of a card of this seed: 1 to 24 are told one by one, from 100 on they are the crowd.</summary>
    public static Guid Key(int number)
    {
        // The last eight digits are what people call a card by: they are to look as different as real ones do.
        var last = unchecked((uint)number * 2_654_435_761);
        return new(0x444d4f43, 0x1050, 0x4d4f, 0x80, 0x43, 0x4c, 0x49, (byte)(last >> 24), (byte)(last >> 16), (byte)(last >> 8), (byte)last);
    }

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var keys = Enumerable.Range(1, 99 + Crowd).Select(Key).ToArray();
        known = [.. await db.Set<Client>().Where(c => keys.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken)];
        var inga = await db.Set<Employee>().AsNoTracking().FirstOrDefaultAsync(e => e.Name == "Inga" && e.Surname == "Ozola", cancellationToken);
        by = inga is null ? Actor.System : new Actor(inga.Id, inga.FullName);
        var groups = await db.Set<TargetGroup>().ToDictionaryAsync(g => g.Code, cancellationToken);

        await PersonsAsync(groups, cancellationToken);
        Organisations(groups);
        await OthersAsync(cancellationToken);
        Relations();
        Drawn(groups);
        db.Set<Client>().AddRange(made.Values);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task PersonsAsync(Dictionary<string, TargetGroup> groups, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        if (New(1, ClientKind.Person, "Anna Bērziņa", 700, HeardFrom.WordOfMouth) is { } anna)
        {
            anna.Describe(new() { Kind = ClientKind.Person, BirthDate = new(1975, 11, 16), PreferredChannel = Channel.Phone, HeardFrom = HeardFrom.WordOfMouth }, by, At(700));
            Reach(anna, ClientReachKind.Phone, "20111222", null);
            Reach(anna, ClientReachKind.Phone, "64100999", "darbā");
            Reach(anna, ClientReachKind.Email, "anna.berzina@pasts.example", null);
            anna.AddAddress(ClientAddressKind.Declared, new() { Street = "Pils iela", House = "16", Flat = "5", Town = "Lejasupe", Municipality = "Lejasupes novads", PostalCode = "9901" }, "Annai Bērziņai", by, At(700));
            anna.AddName("Anna Kalniņa", ClientNameKind.Former, null, new(1999, 8, 20), by, At(690));
            await GiveAsync(anna, Dated("161175", '1', "999"), cancellationToken);
            anna.SetGroups([groups["owners"], groups["families"]], by, At(690));
            anna.AddNote("Zvanīt pēc plkst. 16, dienā ir darbā.", by, At(120));
        }

        if (New(2, ClientKind.Person, "Ilze Kalniņa", 420, HeardFrom.Internet) is { } ilze)
        {
            Reach(ilze, ClientReachKind.Phone, "29112233", null);
            Reach(ilze, ClientReachKind.Email, "ilze.kalnina@pasts.example", null);
            ilze.AddAddress(ClientAddressKind.Declared, new() { Street = "Upes iela", House = "3A", Town = "Lejasupe", Municipality = "Lejasupes novads", PostalCode = "9901" }, "Ilzei Kalniņai", by, At(420));
            // Changed the personal code; the one before stays findable.
            await GiveAsync(ilze, Dated("020388", '1', "214"), cancellationToken);
            await GiveAsync(ilze, "32867300679", cancellationToken);
        }

        if (New(3, ClientKind.Person, "Aivars Ozoliņš", 400, HeardFrom.Newspaper) is { } aivars)
        {
            Reach(aivars, ClientReachKind.Email, "aivars.ozolins@pasts.example", null);
            aivars.AddAddress(ClientAddressKind.Declared, new() { Street = "Parka iela", House = "6", Town = "Lejasupe", Municipality = "Lejasupes novads", PostalCode = "9901" }, "Aivaram Ozoliņam", by, At(400));
            aivars.Restrict("Apstrīd, vai adrese ir pareiza; līdz pārbaudei dati netiek izmantoti.", by, At(14));
        }

        if (New(4, ClientKind.Person, "Velga Čakste", 900, HeardFrom.WordOfMouth) is { } velga)
        {
            velga.Describe(new() { Kind = ClientKind.Person, BirthDate = new(1941, 2, 28), PreferredChannel = Channel.Paper, HeardFrom = HeardFrom.WordOfMouth }, by, At(900));
            Reach(velga, ClientReachKind.Phone, "64109988", null);
            velga.AddAddress(ClientAddressKind.Declared, new() { HouseName = "Liepas", Parish = "Upmalas pagasts", Municipality = "Lejasupes novads", PostalCode = "9915" }, "Velgai Čakstei", by, At(900));
            velga.SetGroups([groups["seniors"]], by, At(900));
        }

        if (New(5, ClientKind.Person, "Jānis Čakste", 895, null) is { } janis)
        {
            Reach(janis, ClientReachKind.Phone, "20333444", null);
            Reach(janis, ClientReachKind.Email, "janis.cakste@epasts.example", null);
        }

        if (New(6, ClientKind.Person, "Светлана Орлова", 300, HeardFrom.SocialNetwork) is { } svetlana)
        {
            svetlana.Describe(new() { Kind = ClientKind.Person, Language = "ru", HeardFrom = HeardFrom.SocialNetwork }, by, At(300));
            Reach(svetlana, ClientReachKind.Email, "svetlana.orlova@vestule.example", null);
            svetlana.AddName("Svetlana Orlova", ClientNameKind.Trade, null, null, by, At(300));
        }

        if (New(7, ClientKind.Person, "Helen Marsh", 200, HeardFrom.Tour) is { } helen)
        {
            helen.Describe(new() { Kind = ClientKind.Person, Language = "en", PreferredChannel = Channel.Email, HeardFrom = HeardFrom.Tour }, by, At(200));
            Reach(helen, ClientReachKind.Phone, "+44 20 7946 0958", null);
            Reach(helen, ClientReachKind.Email, "helen.marsh@pasts.example", null);
            helen.AddAddress(ClientAddressKind.Postal, new() { Street = "Mill Lane", House = "12", Town = "Bath", PostalCode = "BA1 1AA", Country = "Apvienotā Karaliste" }, "Helen Marsh", by, At(200));
            helen.SetGroups([groups["visitors"]], by, At(200));
        }

        if (New(8, ClientKind.Person, "Kristiāna Lāce", 30, HeardFrom.Event) is { } kristiana)
        {
            kristiana.Rename("Kristiāna Lāce-Upeniece", today.AddDays(-20), by, At(10));
            Reach(kristiana, ClientReachKind.Phone, "20555666", null);
            Reach(kristiana, ClientReachKind.EAddress, EAddress.Prefix, null);
            kristiana.SetGroups([groups["youth"], groups["newcomers"]], by, At(10));
        }
    }

    private void Organisations(Dictionary<string, TargetGroup> groups)
    {
        if (New(9, ClientKind.LegalPerson, "SIA \"Ābele un dēli\"", 650, HeardFrom.Project) is { } firm)
        {
            var number = Registered("402039901");
            firm.Describe(new() { Kind = ClientKind.LegalPerson, RegistrationNumber = number, VatNumber = "LV" + number, LegalForm = "SIA", PreferredChannel = Channel.EAddress, HeardFrom = HeardFrom.Project }, by, At(650));
            Reach(firm, ClientReachKind.Phone, "67000101", "birojs");
            Reach(firm, ClientReachKind.Email, "birojs@abele.example", null);
            Reach(firm, ClientReachKind.EAddress, number, null);
            Reach(firm, ClientReachKind.Iban, "LV69TEST0000000000001", null);
            firm.AddAddress(ClientAddressKind.Declared, new() { Street = "Dzirnavu iela", House = "2 k-1", Town = "Lejasupe", Municipality = "Lejasupes novads", PostalCode = "9901" }, "SIA \"Ābele un dēli\"", by, At(650));
            firm.AddName("Ābeles darbnīca", ClientNameKind.Trade, null, null, by, At(640));
            firm.SetGroups([groups["entrepreneurs"]], by, At(640));
        }

        if (New(10, ClientKind.LegalPerson, "Biedrība \"Upmalas ļaudis\"", 500, HeardFrom.Event) is { } society)
        {
            society.Describe(new() { Kind = ClientKind.LegalPerson, RegistrationNumber = Registered("400089902"), LegalForm = "biedrība", HeardFrom = HeardFrom.Event }, by, At(500));
            Reach(society, ClientReachKind.Email, "upmala@biedriba.example", null);
            society.SetGroups([groups["associations"]], by, At(500));
        }

        if (New(11, ClientKind.LegalPerson, "ZS \"Kalnabērzi\"", 480, HeardFrom.WordOfMouth) is { } farm)
        {
            farm.Describe(new() { Kind = ClientKind.LegalPerson, RegistrationNumber = Registered("440019903"), LegalForm = "zemnieku saimniecība", HeardFrom = HeardFrom.WordOfMouth }, by, At(480));
            Reach(farm, ClientReachKind.Phone, "20777888", null);
            farm.AddAddress(ClientAddressKind.Declared, new() { HouseName = "Kalnabērzi", Village = "Stalbe", Parish = "Upmalas pagasts", Municipality = "Lejasupes novads", PostalCode = "9915" }, null, by, At(480));
            farm.SetGroups([groups["farmers"], groups["owners"]], by, At(480));
        }

        if (New(12, ClientKind.Institution, "Ielejas novada pašvaldība", 800, null) is { } body)
        {
            var number = Registered("900099904");
            body.Describe(new() { Kind = ClientKind.Institution, RegistrationNumber = number, PreferredChannel = Channel.EAddress }, by, At(800));
            Reach(body, ClientReachKind.EAddress, number, null);
            Reach(body, ClientReachKind.Email, "dome@ieleja.example", null);
        }
    }

    private async Task OthersAsync(CancellationToken cancellationToken)
    {
        if (New(13, ClientKind.Unknown, "20999000", 5, null) is { } caller)
            Reach(caller, ClientReachKind.Phone, "20999000", null);
        var ruta = await db.Set<Employee>().AsNoTracking().FirstOrDefaultAsync(e => e.Name == "Ruta" && e.Surname == "Bērziņa", cancellationToken);
        if (ruta is not null && New(14, ClientKind.Internal, ruta.FullName, 100, null) is { } colleague)
        {
            colleague.Describe(new() { Kind = ClientKind.Internal, EmployeeId = ruta.Id, PreferredChannel = Channel.Email }, by, At(100));
            Reach(colleague, ClientReachKind.Email, ruta.Email, null);
        }
    }

    private void Relations()
    {
        var today = local.DateOf(time.GetUtcNow());
        if (made.TryGetValue(4, out var velga) && made.TryGetValue(5, out var janis))
            velga.Appoint(janis, RepresentationScope.Documents, "Notariāla pilnvara Nr. 1120, 12.03.2026.", today.AddDays(-200), today.AddDays(165), by, At(190));
        if (made.TryGetValue(9, out var firm) && made.TryGetValue(1, out var anna))
            firm.Appoint(anna, RepresentationScope.ByLaw, "Valdes locekle, Uzņēmumu reģistra ziņas", today.AddDays(-600), null, by, At(600));
    }

    /// <summary>Enough people for a register that has pages.</summary>
    private void Drawn(Dictionary<string, TargetGroup> groups)
    {
        var random = new Random(1050);
        HeardFrom?[] sources = [HeardFrom.WordOfMouth, HeardFrom.WordOfMouth, HeardFrom.WordOfMouth, HeardFrom.Internet, HeardFrom.Internet, HeardFrom.Newspaper, HeardFrom.Event, HeardFrom.OtherBody, HeardFrom.Other, null, null];
        for (var number = 100; number < 100 + Crowd; number++)
        {
            var (name, address) = DemoClients.Latvian(random);
            var (days, source, flat) = (random.Next(20, 1000), sources[random.Next(sources.Length)], random.Next(1, 60));
            if (New(number, ClientKind.Person, name, days, source) is not { } client)
                continue;
            if (number % 4 != 0)
                Reach(client, ClientReachKind.Email, $"{address}{number}@pasts.example", null);
            if (number % 7 != 0)
                Reach(client, ClientReachKind.Phone, $"2{number}{flat:00}{days % 100:00}", null);
            if (number % 3 != 0)
                client.AddAddress(ClientAddressKind.Declared, new() { Street = flat % 2 == 0 ? "Dārza iela" : "Skolas iela", House = $"{number % 40 + 1}", Flat = flat > 30 ? null : $"{flat}", Town = "Lejasupe", Municipality = "Lejasupes novads", PostalCode = "9901" }, null, by, At(days));
            if (number % 5 == 0)
                client.SetGroups([groups[number % 2 == 0 ? "seniors" : "families"]], by, At(days));
        }
    }

    private Client? New(int number, ClientKind kind, string name, int daysAgo, HeardFrom? source)
    {
        if (known.Contains(Key(number)))
            return null;
        var client = Client.Register(kind, name, by, At(daysAgo), source, Key(number));
        made[number] = client;
        return client;
    }

    private DateTimeOffset At(int daysAgo) => time.GetUtcNow().AddDays(-daysAgo);

    private void Reach(Client client, ClientReachKind kind, string text, string? label) =>
        client.AddReach(ReachValue.Check(kind, text, local.DateOf(time.GetUtcNow())).Value!, label, by, client.CreatedAt);

    private async Task GiveAsync(Client client, string digits, CancellationToken cancellationToken)
    {
        var code = PersonalCode.Check(digits, local.DateOf(time.GetUtcNow())).Value!;
        client.GiveCode(await codes.ProtectAsync(code, cancellationToken), by, client.CreatedAt);
    }

    /// <summary>A code of the old format with the check digit it needs.</summary>
    private string Dated(string date, char century, string serial)
    {
        var today = local.DateOf(time.GetUtcNow());
        return Enumerable.Range(0, 10).Select(last => $"{date}{century}{serial}{last}").First(c => PersonalCode.Check(c, today) is { IsValid: true, Warnings.Count: 0 });
    }

    /// <summary>A registration number with the check digit it needs.</summary>
    private static string Registered(string beginning) =>
        Enumerable.Range(0, 100).Select(last => $"{beginning}{last:00}").First(n => RegistrationNumber.Check(n) is { IsValid: true, Warnings.Count: 0 });
}
