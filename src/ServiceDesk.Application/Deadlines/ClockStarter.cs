using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>Which clocks an item gets: the rules in force on its receipt day that apply to it.</summary>
public sealed class ClockStarter(CalendarProvider calendars, StandardProvider standards, LocalTime local)
{
    /// <summary>The clocks of an item received now or before.</summary>
    public async Task<Schedule> ScheduleAsync(
        CaseKind kind, Channel channel, Audience audience, bool isFormal, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var receivedOn = local.DateOf(receivedAt);
        var calendar = await calendars.GetAsync(cancellationToken);
        var rulebook = await standards.GetAsync(receivedOn, cancellationToken);
        var rules = rulebook.StartedBy(new ReceivedItem(audience, channel.ToString(), kind.ToString(), isFormal), receivedOn).ToList();
        return new Schedule(receivedAt, receivedOn, calendar, rulebook, rules);
    }

    /// <summary>
    /// A case opened again owes a reply by the service standard from the day of <paramref name="at"/>. The law's term ran from receipt and was
    /// settled; it does not begin anew.
    /// </summary>
    public async Task StartAgainAsync(Case item, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var schedule = await ScheduleAsync(item.Kind, item.Channel, item.Audience, isFormal: false, at, cancellationToken);
        foreach (var rule in schedule.Rules.Where(r => r is { Layer: Layer.Service, Meets: MeetingEvent.Reply }))
            item.StartClock(Clock.ForRule(item.Id, rule, schedule.Rulebook.Standard, schedule.Calendar, at), at);
    }
}

/// <summary>The rules an item lives by, ready to be started on its case.</summary>
/// <param name="ReceivedAt">When it reached the channel, UTC.</param>
/// <param name="ReceivedOn">The local day of that.</param>
/// <param name="Calendar">The working calendar.</param>
/// <param name="Rulebook">The standard in force and the law.</param>
/// <param name="Rules">The rules that apply.</param>
public sealed record Schedule(DateTimeOffset ReceivedAt, DateOnly ReceivedOn, WorkingCalendar Calendar, Rulebook Rulebook, IReadOnlyList<DeadlineRule> Rules)
{
    /// <summary>Starts the clocks.</summary>
    public void StartOn(Case item, DateTimeOffset at)
    {
        foreach (var rule in Rules)
            item.StartClock(Clock.ForRule(item.Id, rule, Rulebook.Standard, Calendar, ReceivedAt), at);
    }

    /// <summary>The rule whose due date comes first, for showing "we answer by"; null when no reply is owed.</summary>
    public DueDateExplanation? Earliest() => Rules
        .Where(r => r.Meets != MeetingEvent.Acknowledgement || Rules.Count == 1)
        .Select(r => DueDates.Explain(Calendar, r, Rulebook.Standard.Settings, ReceivedAt))
        .MinBy(e => e.Due);
}
