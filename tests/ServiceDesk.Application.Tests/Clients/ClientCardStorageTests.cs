using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Infrastructure.Clients;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients;

public class ClientCardStorageTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory, EachDatabase]
    public async Task A_card_with_all_its_parts_comes_back_as_it_was_saved(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var now = house.Time.GetUtcNow();
        var code = PersonalCode.Check("161175-19997", Today).Value!;
        var id = await house.RunAsync(async (IServiceProvider services) =>
        {
            var (db, codes) = (services.GetRequiredService<IServiceDeskDb>(), services.GetRequiredService<IPersonalCodes>());
            var son = Client.Register(ClientKind.Person, "Иван 🙂 Bērziņš", Actor.System, now);
            var anna = Client.Register(ClientKind.Person, new string('ž', 300), Actor.System, now, HeardFrom.WordOfMouth);
            anna.Describe(new() { Kind = ClientKind.Person, BirthDate = new(1975, 11, 16), PreferredChannel = Channel.Phone, HeardFrom = HeardFrom.WordOfMouth }, Actor.System, now);
            anna.Rename("Anna Bērziņa", new DateOnly(2026, 1, 1), Actor.System, now);
            anna.AddReach(ReachValue.Check(ClientReachKind.Phone, "29102938", Today).Value!, "darbā", Actor.System, now);
            anna.AddAddress(ClientAddressKind.Declared, new() { HouseName = "Liepas", Parish = "Mores pagasts", Municipality = "Siguldas novads", PostalCode = "2170" }, "Annai Bērziņai", Actor.System, now);
            anna.GiveCode(await codes.ProtectAsync(code, default), Actor.System, now);
            anna.AddNote("Zvanīt vakaros", Actor.System, now);
            anna.Appoint(son, RepresentationScope.Documents, "Pilnvara Nr. 12", Today, null, Actor.System, now);
            anna.SetGroups(await db.Set<TargetGroup>().Where(g => g.Code == "seniors").ToListAsync(), Actor.System, now);
            db.Set<Client>().AddRange(son, anna);
            await db.SaveChangesAsync();
            return anna.Id;
        });

        var anna = await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes)
            .Include(c => c.Notes).Include(c => c.Representatives).Include(c => c.Groups).Include(c => c.History).SingleAsync(c => c.Id == id));
        Assert.Equal(("Anna Bērziņa", ClientKind.Person, HeardFrom.WordOfMouth, Channel.Phone), (anna.Name, anna.Kind, anna.HeardFrom, anna.PreferredChannel));
        Assert.Equal([new string('ž', 300), "Anna Bērziņa"], anna.Names.OrderBy(n => n.Kind).Select(n => n.Name).Reverse());
        Assert.Equal(("+37129102938", "29102938", "darbā"), (anna.Reaches[0].Value, anna.Reaches[0].Written, anna.Reaches[0].Label));
        Assert.Equal(("\"Liepas\", Mores pag., Siguldas nov., LV-2170", "Liepas"), (anna.Addresses[0].Line, anna.Addresses[0].Elements.HouseName));
        Assert.Single(anna.Groups);
        Assert.Single(anna.Notes);
        Assert.Single(anna.Representatives);
        Assert.Contains(anna.History, e => e.Kind == ClientEventKind.Renamed);

        var stored = Assert.Single(anna.Codes);
        Assert.DoesNotContain(code.Digits, stored.Cipher + stored.Hash, StringComparison.Ordinal);
        Assert.Equal(code.Digits, await house.RunAsync((IPersonalCodes codes) => Task.FromResult(codes.Reveal(stored.Cipher))));
        Assert.Equal(stored.Hash, await house.RunAsync((IPersonalCodes codes) => codes.HashAsync(code, default)));
    }

    [Theory, EachDatabase]
    public async Task A_cipher_that_no_key_opens_is_told_from_a_code(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        Assert.Null(await house.RunAsync((IPersonalCodes codes) => Task.FromResult(codes.Reveal("CfDJ8-nothing"))));
    }

    [Theory, EachDatabase]
    public async Task Many_who_need_the_key_of_codes_at_once_get_the_same(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var code = PersonalCode.Check("328673-00679", Today).Value!;
        var hashes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.RunAsync((IPersonalCodes codes) => codes.HashAsync(code, default))));
        Assert.Single(hashes.Distinct());
        Assert.Matches("^[0-9a-f]{64}$", hashes[0]);
    }

    [Theory, EachDatabase]
    public async Task A_lost_key_of_hashes_is_made_anew_and_codes_are_found_again(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var code = PersonalCode.Check("161175-19997", Today).Value!;
        await house.RunAsync(async (IServiceProvider services) =>
        {
            var (db, codes) = (services.GetRequiredService<IServiceDeskDb>(), services.GetRequiredService<IPersonalCodes>());
            var anna = Client.Register(ClientKind.Person, "Anna Bērziņa", Actor.System, house.Time.GetUtcNow());
            anna.GiveCode(await codes.ProtectAsync(code, default), Actor.System, house.Time.GetUtcNow());
            db.Set<Client>().Add(anna);
            await db.SaveChangesAsync();
            await db.Set<LookupKey>().ExecuteDeleteAsync();
            return 0;
        });

        // As after a restart: nothing is remembered.
        var hash = await house.RunAsync(async (IServiceProvider services) =>
        {
            using var restarted = new PersonalCodes(services.GetRequiredService<IDataProtectionProvider>(), services.GetRequiredService<IServiceScopeFactory>(), house.Time);
            return await restarted.HashAsync(code, default);
        });
        var stored = await house.RunAsync((IServiceDeskDb db) => db.Set<ClientCode>().SingleAsync());
        Assert.Equal(hash, stored.Hash);
    }
}
