using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Tests.Deadlines;

namespace ServiceDesk.Domain.Tests.Cases;

/// <summary>
/// Merging as worked examples, three working days each. First: received Wed 10.06.2026, due Mon 15.06. Second: received Fri 12.06., due Wed 17.06.
/// </summary>
public class MergeTests
{
    private static readonly Register Register = new(Register.Cases, "Reģistrs", "4.1-5", "{index}/{yy}/{seq}");
    private static readonly Actor Anna = new(Guid.CreateVersion7(), "Anna Ozola");
    private static readonly DateTimeOffset MergedAt = Latvia.Riga("2026-06-12 15:00");

    private static Case Received(int sequence, string at, bool formal = false, string? email = "ilze@pasts.example")
    {
        var receivedAt = Latvia.Riga(at);
        var item = Case.Receive(new Receipt
        {
            Register = Register,
            Year = 2026,
            Sequence = sequence,
            Kind = CaseKind.Complaint,
            Channel = Channel.WebForm,
            Subject = "Bedre Upes ielā",
            Text = "Upes ielā ir bedre.",
            UnitId = Guid.CreateVersion7(),
            AssigneeId = Anna.EmployeeId,
            RegisteredBy = Actor.Client,
            Contact = new Contact { Name = "Ilze", Email = email },
            ReceivedAt = receivedAt,
            ReceivedOn = LocalTime.Riga.DateOf(receivedAt),
            RegisteredAt = receivedAt,
            IsFormal = formal,
        });
        item.StartClock(Clock.ForRule(item.Id, Latvia.Rule("SIG-EXT"), Latvia.Standard, Latvia.Calendar, receivedAt), receivedAt);
        if (formal)
            item.StartClock(Clock.ForRule(item.Id, Latvia.Law(10, TermUnit.WorkingDays, new Term(1, TermUnit.Months)), Latvia.Standard, Latvia.Calendar, receivedAt), receivedAt);
        return item;
    }

    private static (Case First, Case Second) Two() => (Received(1, "2026-06-10 09:00"), Received(2, "2026-06-12 10:00"));

    private static void Leaves(Case item, Message message, string at) => item.MarkSent(message.Id, Latvia.Riga(at), Latvia.Standard, Latvia.Calendar);

    private static Message Reply(Case item, string at) => item.Reply("Bedre aizbērta.", [], null, Delivery.Email, Anna, Latvia.Riga(at));

    private static string KeyOf(Action step) => Assert.Throws<Refusal>(step).Key;

    [Fact]
    public void The_earliest_clock_survives_whichever_case_goes_on()
    {
        var (first, second) = Two();
        Assert.Equal((new DateOnly(2026, 6, 15), new DateOnly(2026, 6, 17)), (first.NextDueOn!.Value, second.NextDueOn!.Value));

        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        Assert.Equal(new DateOnly(2026, 6, 15), second.NextDueOn);
        Assert.Equal(new DateOnly(2026, 6, 10), second.CountedFrom);

        (first, second) = Two();
        second.MergeInto(first, otherClient: false, null, Anna, MergedAt);
        Assert.Equal(new DateOnly(2026, 6, 15), first.NextDueOn);
    }

    [Fact]
    public void The_merged_case_is_closed_keeps_number_and_receipt_day_and_owes_nothing_itself()
    {
        var (first, second) = Two();
        second.MergeInto(first, otherClient: false, "Tas pats", Anna, MergedAt);

        Assert.Equal((CaseState.Closed, CaseOutcome.Merged, first.Id), (second.State, second.Outcome!.Value, second.MergedIntoId!.Value));
        Assert.Equal(("4.1-5/26/2", new DateOnly(2026, 6, 12)), (second.Number, second.ReceivedOn));
        Assert.Empty(second.Clocks);
        Assert.Null(second.NextDueOn);
        Assert.Single(second.Messages);
        Assert.Equal(CaseEventKind.Merged, second.History[^1].Kind);
        Assert.Equal((CaseEventKind.TookIn, "4.1-5/26/2"), (first.History[^1].Kind, first.History[^1].Arguments[0]));
        var came = Assert.Single(first.Clocks, c => c.OriginCaseId == second.Id);
        Assert.Equal((new DateOnly(2026, 6, 12), new DateOnly(2026, 6, 17)), (came.OriginReceivedOn!.Value, came.DueOn));
    }

