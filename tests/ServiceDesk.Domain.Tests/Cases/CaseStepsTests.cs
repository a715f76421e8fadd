using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Tests.Deadlines;

namespace ServiceDesk.Domain.Tests.Cases;

/// <summary>
/// A case between people: waiting, handed over, restricted, forwarded, opened again. Received Thu 18.06.2026 11:00, three working days,
/// due Fri 26.06.2026 (Mon 22 moved out, 23 and 24 holidays).
/// </summary>
public class CaseStepsTests
{
    private static readonly Register Register = new(Register.Cases, "Reģistrs", "4.1-5", "{index}/{yy}/{seq}");
    private static readonly Actor Anna = new(Guid.CreateVersion7(), "Anna Ozola");
    private static readonly Actor Janis = new(Guid.CreateVersion7(), "Jānis Kalniņš");
    private static readonly Guid Utilities = Guid.CreateVersion7();
    private static readonly Guid Building = Guid.CreateVersion7();
    private static readonly DateOnly Due = new(2026, 6, 26);

    private static DateTimeOffset At(string local) => Latvia.Riga(local);

    private static Case Received(Guid? assignee = null, bool formal = false)
    {
        var item = Case.Receive(new Receipt
        {
            Register = Register,
            Year = 2026,
            Sequence = 7,
            Kind = CaseKind.Complaint,
            Channel = Channel.WebForm,
            IsFormal = formal,
            Subject = "Neizvesti atkritumi",
            Text = "Upes ielā nav izvesti atkritumi.",
            UnitId = Utilities,
            AssigneeId = assignee,
            RegisteredBy = Actor.Client,
            Contact = new Contact { Name = "Ilze", Email = "ilze@pasts.example" },
            ReceivedAt = At("2026-06-18 11:00"),
            ReceivedOn = new(2026, 6, 18),
            RegisteredAt = At("2026-06-18 11:00"),
            Files = [new AttachedFile("foto.jpg", "image/jpeg", 10, new string('a', 64))],
        });
        item.StartClock(Clock.ForRule(item.Id, Latvia.Rule("SIG-EXT"), Latvia.Standard, Latvia.Calendar, At("2026-06-18 11:00")), At("2026-06-18 11:00"));
        if (formal)
            item.StartClock(Clock.ForRule(item.Id, Latvia.Law(10, TermUnit.WorkingDays, new Term(1, TermUnit.Months)), Latvia.Standard, Latvia.Calendar, At("2026-06-18 11:00")), At("2026-06-18 11:00"));
        return item;
    }

    private static void Leaves(Case item, Message message, string at) => item.MarkSent(message.Id, At(at), Latvia.Standard, Latvia.Calendar);

    private static string KeyOf(Action step) => Assert.Throws<Refusal>(step).Key;

    private static Message Ask(Case item, string? until = "2026-06-30", string at = "2026-06-19 09:00") =>
        item.AskClient("Kurš konteiners?", until is null ? null : Latvia.Day(until), LocalTime.Riga.DateOf(At(at)), Delivery.Email, Anna, At(at));

    private static Case Closed(string at = "2026-06-25 10:00")
    {
        var item = Received(Anna.EmployeeId);
        Leaves(item, item.Reply("Izvedām.", [], CaseOutcome.Granted, Delivery.Email, Anna, At(at)), at);
        return item;
    }

    // ---- Waiting for the client

    [Fact] // SIG 21.1 wants a reply or an explanation with a date: a question is neither, so the three days go on
    public void A_question_makes_the_case_wait_and_stops_no_clock()
    {
        var item = Received(formal: true);
        var question = Ask(item);
        Assert.Equal(CaseState.InProgress, item.State); // waits only once the question has left
        Leaves(item, question, "2026-06-19 09:01");
        Assert.Equal((CaseState.Waiting, new DateOnly(2026, 6, 30), At("2026-06-19 09:01")), (item.State, item.WaitingUntilOn!.Value, item.WaitingSince!.Value));
        Assert.All(item.Clocks, c => Assert.Equal(ClockState.Running, c.State));
        Assert.Equal(Due, item.NextDueOn);
        Assert.True(item.MarkBreached(item.Clocks[0].Id, At("2026-06-27 00:00"))); // the client's silence is no excuse
    }

