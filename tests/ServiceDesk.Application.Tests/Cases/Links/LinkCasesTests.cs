using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Cases.Presence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases.Links;

public class LinkCasesTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly DemoPerson Stranger = DemoPeople.All.First(p => p.Name == "Agnese");
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_link_is_made_by_number_taken_away_and_put_back_and_both_histories_tell(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 10, 9);
        var (one, other) = (await RegisterAsync(house, "Bedre Upes ielā", "29000001"), await RegisterAsync(house, "Laterna Parka ielā", "29000002"));
        var number = (await LoadAsync(house, other)).Number;
        var link = await house.RunAsync((LinkCasesHandler h) => h.HandleAsync(new LinkCases(one, $" Nr. {number} ", CaseLinkKind.Related, "Viena iela"), None));

        var row = Assert.Single(await ListAsync(house, one));
        Assert.Equal((other, CaseLinkKind.Related, "Viena iela"), (row.CaseId, row.Kind, row.Reason));
        Assert.Equal(one, Assert.Single(await ListAsync(house, other)).CaseId);
        Assert.Contains((await LoadAsync(house, other)).History, e => e.Kind == CaseEventKind.Linked);
        Assert.Equal("Cases.Refusal.AlreadyLinked", await KeyAsync(house, (LinkCasesHandler h) => h.HandleAsync(new LinkCases(one, number, CaseLinkKind.Related, null), None)));
        Assert.Equal("Cases.Refusal.NumberUnknown", await KeyAsync(house, (LinkCasesHandler h) => h.HandleAsync(new LinkCases(one, "9.9-9/26/9", CaseLinkKind.Related, null), None)));
        Assert.Equal("Cases.Refusal.LinkKindNotOffered", await KeyAsync(house, (LinkCasesHandler h) => h.HandleAsync(new LinkCases(one, number, CaseLinkKind.Merged, null), None)));

        await house.RunAsync(async (LinkCasesHandler h) => { await h.RemoveAsync(one, link, None); return 0; });
        Assert.Empty(await ListAsync(house, one));
        await house.RunAsync(async (LinkCasesHandler h) => { await h.RestoreAsync(other, link, None); return 0; });
        Assert.Single(await ListAsync(house, one));
    }

    [Theory, EachDatabase]
    public async Task A_linked_case_one_may_not_see_is_a_number_only(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 10, 9);
        var (one, other) = (await RegisterAsync(house, "Bedre Upes ielā", "29000003"), await RegisterAsync(house, "Laterna Parka ielā", "29000004"));
        await house.RunAsync(async (LinkCasesHandler h) => { await h.HandleAsync(new LinkCases(one, (await LoadAsync(house, other)).Number, CaseLinkKind.Related, "Slepens"), None); return 0; });
        await house.ActAsAsync(Stranger);

        var row = Assert.Single(await ListAsync(house, one));
        Assert.Equal((false, null, null, null, null), (row.MaySee, row.Subject, row.CaseState, row.Badge, row.Reason));
    }

    [Theory, EachDatabase]
    public async Task The_same_question_within_days_is_suggested_and_a_declined_one_is_not_suggested_again(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 10, 9);
        var one = await RegisterAsync(house, "Bedre Upes ielā pie veikala", "+371 2900 0005");
        await RegisterAsync(house, "Bedre Upes ielā pie veikala", "29000006", "Cits Cilvēks"); // another client
        await RegisterAsync(house, "Bērnudārza rinda", "29000005"); // another question
        house.Time.SetLocal(2026, 6, 12, 9);

        var found = await FindAsync(house, "Bedre Upes ielā", "29000005");
        Assert.Equal((one, ClientMatch.Phone, true), (Assert.Single(found).Id, found[0].By, found[0].IsOpen));
        house.Time.SetLocal(2026, 6, 18, 9);
        Assert.Empty(await FindAsync(house, "Bedre Upes ielā", "29000005"));
        house.Time.SetLocal(2026, 6, 12, 9);

        var again = await RegisterAsync(house, "Bedre Upes ielā", "29000005");
        Assert.Equal((CaseLinkState.Suggested, one), (Assert.Single(await ListAsync(house, again)).State, (await ListAsync(house, again))[0].CaseId));
        var declined = await RegisterAsync(house, "Bedre Upes ielā", "29000005", not: [one, again]);
        Assert.Empty(await ListAsync(house, declined));
        Assert.Equal(2, await house.RunAsync((IServiceDeskDb db) => db.Set<CaseLink>().CountAsync(l => l.ToId == declined && l.State == CaseLinkState.Removed, None)));
        await house.ActAsAsync(Stranger);
        Assert.Empty(await FindAsync(house, "Bedre Upes ielā", "29000005")); // who does not register is not told of clients
    }

    [Theory, EachDatabase]
    public async Task What_the_client_says_again_is_added_once_and_starts_no_clock(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 10, 9);
        var one = await RegisterAsync(house, "Bedre Upes ielā", "29000007");
        var token = Guid.NewGuid();
        for (var press = 0; press < 2; press++)
            await house.RunAsync(async (AddToCaseHandler h) => { await h.HandleAsync(new AddToCase(one, token, "Bedre ir lielāka.", []), None); return 0; });

        var item = await LoadAsync(house, one);
        Assert.Equal(2, item.Messages.Count(m => m.Direction == Domain.Correspondence.MessageDirection.FromClient));
        Assert.Single(item.Clocks);
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.Added && e.ActorName.Length > 0);
        await house.ActAsAsync(Stranger);
        Assert.Equal("Cases.Refusal.NotAllowed", await KeyAsync(house, async (AddToCaseHandler h) => { await h.HandleAsync(new AddToCase(one, Guid.NewGuid(), "x", []), None); return 0; }));
    }

    [Theory, EachDatabase]
    public async Task Colleagues_see_who_reads_and_who_writes_for_less_than_a_minute(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 10, 9);
        var one = await RegisterAsync(house, "Bedre Upes ielā", "29000008");
        Assert.Empty((await NoteAsync(house, one, writes: true))!);
        await NoteAsync(house, one, writes: true);
        await house.ActAsAsync(Role.HeadOfClientService);
        house.Queries.Reset();
        var others = await NoteAsync(house, one, writes: false);
        Assert.Equal(2, house.Queries.Count);
        Assert.True(Assert.Single(others!).IsWriting);
        Assert.Single((await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(one, None)))!.Present);

        house.Time.Advance(TimeSpan.FromSeconds(46));
        Assert.Empty((await NoteAsync(house, one, writes: false))!);
        house.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("2 forgotten", await house.RunAsync((ForgetPresenceJob j) => j.RunAsync(None)));
        await house.ActAsAsync(Role.Auditor);
        Assert.Null(await NoteAsync(house, one, writes: false));
    }

    private static Task<IReadOnlyList<PresentColleague>?> NoteAsync(House house, Guid id, bool writes) => house.RunAsync((NotePresenceHandler h) => h.HandleAsync(new NotePresence(id, writes), None));

    private static Task<IReadOnlyList<CaseLinkRow>> ListAsync(House house, Guid id) => house.RunAsync((ListCaseLinksHandler h) => h.HandleAsync(id, None));

    private static Task<IReadOnlyList<DuplicateRow>> FindAsync(House house, string subject, string phone) =>
        house.RunAsync((FindDuplicatesHandler h) => h.HandleAsync(new FindDuplicates(new Contact { Phone = phone }, subject, null), None));

    private static async Task<Guid> RegisterAsync(House house, string subject, string phone, string? name = null, IReadOnlyList<Guid>? not = null)
    {
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        return await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(
                new NewCase
                {
                    Token = Guid.NewGuid(),
                    Kind = CaseKind.Complaint,
                    Channel = Channel.Phone,
                    Subject = subject,
                    Text = $"{subject}.",
                    Contact = new Contact { Name = name ?? $"Ilze {phone[^4..]}", Phone = phone },
                },
                NotDuplicateOf: not),
            None));
    }

    private static async Task<string> KeyAsync<THandler, TResult>(House house, Func<THandler, Task<TResult>> step)
        where THandler : notnull => (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync(step))).Key;

    private static Task<Case> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.Messages).Include(c => c.History).SingleAsync(c => c.Id == id, None));
}
