using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Bulk;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>Steps on many cases on real databases: each case by itself, refused where a single step would be, nothing twice, nothing told of what one does not see.</summary>
public class BulkTests(Databases databases) : IClassFixture<Databases>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_preview_says_where_a_step_will_be_refused_and_nothing_of_cases_one_does_not_see(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var (open, closed, foreign) = (await SubmitAsync(house), await SubmitAsync(house), await SubmitAsync(house, DemoPeople.Building));
        await CloseAsync(house, closed);
        await ActAsOfAsync(house, DemoPeople.Social, Role.Employee);
        var preview = await PreviewAsync(house, BulkStep.Close, open, closed, foreign, Guid.NewGuid());
        Assert.Equal(4, preview.Asked);
        Assert.Equal([open], preview.Fit.Select(c => c.Id));
        Assert.Equal([(closed, "Desk.Bulk.IsClosed")], preview.Unfit.Select(c => (c.Id, c.Reason!)));
        Assert.All((await PreviewAsync(house, BulkStep.Assign, open)).Cases, c => Assert.Equal("Cases.Refusal.NotAllowed", c.Reason));
        Assert.Null((await PreviewAsync(house, BulkStep.Note, closed)).Cases.Single().Reason);

        // Who sees heads only learns that it will be refused, not what the case is about.
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await AnswerForAsync(house, foreign);
        var head = Assert.Single((await PreviewAsync(house, BulkStep.Note, foreign)).Cases);
        Assert.Equal(("Cases.Refusal.NotAllowed", null), (head.Reason, head.Subject));
    }

    [Theory, EachDatabase]
    public async Task A_note_goes_to_every_case_once_however_often_the_form_is_sent(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Add(await SubmitAsync(house));
        var preview = await PreviewAsync(house, BulkStep.Note, [.. ids]);
        var start = Start(preview, new BulkOrder(BulkStep.Note, "Avārija Upes ielā, strādā brigāde.", null, null, null, false));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(start.Token, await house.RunAsync((StartBulkHandler h) => h.HandleAsync(start, Stop)));
            Assert.Equal(0, await ContinueAsync(house, start.Token));
        }

        foreach (var id in ids)
            Assert.Single((await LoadAsync(house, id)).Messages, m => m.Kind == MessageKind.Note);
        var shown = await house.RunAsync((ShowBulkHandler h) => h.HandleAsync(start.Token, Stop));
        Assert.Equal(3, shown!.Count(BulkResult.Done));
        Assert.NotNull(shown.Run.FinishedAt);
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Jānis"));
        Assert.Null(await house.RunAsync((ShowBulkHandler h) => h.HandleAsync(start.Token, Stop)));
        await Assert.ThrowsAsync<Refusal>(() => ContinueAsync(house, start.Token));
    }

    [Theory, EachDatabase]
    public async Task What_others_changed_since_is_refused_and_the_rest_is_done(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var (calm, changed, closed) = (await SubmitAsync(house), await SubmitAsync(house), await SubmitAsync(house));
        var preview = await PreviewAsync(house, BulkStep.Assign, calm, changed, closed);
        await house.RunAsync(async (AddNoteHandler h) => { await h.HandleAsync(new AddNote(changed, "Kolēģis zvanīja klientam."), Stop); return 0; });
        await CloseAsync(house, closed);
        var person = await PersonAsync(house, "Elīna");
        var start = Start(preview, new BulkOrder(BulkStep.Assign, "Atvaļinājums", null, person, null, false));
        await house.RunAsync((StartBulkHandler h) => h.HandleAsync(start, Stop));
        await ContinueAsync(house, start.Token);
        var shown = (await house.RunAsync((ShowBulkHandler h) => h.HandleAsync(start.Token, Stop)))!;
        Assert.Equal(BulkResult.Done, shown.Rows.Single(r => r.CaseId == calm).Result);
        Assert.Equal("Desk.Bulk.Stale", shown.Rows.Single(r => r.CaseId == changed).Reason);
        Assert.Equal(BulkResult.Refused, shown.Rows.Single(r => r.CaseId == closed).Result);
        Assert.Equal(person, (await LoadAsync(house, calm)).AssigneeId);
        Assert.Null((await LoadAsync(house, changed)).AssigneeId);
    }

    [Theory, EachDatabase]
    public async Task A_reply_becomes_a_letter_for_each_client_and_can_be_taken_back_in_time(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var (one, two, silent) = (await SubmitAsync(house), await SubmitAsync(house), await SubmitAsync(house, email: null));
        var start = Start(await PreviewAsync(house, BulkStep.Reply, one, two, silent), new BulkOrder(BulkStep.Reply, "Konteineri šodien izvesti: {{case.number}}.", null, null, CaseOutcome.Granted, false));
        await house.RunAsync((StartBulkHandler h) => h.HandleAsync(start, Stop));
        await ContinueAsync(house, start.Token);
        var shown = (await house.RunAsync((ShowBulkHandler h) => h.HandleAsync(start.Token, Stop)))!;
        Assert.Equal("Desk.Bulk.NoEmail", shown.Rows.Single(r => r.CaseId == silent).Reason);
        Assert.True(shown.MayTakeBack);
        var letters = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => (o.CaseId == one || o.CaseId == two) && o.Subject.Contains("bilde")).ToListAsync());
        Assert.Equal(2, letters.Select(l => l.CaseId).Distinct().Count());
        // Each a whole letter: salutation, reference, the text with its own number, signature.
        var first = await LoadAsync(house, one);
        var letter = first.Messages.Single(m => m.Kind == MessageKind.Reply).Letter!;
        Assert.Equal($"Konteineri šodien izvesti: {first.Number}.", letter.Body);
        Assert.Equal("Labdien!", letter.Salutation);
        Assert.Contains(first.Number, letter.Reference, StringComparison.Ordinal);
        Assert.Equal((2, 0), await house.RunAsync((TakeBackBulkHandler h) => h.HandleAsync(start.Token, Stop)));
        Assert.Contains((await LoadAsync(house, one)).Messages, m => m is { Kind: MessageKind.Reply, DeliveryState: DeliveryState.TakenBack });

        var open = Start(await PreviewAsync(house, BulkStep.Reply, silent), new BulkOrder(BulkStep.Reply, "Konteineri šodien izvesti.", null, null, CaseOutcome.Granted, true));
        await house.RunAsync((StartBulkHandler h) => h.HandleAsync(open, Stop));
        await ContinueAsync(house, open.Token);
        Assert.Equal(CaseState.Closed, (await LoadAsync(house, silent)).State);
    }

    [Theory, EachDatabase]
    public async Task Closing_is_refused_while_a_reply_is_owed_unless_the_outcome_says_why_none_is(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var id = await SubmitAsync(house);
        var owed = Start(await PreviewAsync(house, BulkStep.Close, id), new BulkOrder(BulkStep.Close, null, null, null, CaseOutcome.Granted, false));
        await house.RunAsync((StartBulkHandler h) => h.HandleAsync(owed, Stop));
        await ContinueAsync(house, owed.Token);
        Assert.Equal("Cases.Refusal.ReplyOwed", (await house.RunAsync((ShowBulkHandler h) => h.HandleAsync(owed.Token, Stop)))!.Rows.Single().Reason);
        var withdrawn = Start(await PreviewAsync(house, BulkStep.Close, id), new BulkOrder(BulkStep.Close, "Klients zvanīja un atsauca.", null, null, CaseOutcome.Withdrawn, false));
        await house.RunAsync((StartBulkHandler h) => h.HandleAsync(withdrawn, Stop));
        await ContinueAsync(house, withdrawn.Token);
        Assert.Equal(CaseOutcome.Withdrawn, (await LoadAsync(house, id)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task A_long_run_stops_after_a_few_cases_goes_on_where_it_stopped_and_two_at_once_do_nothing_twice(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var ids = new List<Guid>();
        for (var i = 0; i < ContinueBulkHandler.MostAtOnce + 5; i++)
            ids.Add(await SubmitAsync(house));
        var start = Start(await PreviewAsync(house, BulkStep.Note, [.. ids]), new BulkOrder(BulkStep.Note, "Viena avārija visiem.", null, null, null, false));
        await house.RunAsync((StartBulkHandler h) => h.HandleAsync(start, Stop));
        Assert.Equal(5, await ContinueAsync(house, start.Token));
        await Task.WhenAll(ContinueAsync(house, start.Token), ContinueAsync(house, start.Token));
        Assert.Equal(0, await ContinueAsync(house, start.Token));
        var notes = await house.RunAsync((IServiceDeskDb db) => db.Set<Message>().Where(m => ids.Contains(m.CaseId) && m.Kind == MessageKind.Note).CountAsync());
        Assert.Equal(ids.Count, notes);
        Assert.Equal(ids.Count, (await house.RunAsync((ShowBulkHandler h) => h.HandleAsync(start.Token, Stop)))!.Count(BulkResult.Done));
    }

    [Theory, EachDatabase]
    public async Task All_cases_of_a_view_are_those_the_list_shows(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        await SubmitAsync(house);
        var list = new ListCases { View = CaseView.All, Kinds = [CaseKind.Complaint], Sort = CaseSort.Number };
        var shown = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(list, Stop));
        var preview = await house.RunAsync((PreviewBulkHandler h) => h.HandleAsync(new PreviewBulk(BulkStep.Note, [], list), Stop));
        Assert.Equal(shown.Total, preview.Asked);
        Assert.Equal(shown.Rows.Select(r => r.Id), preview.Cases.Take(ListCasesHandler.PageSize).Select(c => c.Id));
    }

    [Theory, EachDatabase]
    public async Task A_run_without_what_it_needs_is_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var cases = new[] { new BulkCase(await SubmitAsync(house), "1", 0) };
        foreach (var (order, key) in new (BulkOrder, string)[]
        {
            (new(BulkStep.Note, " ", null, null, null, false), "Desk.Bulk.TextMissing"),
            (new(BulkStep.Reply, null, null, null, null, false), "Desk.Bulk.TextMissing"),
            (new(BulkStep.Reply, "Lieta {{case.nr}}.", null, null, null, false), "Correspondence.Refusal.UnknownVariable"),
            (new(BulkStep.Close, null, null, null, null, false), "Desk.Close.OutcomeMissing"),
            (new(BulkStep.Assign, null, null, null, null, false), "Cases.Refusal.UnitUnknown"),
            (new(BulkStep.Assign, null, null, Guid.NewGuid(), null, false), "Cases.Refusal.PersonUnknown"),
        })
        {
            Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((StartBulkHandler h) => h.HandleAsync(new StartBulk(Guid.NewGuid(), order, cases), Stop)))).Key);
        }

        var note = new BulkOrder(BulkStep.Note, "a", null, null, null, false);
        Assert.Equal("Desk.Bulk.NoCases", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((StartBulkHandler h) => h.HandleAsync(new StartBulk(Guid.NewGuid(), note, []), Stop)))).Key);
        await house.ActAsAsync(Role.Auditor);
        Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((StartBulkHandler h) => h.HandleAsync(new StartBulk(Guid.NewGuid(), note, cases), Stop)))).Key);
    }

    private static StartBulk Start(BulkPreview preview, BulkOrder order) =>
        new(Guid.CreateVersion7(), order, [.. preview.Fit.Select(c => new BulkCase(c.Id, c.Number, c.Version))]);

    private static Task<BulkPreview> PreviewAsync(House house, BulkStep step, params Guid[] ids) =>
        house.RunAsync((PreviewBulkHandler h) => h.HandleAsync(new PreviewBulk(step, ids, null), Stop));

    private static Task<int> ContinueAsync(House house, Guid run) => house.RunAsync((ContinueBulkHandler h) => h.HandleAsync(run, Stop));

    private static Task<Case> LoadAsync(House house, Guid id) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().Include(c => c.Messages).SingleAsync(c => c.Id == id));

    private static Task<Guid> PersonAsync(House house, string name) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Name == name).Select(e => e.Id).SingleAsync());

    private static Task<int> CloseAsync(House house, Guid id) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        (await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id)).Close(CaseOutcome.Withdrawn, "Atsauca", Actor.System, house.Time.Now);
        return await db.SaveChangesAsync();
    });

    /// <summary>Somebody answers for it, so that Client Service reads it no longer.</summary>
    private static Task<int> AnswerForAsync(House house, Guid id) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id);
        var unit = await db.Set<OrgUnit>().SingleAsync(u => u.Id == item.UnitId);
        var person = await db.Set<Employee>().FirstAsync(e => e.UnitId == unit.Id);
        item.Assign(unit.Id, unit.Name, person.Id, person.FullName, null, Actor.System, house.Time.Now);
        return await db.SaveChangesAsync();
    });

    private static async Task ActAsOfAsync(House house, string unit, Role role)
    {
        await house.ActAsAsync(role);
        var (id, person) = await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var found = await db.Set<OrgUnit>().SingleAsync(u => u.Name == unit);
            return (found.Id, await db.Set<Employee>().FirstAsync(e => e.UnitId == found.Id));
        });
        (house.User.UnitId, house.User.EmployeeId, house.User.Name) = (id, person.Id, person.FullName);
        (house.User.Roles, house.User.HeadedUnitIds) = (new HashSet<Role> { role }, new HashSet<Guid>());
    }

    private static async Task<Guid> SubmitAsync(House house, string unit = DemoPeople.Social, string? email = "ilze.kalnina@pasts.example")
    {
        var made = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase
            {
                Token = Guid.NewGuid(),
                Kind = CaseKind.Complaint,
                Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi.",
                Contact = new Contact { Name = "Ilze Kalniņa", Email = email, UnitMayKnow = true },
                Language = "lv",
            },
            Stop));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == made.CaseId);
            var to = await db.Set<OrgUnit>().SingleAsync(u => u.Name == unit);
            item.Assign(to.Id, to.Name, null, null, null, Actor.System, house.Time.Now);
            return await db.SaveChangesAsync();
        });
        return made.CaseId;
    }
}