    [Fact]
    public void The_clients_answer_brings_the_case_back_at_once()
    {
        var item = Received();
        Leaves(item, Ask(item), "2026-06-19 09:01");
        item.AddClientMessage("Zaļais.", [], At("2026-06-25 20:00"));
        Assert.Equal((CaseState.InProgress, (DateTimeOffset?)null, (DateOnly?)null), (item.State, item.WaitingSince, item.WaitingUntilOn));
        Assert.Equal(Due, item.NextDueOn);
    }

    [Fact]
    public void A_reply_ends_the_waiting_and_a_second_answer_of_ours_needs_none()
    {
        var item = Received();
        Leaves(item, Ask(item), "2026-06-19 09:01");
        Leaves(item, item.Reply("Izvedām visus.", [], null, Delivery.Email, Anna, At("2026-06-25 09:00")), "2026-06-25 09:01");
        Assert.Equal((CaseState.Answered, (DateTimeOffset?)null), (item.State, item.WaitingSince));
        Assert.Equal("Cases.Refusal.NotWaiting", KeyOf(() => item.StopWaiting(null, Anna, At("2026-06-25 10:00"))));
    }

    [Fact]
    public void Staff_stop_waiting_when_the_answer_came_by_phone()
    {
        var item = Received();
        Leaves(item, Ask(item, until: null), "2026-06-19 09:01");
        item.StopWaiting("Klients piezvanīja", Anna, At("2026-06-25 09:00"));
        Assert.Equal((CaseState.InProgress, "Klients piezvanīja"), (item.State, item.History[^1].Reason));
    }

    [Theory]
    [InlineData("2026-06-18")]
    [InlineData("2026-06-19")] // today itself is no day to wait until
    public void Waiting_until_a_day_that_is_over_is_refused(string until) => Assert.Equal("Cases.Refusal.WaitInPast", KeyOf(() => Ask(Received(), until)));

    [Fact]
    public void A_second_question_waits_for_the_first_to_leave()
    {
        var item = Received();
        Ask(item);
        Assert.Equal("Cases.Refusal.QuestionOnItsWay", KeyOf(() => Ask(item)));
    }

    // ---- Extending a promise

    [Fact] // SIG 23.2 names no limit; where a standard does, the letter is refused and not only its clock
    public void A_promise_is_put_off_as_often_as_the_standard_allows()
    {
        var item = Received();
        var bounds = new PromiseBounds(null, new(2026, 8, 1), MostExtensions: 1);
        Leaves(item, item.PromiseReply("Gaidām pārvadātāju.", new(2026, 6, 30), bounds, new(2026, 6, 19), Delivery.Email, Anna, At("2026-06-19 09:00")), "2026-06-19 09:01");
        Leaves(item, item.PromiseReply("Joprojām gaidām.", new(2026, 7, 3), bounds, new(2026, 6, 29), Delivery.Email, Anna, At("2026-06-29 09:00")), "2026-06-29 09:01");
        Assert.Equal([ClockState.MetByInterim, ClockState.Extended, ClockState.Running], item.Clocks.Select(c => c.State));
        Assert.Equal(1, item.Clocks[2].ExtensionCount);
        Assert.Equal("Deadlines.Refusal.TooManyExtensions", KeyOf(() =>
            item.PromiseReply("Vēl gaidām.", new(2026, 7, 7), bounds, new(2026, 7, 1), Delivery.Email, Anna, At("2026-07-01 09:00"))));
    }

    // ---- Handing over

    [Fact] // SIG 6.2.2: exactly one responsible, until accepted the one who had it
    public void An_offered_case_stays_with_whoever_had_it_until_it_is_accepted()
    {
        var item = Received(Anna.EmployeeId);
        item.Offer(Building, "Būvvalde", Janis.EmployeeId, Janis.Name, "Vajag būvvaldes atzinumu", Anna, At("2026-06-19 09:00"));
        Assert.Equal((Utilities, Anna.EmployeeId, Due), (item.UnitId, item.AssigneeId, item.NextDueOn));
        item.AcceptOffer(Janis.EmployeeId!.Value, Janis.Name, "Būvvalde", Janis, At("2026-06-25 09:00"));
        Assert.Equal((Building, Janis.EmployeeId, Due, false), (item.UnitId, item.AssigneeId, item.NextDueOn, item.IsOffered));
    }

