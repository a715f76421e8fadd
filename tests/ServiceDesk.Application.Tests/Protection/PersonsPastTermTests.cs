using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

/// <summary>What the nightly job proposes of cards, requests and the access log; it deletes nothing.</summary>
public class PersonsPastTermTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_card_without_a_case_for_the_whole_term_is_proposed_and_one_in_use_is_not(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        var (closed, number) = await PersonRequestTests.PersonAsync(house, "Anna Priede", "29777888", null);
        await CloseAsync(house, number);
        var (open, _) = await PersonRequestTests.PersonAsync(house, "Berta Egle", "29777889", null);
        var (restricted, acting, never, colleague) = await CardsAsync(house, open);
        var before = await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().CountAsync(None));

        house.Time.SetLocal(2031, 12, 31, 23); // kept through 31 December 2031
        Assert.Empty(await ProposedAsync(house, RecordKind.ClientCard));
        house.Time.SetLocal(2032, 1, 1, 3);
        var rows = await ProposedAsync(house, RecordKind.ClientCard);
        Assert.Equal(new DateOnly(2026, 6, 18), rows.Single(r => r.RecordId == closed).ClosedOn);
        Assert.Contains(rows, r => r.RecordId == never);
        Assert.DoesNotContain(rows, r => r.RecordId == open || r.RecordId == restricted || r.RecordId == acting || r.RecordId == colleague);
        Assert.All(rows, r => Assert.Equal(Client.NumberOf(r.RecordId), r.Label)); // a number, never a name
        Assert.Equal(before, await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().CountAsync(None)));
    }

    [Theory, EachDatabase]
    public async Task Finished_requests_go_after_their_term_and_open_ones_never(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var (answered, withdrawn, open) = (await PersonRequestTests.RegisterAsync(house), await PersonRequestTests.RegisterAsync(house), await PersonRequestTests.RegisterAsync(house));
        await PersonRequestTests.TendAsync(house, answered, (h, seen) => h.AnswerAsync(answered, seen, new PersonAnswer("Nevaram atpazīt.", AnswerWay.Post, RefusalGround.UnknownPerson), None));
        house.Time.SetLocal(2027, 2, 3, 11);
        await PersonRequestTests.TendAsync(house, withdrawn, (h, seen) => h.WithdrawAsync(withdrawn, seen, null, None));

        house.Time.SetLocal(2032, 1, 1, 3);
        Assert.Equal([answered], (await ProposedAsync(house, RecordKind.PersonRequest)).Select(r => r.RecordId));
        house.Time.SetLocal(2033, 1, 1, 3);
        var rows = await ProposedAsync(house, RecordKind.PersonRequest);
        Assert.Equal(new DateOnly(2027, 2, 3), rows.Single(r => r.RecordId == withdrawn).ClosedOn);
        Assert.DoesNotContain(rows, r => r.RecordId == open);
    }

    [Theory, EachDatabase]
    public async Task The_access_log_goes_by_whole_years(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            foreach (var year in new[] { 2021, 2021, 2023, 2024 })
                db.Set<ReadRecord>().Add(new ReadRecord(new(year, 5, 1, 0, 0, 0, TimeSpan.Zero), null, "", ReadThing.Case, $"{year}", "1", ReadWay.Page, ReadPurpose.Handling));
            await db.SaveChangesAsync(None);
        });
        house.Time.SetLocal(2026, 6, 18, 9); // kept two years from the end of the year: 2023 went at the end of 2025
        Assert.Equal([("2021", 2), ("2023", 1)], (await ProposedAsync(house, RecordKind.AccessLog)).OrderBy(r => r.Label).Select(r => (r.Label, r.Quantity)));
        Assert.Equal(4, await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().CountAsync(r => r.ById == null, None)));
    }

    [Theory, EachDatabase]
    public async Task A_request_can_be_put_on_hold_by_its_number(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.RegisterAsync(house);
        await PersonRequestTests.TendAsync(house, id, (h, seen) => h.WithdrawAsync(id, seen, null, None));
        var number = (await PersonRequestTests.ShowAsync(house, id)).Request.Number;
        await house.ActAsAsync(Role.RecordsKeeper);
        await house.RunAsync((KeepHoldsHandler h) => h.PlaceAsync(number, "Inspekcijas pārbaude", None));
        house.Time.SetLocal(2032, 1, 1, 3);
        Assert.Empty(await ProposedAsync(house, RecordKind.PersonRequest));
    }

    private static async Task<List<RetentionRow>> ProposedAsync(House house, RecordKind kind)
    {
        await house.RunAsync((ProposeRetentionHandler h) => h.HandleAsync(None));
        return await house.RunAsync((IServiceDeskDb db) => db.Set<RetentionRow>().AsNoTracking().Where(r => r.Kind == kind).ToListAsync(None));
    }

    private static Task<(Guid Restricted, Guid Acting, Guid Never, Guid Colleague)> CardsAsync(House house, Guid represented) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var now = house.Time.GetUtcNow();
        Client New(string name, ClientKind kind = ClientKind.Person)
        {
            var card = Client.Register(kind, name, Actor.System, now);
            db.Set<Client>().Add(card);
            return card;
        }

        var (restricted, acting, never, colleague) = (New("Ieva Ierobežota"), New("Pēteris Pilnvarnieks"), New("Nora Nekad"), New("Karina Kolēģe", ClientKind.Internal));
        restricted.Restrict("Tiesvedība", Actor.System, now);
        var other = await db.Set<Client>().Include(c => c.Representatives).Include(c => c.History).SingleAsync(c => c.Id == represented, None);
        other.Appoint(acting, RepresentationScope.Everything, "Pilnvara 1", new DateOnly(2026, 1, 1), null, Actor.System, now);
        await db.SaveChangesAsync(None);
        return (restricted.Id, acting.Id, never.Id, colleague.Id);
    });

    private static async Task CloseAsync(House house, string number)
    {
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync(None));
        await house.RunAsync((CloseCaseHandler h) => h.HandleAsync(new CloseCase(id, CaseOutcome.Withdrawn, "Klients atsauca", null), None));
    }
}
