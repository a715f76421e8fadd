using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Application.Tests.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Correspondence;

/// <summary>The message log shows letters of the cases one may read; to who looks after the system their ways alone.</summary>
public class ListMessagesTests
{
    private const string Address = "peteris.kalejs@pasts.example";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_head_sees_letters_of_the_own_unit_and_an_administrator_the_ways_of_all(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var mine = await house.CaseAsync(email: Address);
        var other = await house.CaseAsync(DemoPeople.Social, "Elīna", "cits@pasts.example");
        house.Time.Advance(TimeSpan.FromMinutes(5));
        await ReplyByMailAsync(house, mine);
        await FailAsync(house, mine, $"550 5.1.1 <{Address}>: no such mailbox");

        await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Jānis"));
        var page = await ListAsync(house, new());
        Assert.Equal([MessageKind.Reply, MessageKind.Submission], page.Rows.Select(r => r.Kind));
        Assert.True(page.SeesContent);
        Assert.False(page.SeesStaffLetters);
        Assert.Equal((mine, Address, DeliveryState.Failed, 6), (page.Rows[0].CaseId, page.Rows[0].Party, page.Rows[0].State, page.Rows[0].Attempts));
        Assert.Contains(Address, page.Rows[0].Error, StringComparison.Ordinal);

        await house.ActAsAsync(Role.Administrator);
        page = await ListAsync(house, new());
        Assert.Equal(3, page.Rows.Count);
        Assert.Contains(page.Rows, r => r.Number == NumberOf(house, other).Result);
        Assert.All(page.Rows, r => Assert.Null(r.CaseId));
        Assert.Equal("p•••••s@pasts.example", page.Rows[0].Party);
        Assert.DoesNotContain(Address, page.Rows[0].Error, StringComparison.Ordinal);
        Assert.True(page.SeesStaffLetters);

        await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Agnese"));
        Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => ListAsync(house, new()))).Key);
    }

    [Theory, EachDatabase]
    public async Task Filters_narrow_and_pages_follow_each_other(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var ids = await house.CasesAsync(ListMessagesHandler.PageSize + 3, email: Address);
        house.Time.Advance(TimeSpan.FromDays(1));
        await ReplyByMailAsync(house, ids[0]);
        await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Jānis"));
        var today = LocalTime.Riga.DateOf(house.Time.GetUtcNow());

        Assert.Equal(MessageKind.Reply, Assert.Single((await ListAsync(house, new() { From = today })).Rows).Kind);
        Assert.Single((await ListAsync(house, new() { Direction = MessageDirection.ToClient })).Rows);
        Assert.Single((await ListAsync(house, new() { Delivery = Delivery.Email, State = DeliveryState.Queued })).Rows);
        Assert.Empty((await ListAsync(house, new() { State = DeliveryState.Failed })).Rows);
        Assert.Empty((await ListAsync(house, new() { UnitId = Guid.NewGuid() })).Rows);
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == DemoPeople.Utilities).Select(u => u.Id).SingleAsync());
        house.Queries.Reset();
        var first = await ListAsync(house, new() { UnitId = unit, To = today.AddDays(-1) });
        Assert.Equal(2, house.Queries.Count);
        var second = await ListAsync(house, new() { UnitId = unit, To = today.AddDays(-1), After = first.Next });
        Assert.Equal((ListMessagesHandler.PageSize, 3, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal(ids.Count, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());

        using var file = new MemoryStream();
        await using (var sheet = new CsvSheet(file))
            Assert.Equal(ids.Count + 1, await house.RunAsync((ExportMessagesHandler h) => h.HandleAsync(new(), sheet, None)));
    }

    [Fact]
    public async Task A_letter_to_a_colleague_that_failed_is_sent_again_or_taken_off()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        var ids = await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var letters = Enumerable.Range(0, 2).Select(i => new OutgoingMessage(null, null, $"darbinieks{i}@lejasupe.example", "Nedēļas pārskats", "…", house.Time.GetUtcNow(), house.Time.GetUtcNow())).ToList();
            letters.ForEach(l => l.MarkFailed("550 no such mailbox", isFinal: true, house.Time.GetUtcNow()));
            db.Set<OutgoingMessage>().AddRange(letters);
            await db.SaveChangesAsync();
            return letters.ConvertAll(l => l.Id);
        });
        await house.ActAsAsync(Role.Administrator);
        Assert.Equal(2, (await house.RunAsync((StaffLettersHandler h) => h.HandleAsync(new(OutgoingState.Failed), None))).Failed);
        await ResolveAsync(house, ids[0], again: true);
        await ResolveAsync(house, ids[1], again: false);
        var rows = (await house.RunAsync((StaffLettersHandler h) => h.HandleAsync(new(), None))).Rows;
        Assert.Equal([OutgoingState.Cancelled, OutgoingState.Queued], rows.Select(r => r.State).Order(Comparer<OutgoingState>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));
        await Assert.ThrowsAsync<Refusal>(() => ResolveAsync(house, ids[1], again: true));
        await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Jānis"));
        await Assert.ThrowsAsync<Refusal>(() => ResolveAsync(house, ids[0], again: true));
    }

    private static Task<MessageLogPage> ListAsync(House house, ListMessages query) => house.RunAsync((ListMessagesHandler h) => h.HandleAsync(query, None));

    private static Task<bool> ResolveAsync(House house, Guid id, bool again) => house.RunAsync(async (StaffLettersHandler h) =>
    {
        await h.ResolveAsync(id, again, None);
        return true;
    });

    private static Task<string> NumberOf(House house, Guid id) => house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync());

    private static async Task ReplyByMailAsync(House house, Guid id)
    {
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(new SendReply(id, "Labdien! Darbs padarīts, paldies.", Delivery.Email, null, [], null), None));
        house.ActAsNobody();
    }

    private static Task<int> FailAsync(House house, Guid id, string error) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id);
        var letter = item.Messages.Last(m => m.DeliveryState == DeliveryState.Queued);
        var row = await db.Set<OutgoingMessage>().SingleAsync(o => o.MessageId == letter.Id);
        for (var i = 0; i < OutgoingMessage.MaxAttempts; i++)
            row.MarkFailed(error, isFinal: false, house.Time.GetUtcNow());
        item.MarkFailed(letter.Id, error, house.Time.GetUtcNow());
        return await db.SaveChangesAsync();
    });
}
