using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// Second cards of clients that have one: to be looked at, one merged, one put aside; and a small register of companies in which one is
/// insolvent and one bears another name, with checks. Each is made once, whatever was seeded before.
/// </summary>
public sealed class DemoDuplicatesSeed(
    IServiceDeskDb db, FindDuplicatesHandler find, ImportCompaniesHandler import, LocalTime local, TimeProvider time) : IDemoSeed
{
    private const string Heading = "regcode;name;type;type_text;registered;terminated;closed;address;index\n";

    private Actor by = Actor.System;

    /// <inheritdoc/>
    public int Order => 1060;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var inga = await db.Set<Employee>().AsNoTracking().FirstOrDefaultAsync(e => e.Name == "Inga" && e.Surname == "Ozola", cancellationToken);
        by = inga is null ? Actor.System : new Actor(inga.Id, inga.FullName);
        if (!await db.Set<Client>().AnyAsync(c => c.Id == Second(1), cancellationToken))
            await CardsAsync(cancellationToken);
        if (!await db.Set<CompanyImport>().AnyAsync(cancellationToken))
            await CompaniesAsync(cancellationToken);
    }

    private static Guid Second(int number) => DemoClientsSeed.Key(1000 + number);

    private async Task CardsAsync(CancellationToken cancellationToken)
    {
        if (await CardAsync(1, cancellationToken) is not { } anna || await CardAsync(9, cancellationToken) is not { } firm || await CardAsync(7, cancellationToken) is not { } helen)
            return;
        var again = New(1, ClientKind.Person, "BERZINA ANNA", 40);
        Reach(again, ClientReachKind.Phone, "20111222");
        again.AddNote("Zvanīja par ielu apgaismojumu.", by, At(40));
        var caller = New(2, ClientKind.Unknown, "+44 20 7946 0958", 12);
        Reach(caller, ClientReachKind.Phone, "+44 20 7946 0958");
        var namesake = New(3, ClientKind.LegalPerson, "ĀBELE UN DĒLI SIA", 90);
        namesake.Describe(new() { Kind = ClientKind.LegalPerson, RegistrationNumber = firm.RegistrationNumber }, by, At(90));
        var mother = New(4, ClientKind.Person, "Anna Bērziņa", 300);
        Reach(mother, ClientReachKind.Email, "anna.berzina@pasts.example");
        mother.Describe(new() { Kind = ClientKind.Person, BirthDate = new(1948, 3, 2) }, by, At(300));
        var typo = New(5, ClientKind.Person, "Helena Marsh", 60);
        Reach(typo, ClientReachKind.Email, "helen.marsh@pasts.example");
        db.Set<Client>().AddRange(again, caller, namesake, mother, typo);
        await db.SaveChangesAsync(cancellationToken);

        var merge = helen.TakeIn(typo, new HashSet<MergeField>(), by, At(50));
        var merged = new ClientDuplicate(helen.Id, typo.Id, DuplicateScore.Of(ClientTraits.Of(helen), ClientTraits.Of(typo)), At(55));
        merged.SayMerged(by, At(50));
        var others = new ClientDuplicate(anna.Id, mother.Id, DuplicateScore.Of(ClientTraits.Of(anna), ClientTraits.Of(mother)), At(290));
        others.SayNotSame(by, At(280));
        db.Set<ClientMerge>().Add(merge);
        db.Set<ClientDuplicate>().AddRange(merged, others);
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();
        await find.HandleAsync(cancellationToken);
    }

    private async Task CompaniesAsync(CancellationToken cancellationToken)
    {
        List<Client> clients = [];
        foreach (var number in new[] { 9, 10, 11 })
        {
            if (await CardAsync(number, cancellationToken) is { RegistrationNumber: not null } client)
                clients.Add(client);
        }

        db.Forget();
        if (clients.Count < 3)
            return;
        var rows = Heading
            + Row(clients[0].RegistrationNumber!, "SIA \"ĀBELE UN DĒLI\"", "SIA", "Sabiedrība ar ierobežotu atbildību", "2011-04-18", "Lejasupes nov., Lejasupe, Dzirnavu iela 2 k-1")
            + Row(clients[1].RegistrationNumber!, "Biedrība \"Upmalas kopiena\"", "BDR", "Biedrība", "2009-09-02", "Lejasupes nov., Upmalas pag., \"Tautas nams\"")
            + Row(clients[2].RegistrationNumber!, "Zemnieku saimniecība \"KALNABĒRZI\"", "ZEM", "Zemnieku saimniecība", "1994-02-11", "Lejasupes nov., Upmalas pag., Stalbe, \"Kalnabērzi\"")
            + Row("40203990250", "SIA \"Lejas projekti\"", "SIA", "Sabiedrība ar ierobežotu atbildību", "2015-06-01", "Lejasupes nov., Lejasupe, Skolas iela 4", "2024-11-30", "L");
        await ReadAsync("register.csv", rows, cancellationToken);
        await ReadAsync(
            "insolvency_legal_person_proceeding.csv",
            $"debtor_registration_number;proceeding_form;proceeding_started_on;proceeding_ended_on\n{clients[2].RegistrationNumber};INSOLVENCY;{local.DateOf(At(25)):yyyy-MM-dd};\n",
            cancellationToken);
        var now = time.GetUtcNow();
        foreach (var client in clients)
        {
            var company = await db.Set<Company>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == client.RegistrationNumber, cancellationToken);
            var proceedings = await db.Set<CompanyProceeding>().AsNoTracking().Where(p => p.Code == client.RegistrationNumber).ToListAsync(cancellationToken);
            db.Set<CompanyCheck>().Add(new CompanyCheck(client, company, proceedings, now, isOld: false, local.DateOf(now), by, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ReadAsync(string name, string text, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await import.HandleAsync(new ImportCompanies(name, content, IsTrial: false), cancellationToken);
    }

    private static string Row(string code, string name, string form, string words, string registered, string address, string terminated = "", string closed = "") =>
        $"{code};{Quoted(name)};{form};{words};{registered};{terminated};{closed};{Quoted(address)};9901\n";

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private Task<Client?> CardAsync(int number, CancellationToken cancellationToken)
    {
        var id = DemoClientsSeed.Key(number);
        return Cards.LoadAsync(db, id, cancellationToken);
    }

    private Client New(int number, ClientKind kind, string name, int daysAgo) => Client.Register(kind, name, by, At(daysAgo), token: Second(number));

    private DateTimeOffset At(int daysAgo) => time.GetUtcNow().AddDays(-daysAgo);

    private void Reach(Client client, ClientReachKind kind, string text) =>
        client.AddReach(ReachValue.Check(kind, text, local.DateOf(time.GetUtcNow())).Value!, null, by, client.CreatedAt);
}