    [Fact]
    public void Who_offers_a_case_nobody_had_taken_on_answers_for_it_meanwhile()
    {
        var item = Received();
        item.Offer(Building, "Būvvalde", null, null, null, Anna, At("2026-06-19 09:00"));
        Assert.Equal((Anna.EmployeeId, CaseState.InProgress), (item.AssigneeId, item.State));
    }

    [Fact]
    public void A_return_needs_a_reason_and_leaves_everything_as_it_was()
    {
        var item = Received(Anna.EmployeeId);
        item.Offer(Building, "Būvvalde", null, null, null, Anna, At("2026-06-19 09:00"));
        Assert.Equal("Cases.Refusal.ReasonMissing", KeyOf(() => item.ReturnOffer(" ", Janis, At("2026-06-19 10:00"))));
        item.ReturnOffer("Nav būve", Janis, At("2026-06-19 10:00"));
        Assert.Equal((Utilities, Anna.EmployeeId, false), (item.UnitId, item.AssigneeId, item.IsOffered));
        Assert.Equal("Cases.Refusal.NotOffered", KeyOf(() => item.AcceptOffer(Janis.EmployeeId!.Value, Janis.Name, "Būvvalde", Janis, At("2026-06-19 11:00"))));
    }

    [Fact]
    public void A_case_is_offered_to_one_at_a_time_and_not_to_whoever_has_it()
    {
        var item = Received(Anna.EmployeeId);
        Assert.Equal("Cases.Refusal.AlreadyAssigned", KeyOf(() => item.Offer(Utilities, "Labiekārtošana", Anna.EmployeeId, Anna.Name, null, Anna, At("2026-06-19 09:00"))));
        item.Offer(Building, "Būvvalde", null, null, null, Anna, At("2026-06-19 09:00"));
        Assert.Equal("Cases.Refusal.AlreadyOffered", KeyOf(() => item.Offer(Building, "Būvvalde", Janis.EmployeeId, Janis.Name, null, Anna, At("2026-06-19 09:01"))));
        item.TakeBackOffer(Anna, At("2026-06-19 09:02"));
        Assert.False(item.IsOffered);
    }

    [Fact]
    public void Closing_and_giving_directly_end_an_offer()
    {
        var closed = Received(Anna.EmployeeId);
        closed.Offer(Building, "Būvvalde", null, null, null, Anna, At("2026-06-19 09:00"));
        closed.Close(CaseOutcome.Withdrawn, "Atsauca", Anna, At("2026-06-19 10:00"));
        var given = Received(Anna.EmployeeId);
        given.Offer(Building, "Būvvalde", null, null, null, Anna, At("2026-06-19 09:00"));
        given.Assign(Utilities, "Labiekārtošana", Janis.EmployeeId, Janis.Name, null, Janis, At("2026-06-19 10:00"));
        Assert.False(closed.IsOffered || given.IsOffered);
    }

    // ---- Opened again, thanks, "not solved"

    [Fact]
    public void A_reopened_case_owes_a_reply_again_and_keeps_the_old_clock_as_it_was()
    {
        var item = Closed();
        item.Reopen("Klients iesniedza jaunus faktus", Anna, At("2026-06-29 09:00"));
        Assert.Equal((CaseState.InProgress, (CaseOutcome?)null, ClockState.Met, false), (item.State, item.Outcome, item.Clocks[0].State, item.IsAnswered));
        Assert.Equal("Cases.Refusal.ReplyOwed", KeyOf(() => item.Close(CaseOutcome.Explained, null, Anna, At("2026-06-29 10:00"))));
        Leaves(item, item.Reply("Atbilde.", [], CaseOutcome.Explained, Delivery.Email, Anna, At("2026-06-30 09:00")), "2026-06-30 09:00");
        Assert.Equal((CaseState.Closed, true, At("2026-06-25 10:00")), (item.State, item.IsAnswered, item.AnsweredAt!.Value)); // the first answer stays the first
    }

    [Fact]
    public void Only_a_closed_case_is_reopened_and_only_with_a_reason()
    {
        Assert.Equal("Cases.Refusal.NotClosed", KeyOf(() => Received().Reopen("Iemesls", Anna, At("2026-06-19 09:00"))));
        Assert.Equal("Cases.Refusal.ReasonMissing", KeyOf(() => Closed().Reopen(null, Anna, At("2026-06-29 09:00"))));
    }

