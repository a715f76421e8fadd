using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients.Lookup;

/// <summary>Clients found while the phone rings. The tests share a database: each has people of its own.</summary>
public class FindClientsTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_client_is_found_by_whatever_somebody_remembers(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await MakeAsync(house, "Žanete Ķeguma-Ūdre", "27654321", "zanete.udre@vestule.example", "Mālpils iela 217-14, Ķekava");
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        foreach (var typed in new[]
        {
            "Žanete", "zanete", "zan", "Ūdre", "udre", "keguma", "Ķeguma udre", "udre zanete", "27654321", "+371 2765 4321", "(371)27654321", "6543", "4321", "765 43", "zanete 4321",
            "zanete.udre@vestule.example", "zanete.udre@", "zanete.ud", "vestule zanete", "malpils 217", "Mālpils iela 217 - 14", "udre 217-14", "kekava udre",
        })
        {
            var found = await FindAsync(house, typed);
            Assert.True(found.Clients.Any(c => c.Id == id), $"'{typed}' finds {string.Join(", ", found.Clients.Select(c => c.PlainName))}");
        }

        foreach (var typed in new[] { "žanete x", "udre 999", "zannete", "654321 zzz", "z" })
            Assert.DoesNotContain((await FindAsync(house, typed)).Clients, c => c.Id == id);
    }

    [Theory, EachDatabase]
    public async Task Names_written_as_typed_stand_before_those_that_agree_without_marks_and_names_before_addresses(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var plain = await MakeAsync(house, "Marta Qirsa");
        var marked = await MakeAsync(house, "Marta Qīrša");
        var lives = await MakeAsync(house, "Artis Tukums", address: "Qirša iela 2, Tukums");
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        Assert.Equal([plain, marked, lives], (await FindAsync(house, "qirs")).Clients.Select(c => c.Id));
        Assert.Equal([marked, plain, lives], (await FindAsync(house, "qīrš")).Clients.Select(c => c.Id));
    }

    [Theory, EachDatabase]
    public async Task A_former_name_a_retired_phone_and_a_registration_number_are_found_and_shown(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var now = house.Time.GetUtcNow();
        var id = await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var client = Client.Register(ClientKind.LegalPerson, "SIA \"Xylo nami\"", Actor.System, now);
            client.Describe(new() { Kind = ClientKind.LegalPerson, RegistrationNumber = "40003032949" }, Actor.System, now);
            client.Rename("SIA \"Wexo nami\"", null, Actor.System, now);
            var phone = client.AddReach(ReachValue.Check(ClientReachKind.Phone, "67111777", new(2026, 1, 1)).Value!, null, Actor.System, now);
            client.RetireReach(phone.Id, Actor.System, now);
            db.Set<Client>().Add(client);
            await db.SaveChangesAsync(None);
            return client.Id;
        });
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var byOldName = Assert.Single((await FindAsync(house, "xylo")).Clients);
        Assert.Equal(id, byOldName.Id);
        Assert.Contains(byOldName.OtherName!, p => p is { IsHit: true, Text: "Xylo" });
        Assert.Equal(id, Assert.Single((await FindAsync(house, "67111777")).Clients).Id);
        var byNumber = Assert.Single((await FindAsync(house, "40003032949")).Clients);
        Assert.Contains(byNumber.Facts[0], p => p.IsHit);
    }

    [Theory, EachDatabase]
    public async Task Words_follow_the_card_in_the_same_save(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await MakeAsync(house, "Pirmvārds Yksis", "26010203");
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var client = await db.Set<Client>().Include(c => c.Names).SingleAsync(c => c.Id == id, None);
            client.CorrectName("Otrvārds Yksis", Actor.System, house.Time.GetUtcNow());
            await db.SaveChangesAsync(None);
        });
        Assert.Empty((await FindAsync(house, "pirmvards")).Clients);
        Assert.Equal(id, Assert.Single((await FindAsync(house, "otrvards yks")).Clients).Id);
        Assert.Equal(id, Assert.Single((await FindAsync(house, "26010203")).Clients).Id);

        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var reach = await db.Set<ClientReach>().SingleAsync(r => r.ClientId == id, None);
            db.Set<ClientReach>().Remove(reach);
            await db.SaveChangesAsync(None);
        });
        Assert.Empty((await FindAsync(house, "26010203")).Clients);
    }

    [Theory, EachDatabase]
    public async Task A_personal_code_finds_its_card_only_whole_and_the_look_up_is_written_down(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var code = PersonalCode.Check("290284-00110", new(2026, 11, 20)).Value!;
        var id = await house.RunAsync(async (IServiceProvider services) =>
        {
            var (db, codes) = (services.GetRequiredService<IServiceDeskDb>(), services.GetRequiredService<IPersonalCodes>());
            var client = Client.Register(ClientKind.Person, "Kods Kodiņš", Actor.System, house.Time.GetUtcNow());
            client.GiveCode(await codes.ProtectAsync(code, None), Actor.System, house.Time.GetUtcNow());
            db.Set<Client>().Add(client);
            await db.SaveChangesAsync(None);
            return client.Id;
        });
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        Assert.DoesNotContain(await house.RunAsync((IServiceDeskDb db) => db.Set<ClientWord>().Where(w => w.ClientId == id).Select(w => w.Word).ToListAsync(None)), w => w.Any(char.IsAsciiDigit) && w.Length > 4 && w.Contains("0011", StringComparison.Ordinal));
        foreach (var part in new[] { "290284", "00110", "290284-0011", "0110" })
            Assert.DoesNotContain((await FindAsync(house, part)).Clients, c => c.Id == id);
        Assert.False(await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AnyAsync(r => r.ClientId == id, None)));
        var found = await FindAsync(house, "290284-00110");
        Assert.True(found.ByCode);
        Assert.Equal(id, Assert.Single(found.Clients).Id);
        var line = await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().SingleAsync(r => r.ClientId == id, None));
        Assert.Equal((ReadThing.PersonalCode, me.Id), (line.Thing, line.ById));
    }

    [Theory, EachDatabase]
    public async Task Everybody_finds_only_clients_they_may_know(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var open = await MakeAsync(house, "Zvirbule Atvērtā", "26333111");
        var closed = await MakeAsync(house, "Zvirbule Slēgtā", "26333222");
        await RoadCaseAsync(house, open, unitMayKnow: true);
        await RoadCaseAsync(house, closed, unitMayKnow: false);
        async Task<Guid[]> SeenAsync(string name)
        {
            await house.ActAsAsync(DemoPeople.All.First(p => p.Name == name));
            return [.. (await FindAsync(house, "zvirbule")).Clients.Select(c => c.Id)];
        }

        Assert.Equal([open, closed], await SeenAsync("Inga"));
        Assert.Equal([open, closed], await SeenAsync("Daina"));
        Assert.Equal([open], await SeenAsync("Edgars"));
        Assert.Equal([open], await SeenAsync("Jānis"));
        foreach (var other in new[] { "Agnese", "Kristīne", "Uldis", "Vija", "Oskars", "Aija" })
            Assert.Empty(await SeenAsync(other));
        house.ActAsNobody();
        Assert.Empty((await FindAsync(house, "zvirbule")).Clients);
    }

    [Theory, EachDatabase]
    public async Task Three_commands_answer_whatever_was_typed(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await MakeAsync(house, "Skaitļa Tests", "26999000");
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        foreach (var typed in new[] { "skaitla", "tests skaitla", "26999000", "999" })
        {
            house.Queries.Reset();
            Assert.NotEmpty((await FindAsync(house, typed)).Clients);
            Assert.Equal(3, house.Queries.Count);
        }
    }

    [Theory, EachDatabase]
    public async Task A_word_that_would_break_a_pattern_breaks_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        foreach (var typed in new[] { "%%", "__", "=cmd|'/c calc'!A1", "'; DROP TABLE", "zq\u0000b", "\ud83d\ude42 zz", "[abc]", new string('9', 300), "zz%" })
            Assert.Empty((await FindAsync(house, typed)).Clients);
    }

    private static Task<FoundClients> FindAsync(House house, string typed) => house.RunAsync((FindClientsHandler h) => h.HandleAsync(new FindClients(typed, 50), None));

    private static Task<Guid> MakeAsync(House house, string name, string? phone = null, string? email = null, string? address = null) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = new NewCard(Guid.NewGuid(), ClientKind.Person).Make(new Contact { Name = name, Phone = phone, Email = email, Address = address }, "lv", Actor.System, new(2026, 6, 18), house.Time.GetUtcNow());
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync(None);
        return client.Id;
    });

    private static async Task RoadCaseAsync(House house, Guid client, bool unitMayKnow)
    {
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Inga"));
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == DemoPeople.Roads, None));
        await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Channel = Channel.Phone,
            Subject = "Bedre Meža ielā",
            Text = "Pie 4. mājas ir bedre.",
            UnitId = unit.Id,
            ClientId = client,
            Contact = new Contact { Name = "Zvirbule", UnitMayKnow = unitMayKnow },
        }), None));
    }
}
