using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Cases;

/// <summary>By when we would answer something sent now, and why; shown before anybody sends it.</summary>
public sealed class PreviewAnswerDateHandler(ClockStarter clocks, TimeProvider time)
{
    /// <summary>The explanation; null when no reply would be owed.</summary>
    public async Task<DueDateExplanation?> HandleAsync(
        CaseKind kind, Channel channel, CancellationToken cancellationToken, Audience audience = Audience.External, bool isFormal = false, DateTimeOffset? receivedAt = null)
    {
        var schedule = await clocks.ScheduleAsync(kind, channel, audience, isFormal, receivedAt ?? time.GetUtcNow(), cancellationToken);
        return schedule.Earliest();
    }
}