    [Fact]
    public void Thanks_are_kept_and_open_nothing()
    {
        var item = Closed();
        var thanks = item.FileThanks("Paldies!", At("2026-06-29 09:00"));
        Assert.Equal((CaseState.Closed, MessageDirection.FromClient, CaseEventKind.ThanksFiled), (item.State, thanks.Direction, item.History[^1].Kind));
        Assert.Equal("Cases.Refusal.ReplyOwed", KeyOf(() => Received().FileThanks("Paldies!", At("2026-06-19 09:00"))));
    }

    [Fact]
    public void The_client_says_once_that_it_is_not_solved()
    {
        var item = Closed();
        item.Dispute(At("2026-06-29 09:00"));
        Assert.Equal("Cases.Refusal.DisputedBefore", KeyOf(() => item.Dispute(At("2026-06-30 09:00"))));
        Assert.Equal("Cases.Refusal.NotClosed", KeyOf(() => Received().Dispute(At("2026-06-19 09:00"))));
    }

    [Theory] // closed on Thu 25.06.2026, fourteen days
    [InlineData("2026-06-25", false)]
    [InlineData("2026-07-09", false)] // the fourteenth day itself
    [InlineData("2026-07-10", true)]
    public void A_message_after_the_set_number_of_days_makes_a_new_case(string today, bool isNew) =>
        Assert.Equal(isNew, new ReopenPolicy(14, 30).MakesNewCase(new(2026, 6, 25), Latvia.Day(today)));

    [Fact]
    public void Without_a_number_of_days_a_message_always_opens_the_old_case() =>
        Assert.False(new ReopenPolicy(null, 30).MakesNewCase(new(2020, 1, 1), new(2026, 6, 25)));

    [Theory] // closed on Thu 25.06.2026, thirty days
    [InlineData("2026-07-25", true)]
    [InlineData("2026-07-26", false)]
    public void Not_solved_can_be_said_until_the_last_day(string today, bool may) =>
        Assert.Equal(may, new ReopenPolicy(14, 30).MayDispute(new(2026, 6, 25), Latvia.Day(today)));

    // ---- Confidential

    [Fact]
    public void Somebody_must_be_left_who_reads_a_confidential_case()
    {
        Assert.Equal("Cases.Refusal.NobodyCouldRead", KeyOf(() => Received().MarkConfidential("Par vadītāju", true, [], Anna, At("2026-06-19 09:00"))));
        Assert.Equal("Cases.Refusal.ReasonMissing", KeyOf(() => Received().MarkConfidential(" ", false, [], Anna, At("2026-06-19 09:00"))));
        var item = Received();
        item.MarkConfidential("Par vadītāju", true, [(Janis.EmployeeId!.Value, Janis.Name)], Anna, At("2026-06-19 09:00"));
        Assert.Equal((true, true, Janis.EmployeeId), (item.IsConfidential, item.HiddenFromHead, item.Readers.Single().EmployeeId));
        item.MarkConfidential("Par darbinieku", false, [], Anna, At("2026-06-19 10:00"));
        Assert.Empty(item.Readers);
    }

    [Fact]
    public void The_mark_is_lifted_with_a_reason_only()
    {
        var item = Received();
        Assert.Equal("Cases.Refusal.NotConfidential", KeyOf(() => item.LiftConfidentiality("Iemesls", Anna, At("2026-06-19 09:00"))));
        item.MarkConfidential("Veselības dati", false, [], Anna, At("2026-06-19 09:00"));
        Assert.Equal("Cases.Refusal.ReasonMissing", KeyOf(() => item.LiftConfidentiality("", Anna, At("2026-06-19 10:00"))));
        item.LiftConfidentiality("Klients atļāva", Anna, At("2026-06-19 10:00"));
        Assert.Equal((false, (string?)null), (item.IsConfidential, item.ConfidentialReason));
    }

