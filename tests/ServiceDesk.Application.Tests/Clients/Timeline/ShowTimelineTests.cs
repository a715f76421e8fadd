using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Clients.Timeline;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients.Timeline;

/// <summary>One client's stream of cases, letters, calls, visits and notes.</summary>
public class ShowTimelineTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Everything_stands_in_one_stream_the_newest_first_and_each_kind_is_a_filter(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var client = await MakeAsync(house, "Strauta Laine");
        var web = await CaseAsync(house, client, Channel.Email);
        house.Time.Advance(TimeSpan.FromHours(1));
        var solved = await CaseAsync(house, client, Channel.Phone, solvedWith: "Izved rīt.");
        house.Time.Advance(TimeSpan.FromHours(1));
        await CaseAsync(house, client, Channel.InPerson);
        house.Time.Advance(TimeSpan.FromHours(1));
        await NoteAsync(house, client, "Zvanīt vakaros.");
        var all = await ShowAsync(house, new() { ClientId = client });
        Assert.Equal(
            [TimelineEvent.CaseReceived, TimelineEvent.CaseClosed, TimelineEvent.ClientCalled, TimelineEvent.WeCalled, TimelineEvent.ClientCame, TimelineEvent.NoteWritten],
            all.Entries.Select(e => e.Event).Order());
        Assert.Equal(all.Entries.OrderByDescending(e => e.At).Select(e => e.At), all.Entries.Select(e => e.At));
        Assert.Equal("Zvanīt vakaros.", all.Entries[0].Text);
        Assert.Equal($"/desk/cases/{web}", all.Entries[^1].Href);
        Assert.Equal([TimelineEvent.ClientCalled, TimelineEvent.WeCalled], (await ShowAsync(house, new() { ClientId = client, Kinds = [TimelineKind.Call] })).Entries.Select(e => e.Event).Order());
        // Asked for alone, cases are all cases, whatever way they came.
        Assert.Equal(3, (await ShowAsync(house, new() { ClientId = client, Kinds = [TimelineKind.Case] })).Entries.Count(e => e.Event == TimelineEvent.CaseReceived));
        Assert.Empty((await ShowAsync(house, new() { ClientId = client, To = new(2026, 6, 17) })).Entries);
        Assert.Empty((await ShowAsync(house, new() { ClientId = client, From = new(2026, 6, 19) })).Entries);
        Assert.Equal(6, (await ShowAsync(house, new() { ClientId = client, From = new(2026, 6, 18), To = new(2026, 6, 18) })).Entries.Count);
        Assert.Contains(all.Entries, e => e.Id == solved && e.Kind == TimelineKind.Call);
    }

    [Theory, EachDatabase]
    public async Task Pages_bring_every_line_once_even_of_one_instant(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var client = await MakeAsync(house, "Lappuse Laine");
        const int Count = (ShowTimelineHandler.PageSize * 2) + 5;
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var card = await db.Set<Client>().Include(c => c.Notes).SingleAsync(c => c.Id == client, None);
            foreach (var number in Enumerable.Range(0, Count))
                card.AddNote($"Piezīme {number}", Actor.System, house.Time.GetUtcNow().AddMinutes(-number / 40));
            await db.SaveChangesAsync(None);
        });
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Inga"));
        List<Guid> seen = [];
        TimelineCursor? after = null;
        do
        {
            var page = await ShowAsync(house, new() { ClientId = client, After = after });
            seen.AddRange(page.Entries.Select(e => e.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count <= Count);
        Assert.Equal(Count, seen.Distinct().Count());
        Assert.Equal(Count, seen.Count);
    }

    [Theory, EachDatabase]
    public async Task It_tells_only_of_cases_whose_client_one_may_know_and_reading_is_written_down(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var client = await MakeAsync(house, "Slepus Laine");
        var open = await CaseAsync(house, client, Channel.Email, unitMayKnow: true);
        await CaseAsync(house, client, Channel.Email);
        var edgars = await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Edgars"));
        Assert.Equal([open], (await ShowAsync(house, new() { ClientId = client })).Entries.Select(e => e.Id));
        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AnyAsync(r => r.ClientId == client && r.ById == edgars.Id && r.Thing == ReadThing.Client, None)));
        foreach (var name in new[] { "Agnese", "Kristīne", "Uldis", "Vija", "Oskars" })
        {
            await house.ActAsAsync(DemoPeople.All.First(p => p.Name == name));
            Assert.Null(await house.RunAsync((ShowTimelineHandler h) => h.HandleAsync(new() { ClientId = client }, None)));
        }
    }

    [Theory, EachDatabase]
    public async Task The_number_of_commands_does_not_grow_with_the_history(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var client = await MakeAsync(house, "Garā Laine");
        await CaseAsync(house, client, Channel.Email);
        await ShowAsync(house, new() { ClientId = client });
        house.Queries.Reset();
        await ShowAsync(house, new() { ClientId = client });
        var few = house.Queries.Count;
        for (var i = 0; i < 5; i++)
            await CaseAsync(house, client, Channel.Phone);
        house.Queries.Reset();
        await ShowAsync(house, new() { ClientId = client });
        Assert.Equal(few, house.Queries.Count);
        Assert.InRange(few, 1, 11);
    }

    [Fact]
    public void Every_kind_has_a_source_of_its_own() =>
        Assert.Equal(Enum.GetValues<TimelineKind>().Length, typeof(ITimelineSource).Assembly.GetTypes().Count(t => t is { IsClass: true, IsAbstract: false } && typeof(ITimelineSource).IsAssignableFrom(t)));

    private static async Task<TimelinePage> ShowAsync(House house, ShowTimeline query) => (await house.RunAsync((ShowTimelineHandler h) => h.HandleAsync(query, None)))!;

    private static Task<Guid> MakeAsync(House house, string name) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = new NewCard(Guid.NewGuid(), ClientKind.Person).Make(new Contact { Name = name }, "lv", Actor.System, new(2026, 6, 18), house.Time.GetUtcNow());
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync(None);
        return client.Id;
    });

    private static Task NoteAsync(House house, Guid client, string text) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        (await db.Set<Client>().Include(c => c.Notes).SingleAsync(c => c.Id == client, None)).AddNote(text, Actor.System, house.Time.GetUtcNow());
        await db.SaveChangesAsync(None);
    });

    private static async Task<Guid> CaseAsync(House house, Guid client, Channel channel, bool unitMayKnow = false, string? solvedWith = null)
    {
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Inga"));
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == DemoPeople.Roads, None));
        return await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Question,
            Channel = channel,
            Subject = "Bedre Meža ielā",
            Text = "Pie 4. mājas ir bedre.",
            UnitId = unit.Id,
            ClientId = client,
            Contact = new Contact { Name = "Laine", UnitMayKnow = unitMayKnow },
        }, solvedWith, solvedWith is null ? null : CaseOutcome.Explained), None));
    }
}
