using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Tests.Deadlines;

namespace ServiceDesk.Domain.Tests.Cases;

/// <summary>What a case does and refuses. Received Thu 18.06.2026 11:00, three working days, due Fri 26.06.2026.</summary>
public class CaseTests
{
    private static readonly Register Register = new(Register.Cases, "Reģistrs", "4.1-5", "{index}/{yy}/{seq}");
    private static readonly Actor Anna = new(Guid.CreateVersion7(), "Anna Ozola");
    private static readonly Guid Unit = Guid.CreateVersion7();
    private static readonly DateTimeOffset ReceivedAt = Latvia.Riga("2026-06-18 11:00");

    private static Case Received(string? email = "ilze@pasts.example", bool formal = false, CaseKind kind = CaseKind.Complaint)
    {
        var item = Case.Receive(new Receipt
        {
            Register = Register,
            Year = 2026,
            Sequence = 1482,
            Kind = kind,
            Channel = Channel.WebForm,
            Subject = "Neizvesti atkritumi",
            Text = "Upes ielā nav izvesti atkritumi.",
            UnitId = Unit,
            RegisteredBy = Actor.Client,
            Contact = new Contact { Name = "Ilze", Email = email },
            ReceivedAt = ReceivedAt,
            ReceivedOn = new(2026, 6, 18),
            RegisteredAt = ReceivedAt,
            IsFormal = formal,
        });
        item.StartClock(Clock.ForRule(item.Id, Latvia.Rule("SIG-EXT"), Latvia.Standard, Latvia.Calendar, ReceivedAt), ReceivedAt);
        if (formal)
            item.StartClock(Clock.ForRule(item.Id, Latvia.Law(10, TermUnit.WorkingDays, new Term(1, TermUnit.Months)), Latvia.Standard, Latvia.Calendar, ReceivedAt), ReceivedAt);
        return item;
    }

    private static void Leaves(Case item, Message message, string at) => item.MarkSent(message.Id, Latvia.Riga(at), Latvia.Standard, Latvia.Calendar);

    private static Message Promise(Case item, string day, string at, DateOnly? latest = null) => item.PromiseReply(
        "Gaidām pārvadātāju.", Latvia.Day(day), new PromiseBounds(null, latest ?? new(2026, 7, 20)), LocalTime.Riga.DateOf(Latvia.Riga(at)), Delivery.Email, Anna, Latvia.Riga(at));

    private static string KeyOf(Action step) => Assert.Throws<Refusal>(step).Key;

    [Fact]
    public void A_received_case_has_number_key_text_and_its_earliest_date()
    {
        var item = Received();
        Assert.Equal("4.1-5/26/1482", item.Number);
        Assert.Equal(8, item.AccessKey.Length);
        Assert.Equal((CaseState.New, new DateOnly(2026, 6, 26), Layer.Service), (item.State, item.NextDueOn!.Value, item.NextDueLayer!.Value));
        Assert.Equal(MessageDirection.FromClient, Assert.Single(item.Messages).Direction);
        Assert.Equal([CaseEventKind.Received, CaseEventKind.ClockStarted], item.History.Select(e => e.Kind));
    }

    [Fact]
    public void A_case_from_the_future_is_refused()
    {
        var early = ReceivedAt.AddMinutes(-1);
        Assert.Equal("Cases.Refusal.ReceivedInFuture", KeyOf(() => Case.Receive(new Receipt
        {
            Register = Register,
            Year = 2026,
            Sequence = 1,
            Kind = CaseKind.Question,
            Channel = Channel.Phone,
            Subject = "Temats",
            Text = "Teksts",
            UnitId = Unit,
            RegisteredBy = Anna,
            ReceivedAt = ReceivedAt,
            ReceivedOn = new(2026, 6, 18),
            RegisteredAt = early,
        })));
    }

    [Fact] // a reply that did not leave the house meets nothing
    public void A_written_reply_leaves_the_clock_running_until_it_has_left()
    {
        var item = Received();
        var reply = item.Reply("Atkritumi izvesti.", [], CaseOutcome.Granted, Delivery.Email, Anna, Latvia.Riga("2026-06-26 16:00"));
        Assert.Equal(ClockState.Running, item.Clocks[0].State);
        Assert.Equal(CaseState.InProgress, item.State); // who answers owns the case

        Leaves(item, reply, "2026-06-26 23:59");
        Assert.Equal((ClockState.Met, CaseState.Closed, CaseOutcome.Granted), (item.Clocks[0].State, item.State, item.Outcome!.Value));
        Assert.Null(item.NextDueOn);
        Assert.Equal(Anna.EmployeeId, item.AssigneeId);
    }

