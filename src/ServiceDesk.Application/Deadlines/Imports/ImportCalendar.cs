using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>A file, or a pasted text, of days to be looked at.</summary>
/// <param name="FileName">Name of the file; empty for a pasted text.</param>
/// <param name="Content">Its content; the position can be set.</param>
/// <param name="Source">Where the days are written, for rows that do not say it; may be empty.</param>
public sealed record ImportCalendar(string FileName, Stream Content, string? Source);

/// <summary>
/// Reads days as proposals. What the calendar knows already is only counted; what somebody decided before stays decided, and what the
/// file says otherwise than then is kept as a difference. The calendar itself is never touched.
/// </summary>
public sealed class ImportCalendarHandler(IServiceDeskDb db, CalendarProvider calendars, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Bytes of a file at most.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostFaults = 200;

    /// <summary>The key of the reading. Refuses an empty or too large file and a table whose heading names no date.</summary>
    public async Task<Guid> HandleAsync(ImportCalendar command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageCalendar))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var now = time.GetUtcNow();
        var source = (command.Source ?? "").Trim();
        if (source.Length > SourceDay.LongestSource)
            throw new Refusal("Deadlines.Import.SourceTooLong", SourceDay.LongestSource);
        var file = await DaysFile.ReadAsync(await TextAsync(command.Content, cancellationToken), source, local.DateOf(now), cancellationToken);
        var reading = new CalendarReading(FileNames.Show(command.FileName), file.IsICalendar, user.Name, now);
        db.Set<CalendarReading>().Add(reading);

        var there = await db.Set<CalendarProposal>().ToListAsync(cancellationToken);
        var byKey = there.ToDictionary(p => p.SourceKey, StringComparer.Ordinal);
        var calendar = await calendars.GetAsync(cancellationToken);
        var keys = file.Days.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var (proposed, known, unchanged, changed) = (0, 0, 0, 0);
        foreach (var day in file.Days)
        {
            // Some programs make new keys for each file: then the same day told the same way is the same row.
            var earlier = byKey.GetValueOrDefault(day.Key) ?? there.Find(p => p.SourceOn == day.On && p.SourceKind == day.Kind && !keys.Contains(p.SourceKey));
            if (earlier is not null)
            {
                _ = earlier.SeenAgain(reading.Id, day, now) ? changed++ : unchanged++;
            }
            else if (Knows(calendar, day))
            {
                known++;
            }
            else
            {
                db.Set<CalendarProposal>().Add(new CalendarProposal(reading.Id, day, now));
                proposed++;
            }
        }

        reading.Finish(proposed, known, unchanged, changed, file.Faults.OrderBy(f => f.Line).Take(MostFaults).Select(f => f.ToString()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two people brought the same days at the same moment, or somebody decided one of them.
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        }

        return reading.Id;
    }

    /// <summary>The text, whether it is written in UTF-8, UTF-16 with its mark, or windows-1257.</summary>
    private static async Task<string> TextAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content.Length > MostBytes)
            throw new Refusal("Deadlines.Import.TooLarge", MostBytes / 1024);
        var encoding = await RegisterEncoding.DetectAsync(content, cancellationToken);
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new Refusal("Deadlines.Import.NoText") : text.Normalize(NormalizationForm.FormC);
    }

    private static bool Knows(WorkingCalendar calendar, SourceDay day) =>
        calendar.Exception(day.On)?.Kind == day.Kind
        || (day.Kind == CalendarExceptionKind.Holiday
            && (calendar.Holiday(day.On) != PublicHoliday.None || calendar.Reason(day.On) is DayReason.SubstituteDay or DayReason.OneOffHoliday));
}
