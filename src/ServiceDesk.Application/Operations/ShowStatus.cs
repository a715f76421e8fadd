using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Operations;

/// <summary>Asks how the installation is doing.</summary>
public sealed record ShowStatus;

/// <summary>How the installation is doing.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="StartedAt">Start of this node.</param>
/// <param name="Database">Engine and version.</param>
/// <param name="FreeBytes">Room left where the data folder lies.</param>
/// <param name="MissingYear">The year whose days moved by the Cabinet should be known by now and are not confirmed; null when none is missing.</param>
/// <param name="Years">This year and the next, and whether their calendar is confirmed.</param>
/// <param name="Outbox">Letters on their way out.</param>
/// <param name="Clocks">Whether clocks and breaches agree.</param>
/// <param name="Jobs">Background jobs by name.</param>
public sealed record SystemStatus(
    string Version, DateTimeOffset StartedAt, string Database, long FreeBytes, int? MissingYear, IReadOnlyList<CalendarYear> Years, OutboxState Outbox, ClockAgreement Clocks, IReadOnlyList<JobStatus> Jobs);

/// <summary>A calendar year and whether somebody confirmed its days off.</summary>
public sealed record CalendarYear(int Year, bool Confirmed);

/// <summary>A background job.</summary>
/// <param name="Name">Technical name.</param>
/// <param name="Every">Pause between two runs.</param>
/// <param name="State">In one word.</param>
/// <param name="LastStartedAt">Start of the last run.</param>
/// <param name="LastSucceededAt">End of the last good run.</param>
/// <param name="NextRunAt">When it is due.</param>
/// <param name="Result">What the last good run did, or why the last one failed.</param>
public sealed record JobStatus(
    string Name, TimeSpan Every, JobState State, DateTimeOffset? LastStartedAt, DateTimeOffset? LastSucceededAt, DateTimeOffset? NextRunAt, string? Result);

/// <summary>Reads the status.</summary>
public sealed class ShowStatusHandler(
    IServiceDeskDb db, IJobBoard board, ISystemFacts facts, OutboxWatch outbox, ClockWatch clocks, CalendarProvider calendars, LocalTime local, TimeProvider time)
{
    /// <summary>The status now.</summary>
    public async Task<SystemStatus> HandleAsync(ShowStatus query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var runs = await db.Set<JobRun>().AsNoTracking().ToDictionaryAsync(r => r.Name, cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        var year = local.DateOf(now).Year;
        return new SystemStatus(
            facts.Version,
            facts.StartedAt,
            await facts.DatabaseAsync(cancellationToken),
            facts.FreeBytes,
            (await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken)).MissingYear(local.DateOf(now)),
            [new(year, calendar.IsConfirmed(year)), new(year + 1, calendar.IsConfirmed(year + 1))],
            await outbox.LookAsync(cancellationToken),
            await clocks.LookAsync(cancellationToken),
            [.. board.Jobs.OrderBy(j => j.Key, StringComparer.Ordinal).Select(j => Job(j.Key, j.Value, runs.GetValueOrDefault(j.Key), now))]);
    }

    private static JobStatus Job(string name, TimeSpan every, JobRun? run, DateTimeOffset now) => new(
        name, every, run?.StateAt(now) ?? JobState.Waiting, run?.LastStartedAt, run?.LastSucceededAt, run?.NextRunAt, run?.LastError ?? run?.LastResult);
}
