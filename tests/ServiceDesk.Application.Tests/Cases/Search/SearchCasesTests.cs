using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases.Search;

public class SearchCasesTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    /// <summary>A case of the roads unit, on its engineer's desk.</summary>
    private static async Task<Guid> RegisterAsync(House house, string subject, string text, string? client = null, bool unitMayKnow = false, CaseKind kind = CaseKind.Complaint)
    {
        await house.ActAsAsync(Person("Inga"));
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == DemoPeople.Roads, None));
        var engineer = await house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().SingleAsync(e => e.Email == Person("Edgars").Email, None));
        return await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = kind,
            Channel = Channel.Phone,
            Subject = subject,
            Text = text,
            UnitId = unit.Id,
            AssigneeId = engineer.Id,
            Contact = client is null ? Contact.None : new Contact { Name = client, UnitMayKnow = unitMayKnow },
        }), None));
    }

    private static async Task<SearchPage> SearchAsync(House house, string person, string text)
    {
        await house.ActAsAsync(Person(person));
        return await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = text }, None));
    }

    private static async Task<Guid[]> FindAsync(House house, string text, string person = "Daina") =>
        [.. (await SearchAsync(house, person, text)).Hits.Select(h => h.Id)];

    private static string Text(IReadOnlyList<TextPiece>? pieces) => string.Concat((pieces ?? []).Select(p => p.Text));

    [Theory, EachDatabase]
    public async Task Marks_on_letters_may_be_left_out_and_exact_hits_come_first(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var typedPlainly = await RegisterAsync(house, "Celš uz Cesis", "Cesis.");
        var town = await RegisterAsync(house, "Ceļš uz Cēsīm", "Cēsis ir tālu.");
        var other = await RegisterAsync(house, "Autobuss", "Čēsis.");
        Assert.Equal([typedPlainly, other, town], await FindAsync(house, "cesis")); // newest first after the one that agrees exactly
        Assert.Equal([town, other, typedPlainly], await FindAsync(house, "Cēsis"));
        Assert.Equal([other, town, typedPlainly], await FindAsync(house, "ČĒSIS"));

        var client = await RegisterAsync(house, "Tilts", "Tilta margas.", client: "Jānis Bērziņš");
        Assert.Equal([client], await FindAsync(house, "berzins"));
        Assert.Equal([client], await FindAsync(house, "Bērziņš Jānis"));
    }

    [Theory, EachDatabase]
    public async Task Words_stand_in_any_order_and_part_of_the_case_and_their_beginning_is_enough(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, "Pelējums kāpņutelpā", "Kvēlspuldze nedeg trešajā stāvā.", client: "Rūta Vītola");
        await house.ActAsAsync(Person("Edgars"));
        await house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Zvanīju namzinim."), None));
        var number = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync(None));

        foreach (var text in new[] { "kvēlspuldz pelēj", "vitol PELEJ namzin", "kapnutelpa kvelspuldze", number, $"{number} pelējums" })
            Assert.Equal([id], await FindAsync(house, text));
        foreach (var text in new[] { "pelējums ledusskapis", "spuldze", "ējums", number + "9" })
            Assert.Empty(await FindAsync(house, text));
    }

    [Theory, EachDatabase]
    public async Task Signs_of_query_languages_are_only_signs(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, "Žogs pie aizputes skolas", "Žogs ir 100% sagāzies & bīstams.");
        Assert.Equal([id], await FindAsync(house, "aizputes: & | !* ' % _ \\ žogs"));
        Assert.Empty(await FindAsync(house, "aizpu_es"));
    }

    [Theory, EachDatabase]
    public async Task Nobody_finds_counts_or_reads_what_they_may_not_see(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, "Ietves bruģakmens", "Zaglis aiznesa akmeni.", client: "Everita Skaidrīte");
        await house.ActAsAsync(Person("Edgars"));
        await house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Noliktavā ir rezerve."), None));
        var number = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync(None));
        (string Name, bool Head, bool Content, bool Client)[] expected =
        [
            ("Edgars", true, true, false), // the owner: the client did not let the unit know
            ("Jānis", true, true, false), // heads the unit above
            ("Inga", true, true, true), // registered it
            ("Mārtiņš", true, false, false), // client service: heads of all
            ("Daina", true, true, true), // head of client service
            ("Ruta", false, false, false), // another unit
            ("Guntis", false, false, false), // head of another unit
            ("Andris", false, false, false), // deputy: aggregated only
            ("Vija", true, false, false), // records keeper
            ("Uldis", true, false, false), // auditor
            ("Kristīne", false, false, false), // administrator
        ];
        foreach (var (name, head, content, client) in expected)
        {
            (string Text, bool Found)[] searches =
            [
                (number, head), ("bruģakmens", content), ("zaglis", content), ("noliktava", content), ("everita", client),
                ($"{number} zaglis", content), ("zaglis everita", client), ($"{number} everita", client),
            ];
            foreach (var (text, found) in searches)
            {
                var page = await SearchAsync(house, name, text);
                Assert.True(found == page.Hits.Any(h => h.Id == id), $"{name}: {text}");
                Assert.True((found ? 1 : 0) == page.Total, $"{name} counts {page.Total}: {text}");
            }

            if (!head)
                continue;
            var hit = (await SearchAsync(house, name, number)).Hits.Single();
            Assert.True(content == (Text(hit.Subject) == "Ietves bruģakmens"), name);
            Assert.True(content == hit.Subject is not null, name);
            Assert.True(client == (Text(hit.Client) == "Everita Skaidrīte"), name);
            Assert.True(client != hit.ClientIsHidden, name);
            Assert.Null(hit.Snippet);
            if (content)
            {
                var note = (await SearchAsync(house, name, "rezerv")).Hits.Single().Snippet!;
                Assert.Equal(MessageKind.Note, note.Kind);
                Assert.Equal([new("Noliktavā ir ", false), new("rezerve", true), new(".", false)], note.Pieces);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_unit_finds_a_client_who_let_it_know(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, "Grāvis", "Grāvis aizaudzis.", client: "Valdemārs Grāvītis", unitMayKnow: true);
        Assert.Equal([id], await FindAsync(house, "valdemars", "Edgars"));
        Assert.Empty(await FindAsync(house, "valdemars", "Ruta"));
    }

    [Theory, EachDatabase]
    public async Task Filters_narrow_hits_and_count(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 3, 2, 10);
        var march = await RegisterAsync(house, "Kurmju rakumi", "Kurmji parkā.");
        house.Time.SetLocal(2026, 6, 18, 11);
        var june = await RegisterAsync(house, "Kurmju rakumi atkal", "Kurmji parkā.", kind: CaseKind.Question);
        await house.ActAsAsync(Person("Daina"));
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == june).Select(c => c.UnitId).SingleAsync(None));
        var all = new SearchCases { Text = "kurmj" };
        (SearchCases Query, Guid[] Found)[] expected =
        [
            (all, [june, march]),
            (all with { From = new(2026, 3, 3) }, [june]),
            (all with { From = new(2026, 3, 2), To = new(2026, 6, 17) }, [march]),
            (all with { Kind = CaseKind.Question }, [june]),
            (all with { UnitId = unit }, [june, march]),
            (all with { UnitId = Guid.NewGuid() }, []),
            (all with { State = CaseState.InProgress }, [june, march]),
            (all with { State = CaseState.Closed }, []),
        ];
        foreach (var (query, found) in expected)
        {
            var page = await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(query, None));
            Assert.Equal(found, page.Hits.Select(h => h.Id));
            Assert.Equal(found.Length, page.Total);
        }
    }

    [Theory, EachDatabase]
    public async Task Pages_follow_each_other_across_exact_and_folded_hits_with_the_same_number_of_queries(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        List<Guid> exact = [], folded = [];
        for (var i = 0; i < 25; i++)
        {
            exact.Insert(0, await RegisterAsync(house, "Ūdensvads", "Plīsis ūdensvads."));
            folded.Insert(0, await RegisterAsync(house, "Udensvads", "Plisis udensvads."));
        }

        await house.ActAsAsync(Person("Daina"));
        List<Guid> seen = [];
        SearchCursor? after = null;
        do
        {
            house.Queries.Reset();
            var page = await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = "ūdensvads", After = after }, None));
            Assert.True(house.Queries.Count <= 5, house.Queries.Text);
            Assert.Equal(50, page.Total);
            seen.AddRange(page.Hits.Select(h => h.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal([.. exact, .. folded], seen);
    }

    [Theory, EachDatabase]
    public async Task A_common_word_misses_no_case_though_the_newest_months_are_looked_at_first(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Select(u => u.Id).FirstAsync(None));
        var register = await house.RunAsync((IServiceDeskDb db) => db.Set<Register>().SingleAsync(r => r.Code == Register.Imported, None));
        // Thirty of this week, then none for a year, then a thousand within months; every hundredth agrees only without its mark.
        var made = Enumerable.Range(0, SearchCasesHandler.CountLimit + 30).Select(i => (Item: Old(i, i < 30 ? i : (365 * 24) + i), IsExact: i % 100 != 99)).ToList();
        await house.RunAsync((IServiceDeskDb db) =>
        {
            db.Set<Case>().AddRange(made.Select(m => m.Item));
            return db.SaveChangesAsync(None);
        });

        await house.ActAsAsync(Person("Daina"));
        List<Guid> seen = [];
        SearchCursor? after = null;
        do
        {
            house.Queries.Reset();
            var page = await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = "puteņi", After = after }, None));
            Assert.True(house.Queries.Count <= 7, house.Queries.Text);
            Assert.True(page.IsMore);
            seen.AddRange(page.Hits.Select(h => h.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(made.OrderBy(m => !m.IsExact).Select(m => m.Item.Id), seen);

        Case Old(int i, int hoursAgo)
        {
            var at = house.Time.GetUtcNow().AddHours(-hoursAgo);
            return Case.Receive(new()
            {
                Register = register,
                Year = 2020,
                Sequence = i + 1,
                Kind = CaseKind.Complaint,
                Channel = Channel.Phone,
                Subject = i % 100 == 99 ? "Putenis: puteni" : "Puteņi",
                Text = "Sniegs.",
                UnitId = unit,
                Contact = Contact.None,
                RegisteredBy = Actor.Client,
                ReceivedAt = at,
                ReceivedOn = LocalTime.Riga.DateOf(at),
                RegisteredAt = at,
            });
        }
    }

    [Theory, EachDatabase]
    public async Task A_case_without_words_gets_them_with_its_next_message(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, "Vējdzirnavas", "Spārni griežas.", client: "Oto Dzirnis");
        await house.RunAsync((IServiceDeskDb db) => db.Database.ExecuteSqlRawAsync("DELETE FROM \"CaseWords\" WHERE \"CaseId\" = {0}", id));
        Assert.Empty(await FindAsync(house, "vējdzirnavas"));
        await house.ActAsAsync(Person("Edgars"));
        await house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Graudi samalti."), None));
        Assert.Equal([id], await FindAsync(house, "vējdzirnavas griežas dzirnis graudi"));
    }

    [Theory, EachDatabase]
    public async Task Nothing_typed_asks_the_database_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Person("Daina"));
        house.Queries.Reset();
        Assert.Empty((await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = " % " }, None))).Terms);
        Assert.Equal(0, house.Queries.Count);
    }
}