    [Fact]
    public void One_reply_answers_both()
    {
        var (first, second) = Two();
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        Leaves(second, Reply(second, "2026-06-15 10:00"), "2026-06-15 10:01");

        Assert.All(second.Clocks, c => Assert.Equal(ClockState.Met, c.State));
        Assert.Equal(CaseState.Answered, second.State);
    }

    [Fact] // merging on Friday does not help the case due on Monday
    public void A_reply_in_time_for_the_later_case_is_late_for_the_earlier()
    {
        var (first, second) = Two();
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        Leaves(second, Reply(second, "2026-06-16 10:00"), "2026-06-16 10:01");

        Assert.Equal(ClockState.Breached, second.Clocks.Single(c => c.OriginCaseId == first.Id).State);
        Assert.Equal(ClockState.Met, second.Clocks.Single(c => c.OriginCaseId is null).State);
    }

    [Fact]
    public void What_was_missed_before_the_merge_stays_missed_and_owed()
    {
        var (first, second) = Two();
        Assert.True(first.MarkBreached(first.Clocks[0].Id, Latvia.Riga("2026-06-16 00:05")));
        first.MergeInto(second, otherClient: false, null, Anna, Latvia.Riga("2026-06-16 09:00"));

        var missed = second.Clocks.Single(c => c.OriginCaseId == first.Id);
        Assert.Equal((ClockState.Breached, true), (missed.State, missed.IsOutstanding));
        Assert.Equal(new DateOnly(2026, 6, 15), second.NextDueOn);
    }

    [Fact]
    public void Undoing_the_merge_restores_both_as_before()
    {
        var (first, second) = Two();
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        first.UndoMerge(second, "Kļūda", Anna, Latvia.Riga("2026-06-12 16:00"));

        Assert.Equal((CaseState.InProgress, null, null, new DateOnly(2026, 6, 15)), (first.State, first.Outcome, first.MergedIntoId, first.NextDueOn!.Value));
        Assert.Equal((CaseState.InProgress, new DateOnly(2026, 6, 17)), (second.State, second.NextDueOn!.Value));
        Assert.Equal((first.Id, null, ClockState.Running), (Assert.Single(first.Clocks).CaseId, first.Clocks[0].OriginCaseId, first.Clocks[0].State));
        Assert.Single(second.Clocks);
        Assert.Equal((CaseEventKind.MergeUndone, CaseEventKind.GaveBack), (first.History[^1].Kind, second.History[^1].Kind));
    }

    [Fact] // the reply was about the other question after all
    public void After_a_reply_undoing_leaves_the_letter_and_owes_the_other_answer_again()
    {
        var (first, second) = Two();
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        Leaves(second, Reply(second, "2026-06-15 10:00"), "2026-06-15 10:01");
        first.UndoMerge(second, null, Anna, Latvia.Riga("2026-06-15 11:00"));

        Assert.Equal((CaseState.Answered, ClockState.Met), (second.State, Assert.Single(second.Clocks).State));
        Assert.Contains(second.Messages, m => m.Kind == MessageKind.Reply);
        Assert.Equal((CaseState.InProgress, ClockState.Running, new DateOnly(2026, 6, 15)), (first.State, first.Clocks[0].State, first.NextDueOn!.Value));
        Assert.True(first.MarkBreached(first.Clocks[0].Id, Latvia.Riga("2026-06-16 00:05")));
    }

    [Fact]
    public void A_late_reply_stays_a_breach_when_the_merge_is_undone()
    {
        var (first, second) = Two();
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        Leaves(second, Reply(second, "2026-06-16 10:00"), "2026-06-16 10:01");
        first.UndoMerge(second, null, Anna, Latvia.Riga("2026-06-16 11:00"));

        Assert.Equal((ClockState.Breached, true), (first.Clocks[0].State, first.Clocks[0].IsOutstanding));
    }

