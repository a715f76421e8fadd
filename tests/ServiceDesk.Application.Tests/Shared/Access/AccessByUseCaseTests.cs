using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Passing;
using ServiceDesk.Application.Cases.Presence;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Shared.Access;

/// <summary>Cell by cell: every role, every relation to a case, every way to come to know of it or to change it.</summary>
public class AccessByUseCaseTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Every_cell_of_the_table_holds_in_every_way_to_read_a_case(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var cases = await house.ArrangeAsync();
        List<string> faults = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            await house.SitDownAsync(role);
            foreach (var item in cases)
            {
                var content = AccessTable.Allows([role], item.About ? AccessThing.ComplaintAboutPerson : AccessThing.CaseContent, AccessOperation.Read, item.Relation);
                var head = content || AccessTable.Of(role, AccessThing.CaseHead, AccessOperation.Read).HasFlag(AccessScope.All);
                if (!item.About)
                    Check(AccessTable.Allows([role], AccessThing.CaseHead, AccessOperation.Read, item.Relation), head, "table");
                Check(head, await SeesHeadAsync(house, item), "page");
                Check(head, await ListsAsync(house, item), "list");
                Check(head, await FindsAsync(house, item.Number, item), "search by number");
                Check(head, await NeighbourAsync(house, item), "neighbours");
                Check(content, await ReadsAsync(house, item), "content");
                Check(content, await FindsAsync(house, item.Word, item), "search by word");
                Check(content, await PrintsSnippetAsync(house, item), "snippet");
                Check(content, await ListsSubjectAsync(house, item), "subject in list");
                Check(content, await DownloadsAsync(house, item), "file");
                Check(content, await house.RunAsync((NotePresenceHandler h) => h.HandleAsync(new NotePresence(item.Id, false), Stop)) is not null, "presence");
                Check(content, await FactsAsync(house, item), "letter facts");
                Check(content && AccessTable.Of(role, AccessThing.MessageLog, AccessOperation.Read) is not AccessScope.None and not AccessScope.Aggregate, await LogsAsync(house, item), "message log");

                void Check(bool expected, bool actual, string way)
                {
                    if (expected != actual)
                        faults.Add($"{role} × {(item.About ? "about a person" : "ordinary")} × {item.Relation}: {way} {(actual ? "leaks" : "is closed")}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory, EachDatabase]
    public async Task Every_cell_of_the_table_holds_for_writing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var cases = await house.ArrangeAsync();
        List<string> faults = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            await house.SitDownAsync(role);
            foreach (var item in cases)
            {
                // What was passed up is shown, not given: who decides above is asked in a test of its own.
                var thing = item.About ? AccessThing.ComplaintAboutPerson : AccessThing.CaseContent;
                var expected = item.Relation != AccessScope.Escalated && AccessTable.Allows([role], thing, AccessOperation.Write, item.Relation)
                    || AccessTable.Of(role, thing, AccessOperation.Write).HasFlag(AccessScope.All);
                foreach (var (way, step) in Steps(house, item))
                {
                    var actual = await DoesAsync(step);
                    if (expected != actual)
                        faults.Add($"{role} × {(item.About ? "about a person" : "ordinary")} × {item.Relation}: {way} {(actual ? "is open" : "is refused")}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory, EachDatabase]
    public async Task A_count_tells_of_nothing_one_may_not_see(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var cases = await house.ArrangeAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            await house.SitDownAsync(role);
            if (((ICurrentUser)house.User).May(Permission.UseDesk))
            {
                var all = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().HeadsVisibleTo(house.User).CountAsync(c => c.State != CaseState.Closed && c.AssigneeId == null, Stop));
                Assert.Equal(all, (await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(Stop))).Unassigned);
            }

            foreach (var item in cases)
            {
                var found = await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = item.Word }, Stop));
                Assert.Equal(found.Hits.Count, found.Total);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Nobody_sees_a_complaint_about_oneself_whatever_other_ground_there_is(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var mine = await house.AboutAsync(AccessHouse.Me);
        var absents = await house.AboutAsync(AccessHouse.Absent);
        var away = await AccessHouse.EmployeeAsync(house, AccessHouse.Absent);
        var everything = Enum.GetValues<Role>();
        foreach (var roles in everything.Select(r => new[] { r }).Append(everything))
        {
            await house.SitDownAsync(roles);
            house.User.StandsInFor = new HashSet<Guid> { away };
            foreach (var item in new[] { mine, absents })
            {
                Assert.False(await SeesHeadAsync(house, item), $"page {string.Join(",", roles)}");
                Assert.False(await ListsAsync(house, item), "list");
                Assert.False(await FindsAsync(house, item.Number, item), "number");
                Assert.False(await FindsAsync(house, item.Word, item), "word");
                Assert.False(await DownloadsAsync(house, item), "file");
                Assert.False(await LogsAsync(house, item), "log");
                Assert.False(await FactsAsync(house, item), "facts");
                Assert.Null(await house.RunAsync((NotePresenceHandler h) => h.HandleAsync(new NotePresence(item.Id, false), Stop)));
                foreach (var (way, step) in Steps(house, item))
                    Assert.False(await DoesAsync(step), way);
            }
        }

        // Back at the own desk, the stand-in's own grounds hold again.
        await house.SitDownAsync(Role.UnitHead);
        Assert.True(await ReadsAsync(house, absents));
    }

    [Theory, EachDatabase]
    public async Task What_was_passed_or_opened_is_closed_again_when_its_time_is_over(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var cases = await house.ArrangeAsync();
        var passed = cases.First(c => c is { Relation: AccessScope.Passed, About: false });
        var opened = cases.First(c => c is { Relation: AccessScope.Opened, About: false });
        await house.SitDownAsync(Role.EthicsCommission, Role.Administrator);
        Assert.True(await ReadsAsync(house, passed));
        Assert.True(await ReadsAsync(house, opened));
        Assert.Equal(2, (await house.RunAsync((ListCommissionFilesHandler h) => h.HandleAsync(Stop))).Count(r => cases.Any(c => c.Id == r.CaseId)));
        house.Time.Advance(TimeSpan.FromHours(5));
        Assert.True(await ReadsAsync(house, passed));
        Assert.False(await SeesHeadAsync(house, opened));
        house.Time.Advance(TimeSpan.FromDays(31));
        Assert.False(await SeesHeadAsync(house, passed));
        Assert.DoesNotContain(await house.RunAsync((ListCommissionFilesHandler h) => h.HandleAsync(Stop)), r => r.CaseId == passed.Id);
        Assert.False(await DownloadsAsync(house, passed));
    }

    [Theory, EachDatabase]
    public async Task What_is_read_through_the_broken_glass_and_by_the_commission_is_written_down(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var cases = await house.ArrangeAsync();
        foreach (var (role, relation, purpose) in new[] { (Role.Administrator, AccessScope.Opened, ReadPurpose.BreakGlass), (Role.EthicsCommission, AccessScope.Passed, ReadPurpose.Commission) })
        {
            await house.SitDownAsync(role);
            var item = cases.First(c => c.Relation == relation && !c.About);
            Assert.True(await ReadsAsync(house, item));
            Assert.True(await DownloadsAsync(house, item));
            var lines = await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().Where(r => r.Purpose == purpose && r.Label == item.Number).ToListAsync(Stop));
            Assert.Equal([ReadThing.Case, ReadThing.CaseFile], lines.Select(l => l.Thing).Order());
        }
    }

    private static Task<CaseDetails?> ShowAsync(House house, RelatedCase item) => house.RunAsync((ShowCaseHandler h) => h.HandleAsync(item.Id, Stop));

    private static async Task<bool> SeesHeadAsync(House house, RelatedCase item) => await ShowAsync(house, item) is not null;

    private static async Task<bool> ReadsAsync(House house, RelatedCase item)
    {
        if (await ShowAsync(house, item) is not { } shown)
            return false;
        Assert.Equal(shown.MayRead, shown.Messages.Count > 0);
        Assert.Equal(shown.MayRead, shown.History.Count > 0);
        Assert.Equal(shown.MayRead, shown.Subject is not null);
        return shown.MayRead;
    }

    private static async Task<IReadOnlyList<CaseRow>> ListAsync(House house, string text) =>
        [.. (await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All, Text = text }, Stop))).Rows];

    private static async Task<bool> ListsAsync(House house, RelatedCase item) => (await ListAsync(house, item.Number)).Any(r => r.Id == item.Id);

    private static async Task<bool> ListsSubjectAsync(House house, RelatedCase item) => (await ListAsync(house, item.Number)).Any(r => r.Id == item.Id && r.Subject is not null)
        && (await ListAsync(house, item.Word)).Any(r => r.Id == item.Id);

    private static async Task<bool> NeighbourAsync(House house, RelatedCase item) =>
        await house.RunAsync((FindNeighboursHandler h) => h.HandleAsync(item.Id, new ListCases { View = CaseView.All }, Stop)) is not null;

    private static async Task<bool> FindsAsync(House house, string text, RelatedCase item) =>
        (await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = text }, Stop))).Hits.Any(h => h.Id == item.Id);

    private static async Task<bool> PrintsSnippetAsync(House house, RelatedCase item) =>
        (await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = item.Word }, Stop))).Hits.Any(h => h.Id == item.Id && h.Snippet is not null);

    private static async Task<bool> DownloadsAsync(House house, RelatedCase item)
    {
        var file = await house.RunAsync((DownloadAttachmentHandler h) => h.ForStaffAsync(item.Id, item.FileId, Stop));
        file?.Content.Dispose();
        return file is not null;
    }

    private static async Task<bool> FactsAsync(House house, RelatedCase item) => await house.RunAsync((LetterFacts h) => h.OfAsync(item.Id, Stop)) is not null;

    private static async Task<bool> LogsAsync(House house, RelatedCase item)
    {
        if (!((ICurrentUser)house.User).May(Permission.SeeMessageLog))
            return false;
        var (rows, _) = await house.RunAsync((ListMessagesHandler h) => h.PortionAsync(new ListMessages(), 500, Stop));
        return rows.Any(r => r.CaseId == item.Id);
    }

    /// <summary>Ways to change a case that change nothing another way would miss.</summary>
    private static IEnumerable<(string Way, Func<Task> Step)> Steps(House house, RelatedCase item)
    {
        yield return ("note", () => house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(item.Id, "Piezīme", Guid.NewGuid()), Stop)));
        yield return ("load for acting", () => house.RunAsync((CaseWriter w) => w.LoadForActingAsync(item.Id, null, Stop)));
    }

    private static async Task<bool> DoesAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (Refusal refusal) when (refusal.Key == "Cases.Refusal.NotAllowed")
        {
            return false;
        }
    }
}
