using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>How far a date given to a client may reach (SIG 21.1 names no limit: by default one month from receipt, never over the law).</summary>
public sealed class PromiseLimits(CalendarProvider calendars, StandardProvider standards, LocalTime local, TimeProvider time)
{
    /// <summary>Earliest and latest date of an interim reply or an extension of a promise.</summary>
    public async Task<PromiseBounds> ForPromiseAsync(Case item, CancellationToken cancellationToken)
    {
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        return Promises.Bounds(rulebook.Standard, calendar, item.CountedFrom, item.Clocks, local.DateOf(time.GetUtcNow()));
    }

    /// <summary>Latest date of a statutory extension. Refused when the law knows none.</summary>
    public async Task<DateOnly> LatestStatutoryAsync(Case item, CancellationToken cancellationToken)
    {
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        var clock = item.Statutory();
        var rule = clock is null ? null : rulebook.Find(clock.RuleId, item.ReceivedOn);
        return (rule is null ? null : Promises.StatutoryLimit(rule, calendar, clock!.OriginReceivedOn ?? item.ReceivedOn))
            ?? throw new Refusal("Cases.Refusal.NoStatutoryClock");
    }
}