    [Fact]
    public void One_promise_for_both_cannot_be_parted()
    {
        var (first, second) = Two();
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        var promise = second.PromiseReply("Gaidām.", new(2026, 6, 19), new PromiseBounds(null, new(2026, 7, 10)), new(2026, 6, 12), Delivery.Email, Anna, Latvia.Riga("2026-06-12 16:00"));
        Assert.Equal("Cases.Refusal.LetterOnItsWay", KeyOf(() => first.UndoMerge(second, null, Anna, Latvia.Riga("2026-06-12 16:00"))));
        Leaves(second, promise, "2026-06-12 16:01");

        Assert.Equal("Cases.Refusal.PromisedTogether", KeyOf(() => first.UndoMerge(second, null, Anna, Latvia.Riga("2026-06-12 17:00"))));
    }

    [Fact]
    public void One_notice_extends_both_statutory_terms_and_cannot_be_parted()
    {
        var (first, second) = (Received(1, "2026-06-10 09:00", formal: true), Received(2, "2026-06-12 10:00", formal: true));
        first.MergeInto(second, otherClient: false, null, Anna, MergedAt);
        var notice = second.ExtendStatutory("Jāprasa ministrijai.", new(2026, 7, 9), new(2026, 7, 10), new(2026, 6, 12), Delivery.Email, Anna, Latvia.Riga("2026-06-12 16:00"));
        Leaves(second, notice, "2026-06-12 16:01");

        Assert.All(second.Clocks.Where(c => c.Layer == Layer.Statute), c => Assert.Equal(new DateOnly(2026, 7, 9), c.DueOn));
        Assert.Equal("Cases.Refusal.ExtendedTogether", KeyOf(() => first.UndoMerge(second, null, Anna, Latvia.Riga("2026-06-12 17:00"))));
    }

    [Fact]
    public void Another_client_gets_a_letter_of_their_own_and_stays_answered_when_the_merge_is_undone()
    {
        var (first, second) = (Received(1, "2026-06-10 09:00"), Received(2, "2026-06-12 10:00", email: "janis@pasts.example"));
        second.MergeInto(first, otherClient: true, null, Anna, MergedAt);
        var reply = Reply(first, "2026-06-15 10:00");
        var copy = second.CopyLetter(reply, reply.WrittenAt);
        Assert.Equal((reply.Id, Delivery.Email, reply.Text), (copy.CopyOfId!.Value, copy.Delivery, copy.Text));
        Leaves(first, reply, "2026-06-15 10:01");
        Leaves(second, copy, "2026-06-15 10:01");
        Assert.Equal(CaseState.Closed, second.State);

        second.UndoMerge(first, null, Anna, Latvia.Riga("2026-06-15 11:00"));
        Assert.Equal((CaseState.Answered, ClockState.Met), (second.State, Assert.Single(second.Clocks).State));
    }

    [Fact]
    public void A_client_may_write_to_a_merged_case_and_who_answers_has_work_again()
    {
        var (first, second) = Two();
        second.MergeInto(first, otherClient: false, null, Anna, MergedAt);
        Leaves(first, Reply(first, "2026-06-15 10:00"), "2026-06-15 10:01");

        second.AddClientMessage("Bedre ir vēl.", [], Latvia.Riga("2026-06-15 12:00"));
        first.HearOfMerged(second, Latvia.Riga("2026-06-15 12:00"));
        Assert.Equal((2, CaseState.InProgress), (second.Messages.Count, first.State));
    }

    [Fact]
    public void Refused_are_closed_cases_letters_on_their_way_and_a_case_with_itself()
    {
        var (first, second) = Two();
        Assert.Equal("Cases.Refusal.LinkToItself", KeyOf(() => first.MergeInto(first, false, null, Anna, MergedAt)));
        var reply = Reply(first, "2026-06-12 14:59");
        Assert.Equal("Cases.Refusal.LetterOnItsWay", KeyOf(() => first.MergeInto(second, false, null, Anna, MergedAt)));
        first.TakeBack(reply.Id, Anna, MergedAt);
        second.Close(CaseOutcome.NoReplyWanted, "Zvanīja", Anna, MergedAt);
        Assert.Equal("Cases.Refusal.AlreadyClosed", KeyOf(() => first.MergeInto(second, false, null, Anna, MergedAt)));
        Assert.Equal("Cases.Refusal.NotMerged", KeyOf(() => first.UndoMerge(second, null, Anna, MergedAt)));
    }
}