    [Fact] // the date on which it left decides, not the date on which it was written
    public void A_reply_that_leaves_on_the_next_day_is_late()
    {
        var item = Received();
        var reply = item.Reply("Atkritumi izvesti.", [], null, Delivery.Email, Anna, Latvia.Riga("2026-06-26 23:59"));
        Leaves(item, reply, "2026-06-27 00:00");
        Assert.Equal((ClockState.Breached, CaseState.Answered), (item.Clocks[0].State, item.State));
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.ClockBreached);
    }

    [Fact]
    public void A_letter_reported_sent_twice_is_settled_once()
    {
        var item = Received();
        var reply = item.Reply("Atbilde.", [], null, Delivery.Email, Anna, Latvia.Riga("2026-06-19 10:00"));
        Leaves(item, reply, "2026-06-19 10:01");
        Leaves(item, reply, "2026-06-30 10:00");
        Assert.Equal(Latvia.Riga("2026-06-19 10:01"), item.AnsweredAt);
        Assert.Single(item.History, e => e.Kind == CaseEventKind.MessageSent);
    }

    [Fact]
    public void A_failed_letter_keeps_the_clock_running_and_shouts_until_dealt_with()
    {
        var item = Received();
        var reply = item.Reply("Atbilde.", [], null, Delivery.Email, Anna, Latvia.Riga("2026-06-19 10:00"));
        item.MarkFailed(reply.Id, "550 nav tādas pastkastes", Latvia.Riga("2026-06-19 10:05"));
        Assert.True(item.HasFailedMessage);
        Assert.Equal(ClockState.Running, item.Clocks[0].State);
        Assert.Equal("Cases.Refusal.LetterFailed", KeyOf(() => item.Close(CaseOutcome.Withdrawn, "Klients atsauca", Anna, Latvia.Riga("2026-06-19 11:00"))));
        Assert.Equal("Cases.Refusal.ReasonMissing", KeyOf(() => item.ResolveFailure(reply.Id, " ", Anna, Latvia.Riga("2026-06-19 11:00"))));

        item.SendAgain(reply.Id, Anna, Latvia.Riga("2026-06-19 11:00"));
        Assert.False(item.HasFailedMessage);
        Leaves(item, reply, "2026-06-19 11:01");
        Assert.Equal(ClockState.Met, item.Clocks[0].State);
    }

    [Fact] // SIG 21.1: explanation and date within the term meet the first clock and start the promise
    public void An_interim_reply_meets_the_clock_and_starts_the_promise_when_it_has_left()
    {
        var item = Received();
        var interim = Promise(item, "2026-07-03", "2026-06-26 16:00");
        Assert.Single(item.Clocks);
        Leaves(item, interim, "2026-06-26 16:01");
        Assert.Equal(ClockState.MetByInterim, item.Clocks[0].State);
        Assert.Equal((Layer.PersonalPromise, new DateOnly(2026, 7, 3)), (item.NextDueLayer!.Value, item.NextDueOn!.Value));

        var reply = item.Reply("Atbilde.", [], CaseOutcome.Explained, Delivery.Email, Anna, Latvia.Riga("2026-07-03 17:00"));
        Leaves(item, reply, "2026-07-03 17:01");
        Assert.Equal(ClockState.Met, item.Clocks[1].State);
    }

    [Fact] // late interim: the first clock is missed, the promise counts all the same
    public void An_interim_reply_after_the_term_breaches_and_promises()
    {
        var item = Received();
        var interim = Promise(item, "2026-07-03", "2026-06-29 09:00");
        Leaves(item, interim, "2026-06-29 09:01");
        Assert.Equal((ClockState.Breached, ClockState.Running), (item.Clocks[0].State, item.Clocks[1].State));
    }

    [Theory]
    [InlineData("2026-06-26", "Cases.Refusal.PromiseInPast")] // today is no promise
    [InlineData("2026-06-20", "Cases.Refusal.PromiseInPast")]
    [InlineData("2026-07-21", "Cases.Refusal.PromiseTooLate")] // over the limit
    public void A_promise_out_of_bounds_is_refused_and_changes_nothing(string day, string key)
    {
        var item = Received();
        Assert.Equal(key, KeyOf(() => Promise(item, day, "2026-06-26 10:00")));
        Assert.Single(item.Messages);
        Assert.Null(item.AssigneeId);
    }

    [Fact]
    public void A_promise_before_the_term_it_replaces_is_refused() =>
        Assert.Equal("Cases.Refusal.PromiseNotLater", KeyOf(() => Promise(Received(), "2026-06-25", "2026-06-19 10:00")));

    [Fact]
    public void An_interim_reply_without_explanation_is_refused()
    {
        var item = Received();
        Assert.Equal("Cases.Refusal.ExplanationMissing", KeyOf(() => item.PromiseReply(
            "  ", new(2026, 7, 3), new PromiseBounds(null, new(2026, 7, 20)), new(2026, 6, 26), Delivery.Email, Anna, Latvia.Riga("2026-06-26 10:00"))));
    }

    [Fact] // two clicks, one letter
    public void A_second_interim_reply_while_one_is_on_its_way_is_refused()
    {
        var item = Received();
        Promise(item, "2026-07-03", "2026-06-26 10:00");
        Assert.Equal("Cases.Refusal.InterimOnItsWay", KeyOf(() => Promise(item, "2026-07-03", "2026-06-26 10:00")));
    }

    [Theory] // SIG 23.2: extended before the old date is over counts as extended, later as broken; both dates stay
    [InlineData("2026-07-03 16:00", ClockState.Extended)]
    [InlineData("2026-07-06 09:00", ClockState.Breached)]
    public void An_interim_reply_during_a_promise_extends_it(string sent, ClockState first)
    {
        var item = Received();
        Leaves(item, Promise(item, "2026-07-03", "2026-06-26 16:00"), "2026-06-26 16:01");
        Leaves(item, Promise(item, "2026-07-10", sent), sent);
        Assert.Equal([first, ClockState.Running], item.Clocks.Skip(1).Select(c => c.State));
        Assert.Equal(1, item.Clocks[2].ExtensionCount);
        Assert.Equal(new DateOnly(2026, 7, 10), item.NextDueOn);
    }

    [Fact] // the promise was late to leave: its own date is over, so it promises nothing and the old clock stays owed
    public void A_letter_that_left_after_its_own_date_does_not_extend_a_promise()
    {
        var item = Received();
        Leaves(item, Promise(item, "2026-07-03", "2026-06-26 16:00"), "2026-06-26 16:01");
        var late = Promise(item, "2026-07-06", "2026-07-03 16:00");
        Leaves(item, late, "2026-07-08 09:00");
        Assert.Equal(2, item.Clocks.Count);
        Assert.Equal(new DateOnly(2026, 7, 3), item.NextDueOn);
    }

    [Fact] // service interim replies never touch the law's clock
    public void An_interim_reply_leaves_the_statutory_clock_alone()
    {
        var item = Received(formal: true);
        Leaves(item, Promise(item, "2026-07-01", "2026-06-26 10:00"), "2026-06-26 10:01");
        var statutory = item.Clocks.Single(c => c.Layer == Layer.Statute);
        Assert.Equal((ClockState.Running, new DateOnly(2026, 7, 6)), (statutory.State, statutory.DueOn));
    }

    [Fact]
    public void A_statutory_extension_moves_only_the_statutory_clock_when_it_has_left()
    {
        var item = Received(formal: true);
        var notice = item.ExtendStatutory("Jāapkopo lieli apjomi.", new(2026, 7, 17), new(2026, 7, 20), new(2026, 6, 25), Delivery.Email, Anna, Latvia.Riga("2026-06-25 10:00"));
        Assert.Equal(new DateOnly(2026, 7, 6), item.Statutory()!.DueOn);
        Leaves(item, notice, "2026-06-25 10:01");
        Assert.Equal(new DateOnly(2026, 7, 17), item.Statutory()!.DueOn);
        Assert.Equal(["submission", "2026-07-06"], item.History.Single(e => e.Kind == CaseEventKind.ClockExtended).Arguments); // the date it had
        Assert.Equal(new DateOnly(2026, 6, 26), item.NextDueOn);
        Assert.Equal("Cases.Refusal.PromiseTooLate", KeyOf(() => item.ExtendStatutory(
            "Vēl.", new(2026, 7, 21), new(2026, 7, 20), new(2026, 6, 25), Delivery.Email, Anna, Latvia.Riga("2026-06-25 11:00"))));
    }

    [Fact] // Sigulda wants an answer or an explained date; an automatic letter is neither
    public void An_acknowledgement_does_not_meet_the_reply_clock()
    {
        var item = Received();
        Leaves(item, item.Acknowledge("Saņemts.", Delivery.Email, Actor.System, ReceivedAt), "2026-06-18 11:01");
        Assert.Equal(ClockState.Running, item.Clocks[0].State);
    }

    [Fact] // Jelgava 20.1: number, unit and term meet it
    public void An_acknowledgement_meets_the_acknowledgement_clock()
    {
        var item = Received();
        item.StartClock(Clock.ForRule(item.Id, Latvia.Rule("JEL-ACK"), Latvia.Standard, Latvia.Calendar, ReceivedAt), ReceivedAt);
        Leaves(item, item.Acknowledge("Saņemts.", Delivery.Email, Actor.System, ReceivedAt), "2026-06-18 11:01");
        Assert.Equal([ClockState.Running, ClockState.Met], item.Clocks.Select(c => c.State));
    }

    [Fact] // who writes three times is answered by the date of the first
    public void Another_message_of_the_client_neither_stops_nor_restarts_the_clock()
    {
        var item = Received();
        item.AddClientMessage("Vēl joprojām.", [], Latvia.Riga("2026-06-25 09:00"));
        Assert.Equal((1, new DateOnly(2026, 6, 26)), (item.Clocks.Count, item.NextDueOn!.Value));
    }

    [Fact]
    public void A_note_stays_in_the_house_and_touches_no_clock()
    {
        var item = Received();
        var note = item.AddNote("Zvanīju pārvadātājam.", Anna, Latvia.Riga("2026-06-19 09:00"));
        Assert.Equal((MessageDirection.Internal, DeliveryState.NotNeeded), (note.Direction, note.DeliveryState));
        Assert.Equal((ClockState.Running, (Guid?)null), (item.Clocks[0].State, item.AssigneeId));
    }

    [Fact] // handing over between units is our matter, not the client's
    public void Handing_over_leaves_the_clients_date()
    {
        var item = Received();
        item.Assign(Guid.CreateVersion7(), "Būvvalde", null, null, "Nav mūsu joma", Anna, Latvia.Riga("2026-06-19 09:00"));
        Assert.Equal(new DateOnly(2026, 6, 26), item.NextDueOn);
        Assert.Equal("Cases.Refusal.AlreadyAssigned", KeyOf(() => item.Assign(item.UnitId, "Būvvalde", null, null, null, Anna, Latvia.Riga("2026-06-19 09:01"))));
    }

    [Fact]
    public void A_case_is_not_closed_while_a_reply_is_owed()
    {
        var item = Received();
        Assert.Equal("Cases.Refusal.ReplyOwed", KeyOf(() => item.Close(CaseOutcome.Granted, null, Anna, Latvia.Riga("2026-06-19 09:00"))));
        Assert.Equal("Cases.Refusal.ReasonMissing", KeyOf(() => item.Close(CaseOutcome.LeftUnexamined, null, Anna, Latvia.Riga("2026-06-19 09:00"))));
        item.Close(CaseOutcome.NoReplyWanted, "Klients piezvanīja", Anna, Latvia.Riga("2026-06-19 09:00"));
        Assert.Equal((CaseState.Closed, ClockState.Released), (item.State, item.Clocks[0].State));
        Assert.Equal("Cases.Refusal.AlreadyClosed", KeyOf(() => item.Reply("Teksts", [], null, Delivery.Email, Anna, Latvia.Riga("2026-06-19 10:00"))));
        Assert.Equal("Cases.Refusal.ClosedForMessages", KeyOf(() => item.AddClientMessage("Vēl", [], Latvia.Riga("2026-06-19 10:00"))));
    }

    [Fact]
    public void A_clock_is_marked_missed_only_when_its_day_is_over()
    {
        var item = Received();
        var clock = item.Clocks[0];
        Assert.False(item.MarkBreached(clock.Id, Latvia.Riga("2026-06-26 23:59")));
        Assert.True(item.MarkBreached(clock.Id, Latvia.Riga("2026-06-27 00:00")));
        Assert.False(item.MarkBreached(clock.Id, Latvia.Riga("2026-06-28 00:00")));
        Assert.Equal(new DateOnly(2026, 6, 26), item.NextDueOn); // still owed, so still first in the list
    }

    [Fact]
    public void An_e_mail_to_nobody_is_refused() =>
        Assert.Equal("Cases.Refusal.NoEmail", KeyOf(() => Received(email: null).Reply("Teksts", [], null, Delivery.Email, Anna, Latvia.Riga("2026-06-19 10:00"))));

    [Fact]
    public void A_moved_calendar_moves_the_date_and_says_so()
    {
        var item = Received();
        var calendar = Latvia.With(more: Latvia.Exception("2026-06-25", CalendarExceptionKind.Holiday));
        item.MoveClock(item.Clocks[0].Id, new(2026, 6, 27), calendar, "Kalendārs", Latvia.Riga("2026-06-19 10:00"));
        Assert.Equal(new DateOnly(2026, 6, 27), item.NextDueOn);
        var line = item.History[^1];
        Assert.Equal((CaseEventKind.ClockMoved, "external-reply", "2026-06-26", "2026-06-27"), (line.Kind, line.Arguments[0], line.Arguments[1], line.Arguments[2]));
    }
}