    [Fact]
    public void A_confidential_case_goes_to_a_person_not_to_a_unit()
    {
        var item = Received(Anna.EmployeeId);
        item.MarkConfidential("Veselības dati", false, [], Anna, At("2026-06-19 09:00"));
        Assert.Equal("Cases.Refusal.ConfidentialNeedsPerson", KeyOf(() => item.Offer(Building, "Būvvalde", null, null, null, Anna, At("2026-06-19 10:00"))));
    }

    // ---- Forwarding

    private static (Message ToBody, Message ToClient) Forward(Case item)
    {
        var file = item.Messages[0].Attachments[0];
        var toBody = item.Refer("Valsts vides dienests", "vvd@iestades.example", "Pārsūtām.", [new AttachedFile(file.FileName, file.ContentType, file.Size, file.Hash)], Delivery.Email, Anna, At("2026-06-19 09:00"));
        var toClient = item.Forward("Atbildēs Valsts vides dienests.", "Valsts vides dienests", "Nav pašvaldības kompetence", Delivery.Email, Anna, At("2026-06-19 09:00"));
        return (toBody, toClient);
    }

    [Fact] // handbook 2.5: the promise ends when the client has been told who answers; and what is forwarded must have left
    public void A_case_is_forwarded_once_both_letters_have_left()
    {
        var item = Received(formal: true);
        var (toBody, toClient) = Forward(item);
        Assert.Equal((MessageDirection.ToOthers, "Valsts vides dienests", 1), (toBody.Direction, toBody.Addressee, toBody.Attachments.Count));
        Leaves(item, toClient, "2026-06-19 09:01");
        Assert.Equal((CaseState.InProgress, ClockState.Running), (item.State, item.Clocks[0].State));
        Leaves(item, toBody, "2026-06-19 09:02");
        Assert.Equal((CaseState.Closed, CaseOutcome.Forwarded, "Valsts vides dienests"), (item.State, item.Outcome!.Value, item.ForwardedTo));
        Assert.All(item.Clocks, c => Assert.Equal(ClockState.Met, c.State));
    }

    [Fact]
    public void A_letter_to_the_body_that_failed_keeps_the_case_open_and_shouting()
    {
        var item = Received();
        var (toBody, toClient) = Forward(item);
        item.MarkFailed(toBody.Id, "550", At("2026-06-19 09:02"));
        Leaves(item, toClient, "2026-06-19 09:02");
        Assert.Equal((CaseState.InProgress, true), (item.State, item.HasFailedMessage));
        item.ResolveFailure(toBody.Id, "Nosūtīts e-adresē", Anna, At("2026-06-19 10:00"));
        Assert.Equal((CaseState.Closed, CaseOutcome.Forwarded), (item.State, item.Outcome!.Value));
    }

    [Fact] // the law allows telling only where to turn
    public void Telling_the_client_where_to_turn_is_enough()
    {
        var item = Received();
        Leaves(item, item.Forward("Vērsieties VVD.", "Valsts vides dienests", null, Delivery.Email, Anna, At("2026-06-19 09:00")), "2026-06-19 09:01");
        Assert.Equal((CaseState.Closed, CaseOutcome.Forwarded), (item.State, item.Outcome!.Value));
    }

    [Fact]
    public void A_case_forwarded_opened_again_and_forwarded_anew_waits_for_the_new_letters()
    {
        var item = Received();
        var (toBody, toClient) = Forward(item);
        Leaves(item, toClient, "2026-06-19 09:01");
        Leaves(item, toBody, "2026-06-19 09:01");
        item.Reopen("Iestāde atsūtīja atpakaļ", Anna, At("2026-06-25 09:00"));
        var again = item.Refer("Valsts policija", "vp@iestades.example", "Pārsūtām.", [], Delivery.Email, Anna, At("2026-06-25 10:00"));
        Leaves(item, again, "2026-06-25 10:01");
        Assert.True(item.IsOpen); // the client has not been told of the new body yet
    }

    [Fact]
    public void A_colleagues_answer_stays_in_the_house_and_touches_nothing()
    {
        var item = Received(Anna.EmployeeId);
        var answer = item.AddColleagueAnswer("IP/26/1", "Konteiners pieder mums.", [], Janis, At("2026-06-19 09:00"));
        Assert.Equal((MessageDirection.Internal, ClockState.Running, Anna.EmployeeId), (answer.Direction, item.Clocks[0].State, item.AssigneeId));
    }
}
