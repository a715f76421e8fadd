using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>What is to be known before a day is confirmed.</summary>
public enum ProposalRemark
{
    /// <summary>The day has another exception in force; confirming replaces it.</summary>
    OtherException,

    /// <summary>Nobody works on a public holiday: it cannot be a moved working day.</summary>
    WorkedHoliday,

    /// <summary>The file names no source.</summary>
    NoSource,

    /// <summary>The day is free already.</summary>
    FreeAlready,

    /// <summary>The day is worked already.</summary>
    WorkedAlready,

    /// <summary>A moved day without its other half.</summary>
    NoPair,

    /// <summary>The other half is neither proposed nor in force.</summary>
    PairMissing,

    /// <summary>The two halves lie in different months, which the law does not allow.</summary>
    OtherMonth,

    /// <summary>The day has passed.</summary>
    Past,
}

/// <summary>A proposal with what is to be known about it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Remarks">What is to be known.</param>
/// <param name="There">The exception in force on that day, if any.</param>
/// <param name="IsWithdrawn">It was confirmed, and its exception has been withdrawn since.</param>
public sealed record ProposalRow(CalendarProposal Proposal, IReadOnlyList<ProposalRemark> Remarks, CalendarException? There, bool IsWithdrawn)
{
    /// <summary>Whether it can be confirmed together with others, with nothing to be decided first.</summary>
    public bool IsPlain => !Remarks.Any(r => r is ProposalRemark.OtherException or ProposalRemark.WorkedHoliday or ProposalRemark.NoSource);

    /// <summary>Whether it can be confirmed at all.</summary>
    public bool CanConfirm => !Remarks.Any(r => r is ProposalRemark.WorkedHoliday or ProposalRemark.NoSource);
}

/// <summary>Everything about proposed days.</summary>
/// <param name="Waiting">Those to be decided, by date, at most <see cref="ShowProposalsHandler.MostRows"/>.</param>
/// <param name="WaitingCount">How many wait in all.</param>
/// <param name="Differences">Decided or edited ones which the file now tells otherwise.</param>
/// <param name="Decided">The last ones decided, newest first.</param>
/// <param name="Readings">The last files, newest first.</param>
/// <param name="Reading">The file asked for, or null.</param>
/// <param name="MissingYear">The year whose Cabinet order is missing, or null.</param>
public sealed record ProposalsView(
    IReadOnlyList<ProposalRow> Waiting, int WaitingCount, IReadOnlyList<ProposalRow> Differences, IReadOnlyList<ProposalRow> Decided,
    IReadOnlyList<CalendarReading> Readings, CalendarReading? Reading, int? MissingYear);

/// <summary>Reads proposed days with what the calendar says about them.</summary>
public sealed class ShowProposalsHandler(IServiceDeskDb db, CalendarProvider calendars, LocalTime local, TimeProvider time)
{
    /// <summary>Rows shown of each list.</summary>
    public const int MostRows = 100;

    private const int MostReadings = 10;

    /// <summary>The page.</summary>
    public async Task<ProposalsView> HandleAsync(Guid? readingId, CancellationToken cancellationToken)
    {
        var settings = await db.Set<DeadlineSettings>().AsNoTracking().SingleAsync(cancellationToken);
        var proposals = db.Set<CalendarProposal>().AsNoTracking();
        var open = await proposals.Where(p => p.State == ProposalState.Proposed || p.HasDifference).OrderBy(p => p.On).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var decided = await proposals.Where(p => p.State != ProposalState.Proposed && !p.HasDifference)
            .OrderByDescending(p => p.DecidedAt).ThenBy(p => p.On).Take(MostRows).ToListAsync(cancellationToken);
        var readings = await db.Set<CalendarReading>().AsNoTracking().OrderByDescending(r => r.At).Take(MostReadings).ToListAsync(cancellationToken);
        var reading = readingId is null ? null
            : readings.Find(r => r.Id == readingId) ?? await db.Set<CalendarReading>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == readingId, cancellationToken);
        var waiting = open.Where(p => p is { State: ProposalState.Proposed, HasDifference: false }).ToList();
        return new(
            await RowsAsync([.. waiting.Take(MostRows)], waiting, cancellationToken), waiting.Count,
            await RowsAsync([.. open.Where(p => p.HasDifference)], waiting, cancellationToken),
            await RowsAsync(decided, waiting, cancellationToken),
            readings, reading, settings.MissingYear(local.DateOf(time.GetUtcNow())));
    }

    /// <summary>Proposals of these keys that wait; all that can be confirmed plainly when no key is given.</summary>
    public async Task<IReadOnlyList<ProposalRow>> ChosenAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var waiting = await db.Set<CalendarProposal>().AsNoTracking().Where(p => p.State == ProposalState.Proposed).OrderBy(p => p.On).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var rows = await RowsAsync([.. waiting.Where(p => ids.Count == 0 || ids.Contains(p.Id))], waiting, cancellationToken);
        return ids.Count == 0 ? [.. rows.Where(r => r.IsPlain && !r.Proposal.HasDifference)] : rows;
    }

    /// <summary>One proposal; null when there is none with that key.</summary>
    public Task<CalendarProposal?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<CalendarProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    private async Task<IReadOnlyList<ProposalRow>> RowsAsync(List<CalendarProposal> proposals, List<CalendarProposal> waiting, CancellationToken cancellationToken)
    {
        if (proposals.Count == 0)
            return [];
        var calendar = await calendars.GetAsync(cancellationToken);
        var today = local.DateOf(time.GetUtcNow());
        var confirmed = proposals.Select(p => p.ExceptionId).OfType<Guid>().ToList();
        var withdrawn = confirmed.Count == 0 ? []
            : await db.Set<CalendarException>().Where(e => confirmed.Contains(e.Id) && e.WithdrawnAt != null).Select(e => e.Id).ToListAsync(cancellationToken);
        var days = waiting.Select(p => p.On).ToHashSet();
        return [.. proposals.Select(p => new ProposalRow(p, [.. Remarks(p, calendar, days, today)], calendar.Exception(p.On), p.ExceptionId is { } id && withdrawn.Contains(id)))];
    }

    private static IEnumerable<ProposalRemark> Remarks(CalendarProposal day, WorkingCalendar calendar, HashSet<DateOnly> waiting, DateOnly today)
    {
        if (day.State != ProposalState.Proposed)
            yield break;
        if (calendar.Exception(day.On) is not null)
            yield return ProposalRemark.OtherException;
        if (day.Kind == CalendarExceptionKind.MovedIn && calendar.Holiday(day.On) != PublicHoliday.None)
            yield return ProposalRemark.WorkedHoliday;
        else if (day.Kind is CalendarExceptionKind.MovedIn or CalendarExceptionKind.LocalWorking)
        {
            if (calendar.IsWorkingDay(day.On))
                yield return ProposalRemark.WorkedAlready;
        }
        else if (!calendar.IsWorkingDay(day.On))
            yield return ProposalRemark.FreeAlready;
        if (day.Source.Length == 0)
            yield return ProposalRemark.NoSource;
        if (CalendarProposal.IsMoved(day.Kind))
        {
            if (day.PairOn is not { } pair)
                yield return ProposalRemark.NoPair;
            else if (!waiting.Contains(pair) && calendar.Exception(pair) is null)
                yield return ProposalRemark.PairMissing;
            else if ((pair.Year, pair.Month) != (day.On.Year, day.On.Month))
                yield return ProposalRemark.OtherMonth;
        }

        if (day.On < today)
            yield return ProposalRemark.Past;
    }
}
