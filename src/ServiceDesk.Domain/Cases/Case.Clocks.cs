using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Domain.Cases;

/// <content>Clocks: started, settled by letters that left, missed, moved.</content>
public sealed partial class Case
{
    /// <summary>Starts a clock.</summary>
    public void StartClock(Clock clock, DateTimeOffset at)
    {
        clocks.Add(clock);
        Log(CaseEventKind.ClockStarted, Actor.System, at, arguments: [clock.RuleId, Iso(clock.DueOn)]);
        Refresh();
    }

    /// <summary>A clock passed its due date without being met. False when it is not over yet or was settled meanwhile.</summary>
    public bool MarkBreached(Guid clockId, DateTimeOffset now)
    {
        var clock = clocks.Single(c => c.Id == clockId);
        if (clock.State != ClockState.Running || !clock.IsLate(now))
            return false;
        clock.MarkBreached(now);
        Log(CaseEventKind.ClockBreached, Actor.System, now, arguments: [clock.RuleId, Iso(clock.DueOn)]);
        Refresh();
        return true;
    }

    /// <summary>The calendar or a rule changed: a running clock gets the date it would have had.</summary>
    public void MoveClock(Guid clockId, DateOnly newDueOn, WorkingCalendar calendar, string reason, DateTimeOffset at, int? standardVersion = null)
    {
        var clock = clocks.Single(c => c.Id == clockId);
        var before = clock.DueOn;
        clock.Move(newDueOn, calendar, standardVersion);
        Log(CaseEventKind.ClockMoved, Actor.System, at, reason, clock.RuleId, Iso(before), Iso(newDueOn));
        Refresh();
    }

    /// <summary>The clock an interim reply would settle: the running promise, else the service clock; null when none allows it.</summary>
    public Clock? Extendable() => clocks
        .Where(c => c.IsOutstanding && (c.Layer == Layer.PersonalPromise || c.InterimAllowed))
        .OrderByDescending(c => c.Layer == Layer.PersonalPromise)
        .ThenBy(c => c.DueOn)
        .FirstOrDefault();

    /// <summary>The earliest running statutory clock for a reply; null when there is none.</summary>
    public Clock? Statutory() => clocks.Where(IsStatutory).MinBy(c => c.DueOn);

    private static bool IsStatutory(Clock clock) => clock is { State: ClockState.Running, Layer: Layer.Statute, Meets: MeetingEvent.Reply };

    private void Settle(Message message, DateTimeOffset sentAt, ServiceStandard standard, WorkingCalendar calendar)
    {
        switch (message.Kind)
        {
            case MessageKind.Acknowledgement when message.AuthorId is not null || standard.Settings.AutomaticAcknowledgementCounts:
                Meet(MeetingEvent.Acknowledgement, sentAt);
                break;

            case MessageKind.InterimReply when Extendable() is { } replaced && IsWorthPromising(message, replaced, calendar.LocalTime.DateOf(sentAt)):
                Interim(replaced, message, sentAt, standard, calendar);
                break;

            case MessageKind.StatutoryExtension:
                // A case that answers for a merged one may owe two statutory replies; the one notice speaks for both.
                foreach (var statutory in clocks.Where(c => IsStatutory(c) && !c.IsLate(sentAt) && c.DueOn < message.PromisedOn).ToList())
                {
                    var before = statutory.DueOn;
                    statutory.ExtendStatutory(message.PromisedOn!.Value, message.Text, message.PromisedOn.Value, calendar, sentAt);
                    Log(CaseEventKind.ClockExtended, Actor.System, sentAt, arguments: [statutory.RuleId, Iso(before)]);
                }

                break;

            case MessageKind.Question when IsOpen:
                StartWaiting(message, sentAt);
                break;

            case MessageKind.Reply:
                Answer(message, MeetingEvent.Reply, sentAt);
                break;

            case MessageKind.Forwarding or MessageKind.Referral:
                SettleForwarding(sentAt);
                break;

            default:
                break;
        }
    }

    private void Answer(Message message, MeetingEvent what, DateTimeOffset at)
    {
        Meet(what, at);
        AnsweredAt ??= at;
        LastAnsweredAt = at;
        if (!IsOpen)
            return;
        (WaitingSince, WaitingUntilOn) = (null, null);
        State = CaseState.Answered;
        if (message.ClosesWith is { } outcome)
            Finish(outcome, null, new Actor(message.AuthorId, message.AuthorName), at);
    }

    /// <summary>A letter that left so late that its own date is over promises nothing; the old clock stays owed.</summary>
    private static bool IsWorthPromising(Message message, Clock replaced, DateOnly sentOn) =>
        message.PromisedOn > replaced.DueOn && (replaced.Layer != Layer.PersonalPromise || message.PromisedOn >= sentOn);

    private void Interim(Clock replaced, Message message, DateTimeOffset sentAt, ServiceStandard standard, WorkingCalendar calendar)
    {
        var promisedOn = message.PromisedOn!.Value;
        Clock promise;
        if (replaced.Layer == Layer.PersonalPromise)
        {
            // The promise was made on the day the letter was written; a slow mail server does not undo it.
            promise = replaced.Extend(promisedOn, message.Text, message.AuthorName, standard, calendar, sentAt, default);
            LogSettled(replaced, CaseEventKind.ClockExtended, sentAt);
        }
        else
        {
            promise = Clock.ForPromise(Id, promisedOn, message.Text, message.AuthorName, standard, calendar, calendar.LocalTime.DateOf(message.WrittenAt), default, replaced);
            foreach (var clock in clocks.Where(c => c is { IsOutstanding: true, InterimAllowed: true }).ToList())
            {
                clock.MeetByInterim(sentAt);
                LogSettled(clock, CaseEventKind.ClockMetByInterim, sentAt);
            }
        }

        clocks.Add(promise);
        Log(CaseEventKind.ClockStarted, new Actor(message.AuthorId, message.AuthorName), sentAt, arguments: [promise.RuleId, Iso(promise.DueOn)]);
    }

    private void Meet(MeetingEvent what, DateTimeOffset sentAt)
    {
        foreach (var clock in clocks.Where(c => c.IsOutstanding && c.IsMetBy(what)).ToList())
        {
            clock.Meet(sentAt);
            LogSettled(clock, CaseEventKind.ClockMet, sentAt);
        }
    }

    private void LogSettled(Clock clock, CaseEventKind inTime, DateTimeOffset at, params string[] more) =>
        Log(clock.State == ClockState.Breached ? CaseEventKind.ClockBreached : inTime, Actor.System, at, arguments: [clock.RuleId, Iso(clock.DueOn), .. more]);
}
