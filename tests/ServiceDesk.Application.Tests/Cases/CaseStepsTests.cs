using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>
/// Steps between people on a real database. Līga answers in the utilities unit, Jānis heads it; Agnese and her head Kārlis are of the
/// building board; Daina heads Client Service and reads all; Inga takes cases in. Received Thu 18.06.2026 11:00, due Fri 26.06.2026.
/// </summary>
public class CaseStepsTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    private static Task<Guid> IdOfAsync(House house, string name) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Email == Person(name).Email).Select(e => e.Id).SingleAsync(None));

    private static Task<Guid> UnitAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == name).Select(u => u.Id).SingleAsync(None));

    /// <summary>A complaint by the public form, taken on by Līga; who acts afterwards is Līga.</summary>
    private static async Task<Guid> LigasCaseAsync(House house, string text = "Upes ielā nav izvesti atkritumi.")
    {
        house.Time.SetLocal(2026, 6, 18, 11);
        house.ActAsNobody();
        var topic = await house.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).SingleAsync(None));
        var made = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(new SubmitCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            TopicId = topic,
            Text = text,
            Contact = new Contact { Name = "Ilze Kalniņa", Email = "ilze.kalnina@pasts.example", UnitMayKnow = true },
            Language = "lv",
        }, None));
        var liga = await house.ActAsAsync(Person("Līga"));
        await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(made.CaseId, liga.UnitId, liga.Id, null, null), None));
        await SendAsync(house);
        return made.CaseId;
    }

    private static async Task SendAsync(House house)
    {
        house.Time.Advance(TimeSpan.FromSeconds(20));
        await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None));
    }

    private static Task<Case> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.Messages).ThenInclude(m => m.Attachments).Include(c => c.History).Include(c => c.Readers).SingleAsync(c => c.Id == id, None));

    private static Task<bool> ToldAsync(House house, Guid person, NoticeKind kind, Guid caseId) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AnyAsync(n => n.EmployeeId == person && n.Kind == kind && n.CaseId == caseId, None));

    private static async Task<string> KeyOfAsync(Func<Task> step) => (await Assert.ThrowsAsync<Refusal>(step)).Key;

    private static async Task ReplyAsync(House house, Guid id, CaseOutcome? outcome = CaseOutcome.Granted)
    {
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(new SendReply(id, "Konteineri izvesti.", Delivery.Email, outcome, [], null, Guid.NewGuid()), None));
        await SendAsync(house);
    }

    private static Task<AddedClientMessage> WriteAsync(House house, Guid id, string text, bool notSolved = false)
    {
        house.ActAsNobody();
        return house.RunAsync((AddClientMessageHandler h) => h.HandleAsync(new AddClientMessage(id, text, [], notSolved), None));
    }

    // ---- Waiting

    [Theory, EachDatabase]
    public async Task A_question_waits_in_its_view_and_the_answer_brings_the_case_back_with_a_notice(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await house.RunAsync((AskClientHandler h) => h.HandleAsync(new AskClient(id, "Kurš konteiners?", new(2026, 6, 25), Delivery.Email, null, Guid.NewGuid()), None));
        await SendAsync(house);
        Assert.Equal(CaseState.Waiting, (await LoadAsync(house, id)).State);
        var letter = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.CaseId == id).OrderByDescending(o => o.CreatedAt).FirstAsync(None));
        Assert.StartsWith("Lūdzam Jūsu atbildi", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Lūdzam atbildēt līdz", letter.Body, StringComparison.Ordinal);

        house.Time.SetLocal(2026, 6, 25, 9);
        var row = Assert.Single((await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.Waiting }, None))).Rows, r => r.Id == id);
        Assert.Equal(2, row.WaitedDays); // Fri 19 and Thu 25
        Assert.True((await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(None))).Waiting > 0);
        Assert.Equal(0, await house.RunAsync((RemindOfWaitingHandler h) => h.HandleAsync(None))); // the day itself is not over
        house.Time.SetLocal(2026, 6, 26, 9);
        Assert.Equal(1, await house.RunAsync((RemindOfWaitingHandler h) => h.HandleAsync(None)));
        Assert.Equal(0, await house.RunAsync((RemindOfWaitingHandler h) => h.HandleAsync(None)));

        Assert.Equal(ClientMessageFate.Added, (await WriteAsync(house, id, "Zaļais konteiners.")).Fate);
        var item = await LoadAsync(house, id);
        Assert.Equal((CaseState.InProgress, new DateOnly(2026, 6, 26)), (item.State, item.NextDueOn!.Value));
        Assert.True(await ToldAsync(house, await IdOfAsync(house, "Līga"), NoticeKind.ClientWrote, id));
    }

    [Theory, EachDatabase]
    public async Task The_same_question_form_sent_twice_asks_once(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        var command = new AskClient(id, "Kurš konteiners?", null, Delivery.Email, null, Guid.NewGuid());
        await house.RunAsync((AskClientHandler h) => h.HandleAsync(command, None));
        await house.RunAsync((AskClientHandler h) => h.HandleAsync(command, None));
        Assert.Single((await LoadAsync(house, id)).Messages, m => m.Kind == MessageKind.Question);
    }

    // ---- Handing over

    [Theory, EachDatabase]
    public async Task Another_unit_gets_a_case_when_it_accepts_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        var (liga, agnese, building) = (await IdOfAsync(house, "Līga"), await IdOfAsync(house, "Agnese"), await UnitAsync(house, DemoPeople.Building));
        Assert.Equal(GivenCase.Offered, await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, building, agnese, "Vajag arhitekta", null), None)));
        Assert.Equal(liga, (await LoadAsync(house, id)).AssigneeId);
        Assert.True(await ToldAsync(house, agnese, NoticeKind.HandOverOffered, id));

        await house.ActAsAsync(Person("Sanita"));
        Assert.Equal("Cases.Refusal.NotOffered", await KeyOfAsync(() => house.RunAsync((AnswerHandOverHandler h) => h.HandleAsync(new AnswerHandOver(id, HandOverAnswer.Accept), None))));

        await house.ActAsAsync(Person("Agnese"));
        Assert.Equal(1, (await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(None))).Offered);
        Assert.True(Assert.Single((await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.Offered }, None))).Rows).AwaitsMe);
        var shown = (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None)))!;
        Assert.Equal((true, false, true), (shown.MayRead, shown.MayHandle, shown.Steps.Offer!.MayAnswer)); // reads to decide, does not act yet
        Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Piezīme"), None))));
        await house.RunAsync((AnswerHandOverHandler h) => h.HandleAsync(new AnswerHandOver(id, HandOverAnswer.Accept), None));

        var item = await LoadAsync(house, id);
        Assert.Equal((agnese, building, new DateOnly(2026, 6, 26)), (item.AssigneeId!.Value, item.UnitId, item.NextDueOn!.Value));
        Assert.True(await ToldAsync(house, liga, NoticeKind.HandOverAccepted, id));
    }

    [Theory, EachDatabase]
    public async Task A_returned_case_comes_back_with_the_reason_and_an_unanswered_offer_is_told_to_the_head(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        var (liga, head, building) = (await IdOfAsync(house, "Līga"), await IdOfAsync(house, "Kārlis"), await UnitAsync(house, DemoPeople.Building));
        await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, building, null, null, null), None));
        Assert.True(await ToldAsync(house, head, NoticeKind.HandOverOffered, id)); // a unit as a whole: its head

        house.Time.SetLocal(2026, 6, 19, 16); // the next working day is not over
        Assert.Equal(0, await house.RunAsync((RemindOfHandOversHandler h) => h.HandleAsync(None)));
        house.Time.SetLocal(2026, 6, 25, 9);
        Assert.Equal(2, await house.RunAsync((RemindOfHandOversHandler h) => h.HandleAsync(None))); // the head and whoever still answers
        Assert.Equal(0, await house.RunAsync((RemindOfHandOversHandler h) => h.HandleAsync(None)));
        Assert.True(await ToldAsync(house, head, NoticeKind.HandOverWaits, id));

        await house.ActAsAsync(Person("Kārlis"));
        await house.RunAsync((AnswerHandOverHandler h) => h.HandleAsync(new AnswerHandOver(id, HandOverAnswer.Return, "Nav būve"), None));
        var item = await LoadAsync(house, id);
        Assert.Equal((liga, false), (item.AssigneeId!.Value, item.IsOffered));
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.HandOverReturned && e.Reason == "Nav būve");
        Assert.True(await ToldAsync(house, liga, NoticeKind.HandOverReturned, id));
    }

    [Theory, EachDatabase]
    public async Task Giving_within_the_own_unit_and_passing_on_a_new_case_are_immediate(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await house.ActAsAsync(Person("Jānis"));
        var (janis, utilities, roads) = (await IdOfAsync(house, "Jānis"), await UnitAsync(house, DemoPeople.Utilities), await UnitAsync(house, DemoPeople.Roads));
        Assert.Equal(GivenCase.Assigned, await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, utilities, janis, null, null), None)));
        Assert.Equal(GivenCase.Assigned, await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, roads, null, null, null), None))); // heads both

        house.ActAsNobody();
        var fresh = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Question, Text = "Kur pieteikt bērnu skolai?", Language = "lv" }, None));
        await house.ActAsAsync(Person("Inga"));
        Assert.Equal(GivenCase.Assigned, await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(fresh.CaseId, roads, null, null, null), None)));
    }

    // ---- After closing

    [Theory, EachDatabase]
    public async Task Thanks_open_nothing_and_anything_else_opens_the_case_with_a_new_term(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await ReplyAsync(house, id);
        var liga = await IdOfAsync(house, "Līga");
        house.Time.SetLocal(2026, 6, 29, 9);
        Assert.Equal(new AddedClientMessage(id, ClientMessageFate.Thanked), await WriteAsync(house, id, "Liels paldies, Līga! Ar cieņu, Ilze Kalniņa"));
        Assert.Equal(CaseState.Closed, (await LoadAsync(house, id)).State);
        Assert.True(await ToldAsync(house, liga, NoticeKind.ClientThanked, id));

        Assert.Equal(ClientMessageFate.Reopened, (await WriteAsync(house, id, "Šodien atkal ir pilni.")).Fate);
        var item = await LoadAsync(house, id);
        Assert.Equal((CaseState.InProgress, new DateOnly(2026, 7, 2), 2), (item.State, item.NextDueOn!.Value, item.Clocks.Count)); // 30.06, 01.07, 02.07
        Assert.Contains(item.Clocks, c => c.State == ClockState.Met); // the old one stays
        Assert.True(await ToldAsync(house, liga, NoticeKind.ClientWrote, id));
    }

    [Theory, EachDatabase]
    public async Task A_late_message_makes_a_new_linked_case_once(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await ReplyAsync(house, id);
        house.Time.SetLocal(2026, 7, 3, 9); // closed on 18.06.: fourteen days are over on 02.07.
        var added = await WriteAsync(house, id, "Konteineri atkal ir pilni.");
        Assert.Equal(ClientMessageFate.NewCase, added.Fate);
        Assert.Equal(added, await WriteAsync(house, id, "Konteineri atkal ir pilni.")); // pressed twice
        var (old, item) = (await LoadAsync(house, id), await LoadAsync(house, added.CaseId));
        Assert.Equal((CaseState.Closed, old.UnitId, old.AssigneeId, old.Subject, new DateOnly(2026, 7, 8)), (old.State, item.UnitId, item.AssigneeId, item.Subject, item.NextDueOn!.Value));
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.FollowsUp && e.Arguments[0] == old.Number);
        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<CaseLink>().AnyAsync(l => l.FromId == id && l.ToId == added.CaseId && l.Kind == CaseLinkKind.FollowUp, None)));
    }

    [Theory, EachDatabase]
    public async Task Not_solved_opens_the_case_once_and_tells_the_head(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await ReplyAsync(house, id);
        house.Time.SetLocal(2026, 6, 29, 9);
        Assert.Equal(ClientMessageFate.Reopened, (await WriteAsync(house, id, "Paldies, bet nav izvests.", notSolved: true)).Fate);
        Assert.True(await ToldAsync(house, await IdOfAsync(house, "Jānis"), NoticeKind.NotSolved, id));
        await house.ActAsAsync(Person("Līga"));
        await ReplyAsync(house, id);
        Assert.Equal("Cases.Refusal.DisputedBefore", await KeyOfAsync(() => WriteAsync(house, id, "Joprojām nav.", notSolved: true)));
    }

    [Theory, EachDatabase]
    public async Task Heads_and_the_assignee_reopen_others_do_not(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await ReplyAsync(house, id);
        await house.ActAsAsync(Person("Agnese"));
        Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((ReopenCaseHandler h) => h.HandleAsync(new ReopenCase(id, "Iemesls", null), None))));
        await house.ActAsAsync(Person("Jānis"));
        await house.RunAsync((ReopenCaseHandler h) => h.HandleAsync(new ReopenCase(id, "Jauni fakti", null), None));
        Assert.Equal(CaseState.InProgress, (await LoadAsync(house, id)).State);
    }

    // ---- Confidential

    [Theory, EachDatabase]
    public async Task A_confidential_case_is_closed_even_to_who_reads_all(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house, "Sūdzība par dzeltenrāpuļa izturēšanos Upes ielā.");
        var ruta = await IdOfAsync(house, "Ruta");
        await house.RunAsync((MarkConfidentialHandler h) => h.HandleAsync(new MarkConfidential(id, true, "Sūdzība par darbinieku", false, [ruta], null), None));
        (string Name, bool Head, bool Content)[] expected =
        [
            ("Līga", true, true), // answers for it
            ("Jānis", true, true), // heads the unit
            ("Ruta", true, true), // named, of another unit
            ("Daina", true, false), // reads all cases, but not this one
            ("Inga", true, false),
            ("Uldis", true, false),
            ("Edgars", false, false),
        ];
        foreach (var (name, head, content) in expected)
        {
            await house.ActAsAsync(Person(name));
            var shown = await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None));
            Assert.True(head == shown is not null, name);
            Assert.True(content == (shown?.MayRead ?? false) && content == (shown?.Messages.Count > 0) && content == (shown?.Steps.Confidentiality is not null), name);
            var row = (await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All }, None))).Rows.SingleOrDefault(r => r.Id == id);
            Assert.True(head == row is not null && content == (row?.Subject is not null) && (content || row?.ClientName is null), name);
            Assert.True(content == (await FindAsync(house, "dzeltenrāpuļa")).Contains(id), name);
        }

        await house.ActAsAsync(Person("Daina"));
        Assert.Contains(id, await FindAsync(house, (await LoadAsync(house, id)).Number)); // its head is found by the number
        Assert.DoesNotContain(id, await FindAsync(house, "Kalniņa"));
        Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Piezīme"), None))));
        Assert.Equal("Cases.Refusal.NotAllowed", await KeyOfAsync(() => house.RunAsync((MarkConfidentialHandler h) => h.HandleAsync(new MarkConfidential(id, false, "Gribu lasīt", false, [], null), None))));

        await house.ActAsAsync(Person("Līga"));
        await house.RunAsync((MarkConfidentialHandler h) => h.HandleAsync(new MarkConfidential(id, true, "Par vadītāju", true, [], null), None));
        await house.ActAsAsync(Person("Jānis"));
        Assert.False((await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None)))?.MayRead ?? false); // it is about him
    }

    private static async Task<IReadOnlyList<Guid>> FindAsync(House house, string words) =>
        [.. (await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = words }, None))).Hits.Select(h => h.Id)];

    // ---- Forwarding

    [Theory, EachDatabase]
    public async Task What_is_chosen_goes_to_the_body_and_the_client_is_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        var submission = (await LoadAsync(house, id)).Messages.Single(m => m.Kind == MessageKind.Submission);
        await house.RunAsync((ForwardCaseHandler h) => h.HandleAsync(Forwarding(id) with { MessageIds = [submission.Id], NamesClient = true }, None));
        var letter = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().SingleAsync(o => o.CaseId == id && o.ToAddress == "vvd@iestades.example", None));
        Assert.Contains("Upes ielā nav izvesti atkritumi.", letter.Body, StringComparison.Ordinal);
        Assert.Contains("ilze.kalnina@pasts.example", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Ilze", (await LoadAsync(house, id)).Messages.Single(m => m.Kind == MessageKind.Referral).Text, StringComparison.Ordinal);

        await SendAsync(house);
        var item = await LoadAsync(house, id);
        Assert.Equal((CaseState.Closed, CaseOutcome.Forwarded, "Valsts vides dienests"), (item.State, item.Outcome!.Value, item.ForwardedTo));
        var tracked = (await house.RunAsync((TrackCaseHandler h) => h.HandleAsync(id, None)))!;
        Assert.DoesNotContain(tracked.Steps, s => s.Text?.Contains("jūsu iestāde", StringComparison.Ordinal) == true); // the letter to the body is not the client's
    }

    [Theory, EachDatabase]
    public async Task Without_leave_the_body_does_not_learn_who_wrote_and_a_failed_letter_never_turns_to_the_client(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await house.RunAsync((ForwardCaseHandler h) => h.HandleAsync(Forwarding(id), None));
        var row = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().SingleAsync(o => o.CaseId == id && o.ToAddress == "vvd@iestades.example", None));
        Assert.DoesNotContain("Ilze", row.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Upes ielā", row.Body, StringComparison.Ordinal);
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id, None);
            (await db.Set<OutgoingMessage>().SingleAsync(o => o.Id == row.Id, None)).MarkFailed("550", true, house.Time.Now);
            item.MarkFailed(row.MessageId!.Value, "550", house.Time.Now);
            await db.SaveChangesAsync(None);
        });
        await house.RunAsync((ResolveFailedLetterHandler h) => h.HandleAsync(new ResolveFailedLetter(id, row.MessageId!.Value, "pasts@vvd.example", null, SendAgain: true), None));
        Assert.Equal("pasts@vvd.example", await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.Id == row.Id).Select(o => o.ToAddress).SingleAsync(None)));
        Assert.Equal("ilze.kalnina@pasts.example", (await LoadAsync(house, id)).Contact.Email);
    }

    [Theory, EachDatabase]
    public async Task Both_letters_are_taken_back_together(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await house.RunAsync((ForwardCaseHandler h) => h.HandleAsync(Forwarding(id), None));
        var told = (await LoadAsync(house, id)).Messages.Single(m => m.Kind == MessageKind.Forwarding);
        await house.RunAsync((TakeBackLetterHandler h) => h.HandleAsync(new TakeBackLetter(id, told.Id), None));
        var item = await LoadAsync(house, id);
        Assert.All(item.Messages.Where(m => m.Kind is MessageKind.Forwarding or MessageKind.Referral), m => Assert.Equal(DeliveryState.TakenBack, m.DeliveryState));
        Assert.True(item.IsOpen);
    }

    private static ForwardCase Forwarding(Guid id) => new()
    {
        CaseId = id,
        Body = "Valsts vides dienests",
        BodyContact = "vvd@iestades.example",
        BodyDelivery = Delivery.Email,
        BodyText = "Pārsūtām, par to lemj jūsu iestāde.",
        Reason = "Nav pašvaldības kompetence",
        ClientText = "Atbildēs Valsts vides dienests.",
        ClientDelivery = Delivery.Email,
        Token = Guid.NewGuid(),
    };

    // ---- Asking a colleague

    [Theory, EachDatabase]
    public async Task A_colleague_is_asked_in_a_case_of_its_own_and_answers_into_the_askers(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        var submission = (await LoadAsync(house, id)).Messages.Single(m => m.Kind == MessageKind.Submission);
        var (liga, agnese) = (await IdOfAsync(house, "Līga"), await IdOfAsync(house, "Agnese"));
        var command = new AskColleague { CaseId = id, PersonId = agnese, Question = "Vai ēka ir nodota ekspluatācijā?", MessageIds = [submission.Id], Token = Guid.NewGuid() };
        var inquiryId = await house.RunAsync((AskColleagueHandler h) => h.HandleAsync(command, None));
        Assert.Equal(inquiryId, await house.RunAsync((AskColleagueHandler h) => h.HandleAsync(command, None))); // the same form asks once

        var inquiry = await LoadAsync(house, inquiryId);
        Assert.StartsWith("IP/26/", inquiry.Number, StringComparison.Ordinal);
        Assert.Equal((Audience.Internal, agnese, new DateOnly(2026, 6, 19)), (inquiry.Audience, inquiry.AssigneeId!.Value, inquiry.NextDueOn!.Value)); // one working day
        Assert.Contains("> Upes ielā nav izvesti atkritumi.", inquiry.Messages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ilze", inquiry.Messages[0].Text, StringComparison.Ordinal);
        Assert.True(await ToldAsync(house, agnese, NoticeKind.ColleagueAsked, inquiryId));

        await house.ActAsAsync(Person("Agnese"));
        Assert.Null(await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None))); // the case itself stays closed to her
        var shown = (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(inquiryId, None)))!;
        Assert.Equal((false, 0), (shown.Steps.AskedFor!.MayOpen, shown.Steps.AskedFor.Letters.Count));
        Assert.Contains((await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.Mine }, None))).Rows, r => r.Id == inquiryId);

        var answer = new AnswerColleague(inquiryId, "Nav nodota.", [], shown.Seen, Guid.NewGuid());
        await house.RunAsync((AnswerColleagueHandler h) => h.HandleAsync(answer, None));
        await house.RunAsync((AnswerColleagueHandler h) => h.HandleAsync(answer, None));
        var parent = await LoadAsync(house, id);
        var said = Assert.Single(parent.Messages, m => m.Kind == MessageKind.ColleagueAnswer);
        Assert.Equal((MessageDirection.Internal, "Nav nodota."), (said.Direction, said.Text));
        Assert.Equal((CaseState.InProgress, liga, new DateOnly(2026, 6, 26)), (parent.State, parent.AssigneeId!.Value, parent.NextDueOn!.Value)); // nothing of the case moved
        Assert.Equal((CaseState.Closed, ClockState.Met), ((inquiry = await LoadAsync(house, inquiryId)).State, inquiry.Clocks[0].State));
        Assert.True(await ToldAsync(house, liga, NoticeKind.ColleagueAnswered, id));
    }

    [Theory, EachDatabase]
    public async Task The_colleague_reads_the_letters_only_with_the_askers_leave_and_never_the_notes(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Klients ir dusmīgs."), None));
        var agnese = await IdOfAsync(house, "Agnese");
        var inquiryId = await house.RunAsync((AskColleagueHandler h) => h.HandleAsync(
            new AskColleague { CaseId = id, PersonId = agnese, Question = "Ko darīt?", SharesLetters = true, Token = Guid.NewGuid() }, None));
        await house.ActAsAsync(Person("Agnese"));
        var letters = (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(inquiryId, None)))!.Steps.AskedFor!.Letters;
        Assert.Contains(letters, l => l.Text.Contains("Upes ielā", StringComparison.Ordinal));
        Assert.DoesNotContain(letters, l => l.Text.Contains("dusmīgs", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_confidential_case_asks_a_person_and_its_question_is_confidential_too(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await LigasCaseAsync(house);
        await house.RunAsync((MarkConfidentialHandler h) => h.HandleAsync(new MarkConfidential(id, true, "Veselības dati", false, [], null), None));
        var building = await UnitAsync(house, DemoPeople.Building);
        Assert.Equal("Cases.Refusal.ConfidentialNeedsPerson", await KeyOfAsync(() => house.RunAsync((AskColleagueHandler h) =>
            h.HandleAsync(new AskColleague { CaseId = id, UnitId = building, Question = "Ko darīt?", Token = Guid.NewGuid() }, None))));
        var inquiryId = await house.RunAsync(async (AskColleagueHandler h) =>
            await h.HandleAsync(new AskColleague { CaseId = id, PersonId = await IdOfAsync(house, "Agnese"), Question = "Ko darīt?", Token = Guid.NewGuid() }, None));
        Assert.True((await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(inquiryId, None)))!.MayRead); // the asker
        await house.ActAsAsync(Person("Kārlis"));
        Assert.False((await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(inquiryId, None)))?.MayRead ?? false); // not even her head
    }
}
