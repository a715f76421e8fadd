using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>What could not be read, or was left out on purpose.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Key">Key of the sentence.</param>
/// <param name="Words">The words in question; may be empty.</param>
public sealed record DayFault(int Line, string Key, string Words = "")
{
    private const int LongestWords = 120;

    /// <summary>As one text, for storing.</summary>
    public override string ToString()
    {
        var words = Words.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return $"{Line}\t{Key}\t{(words.Length > LongestWords ? words[..LongestWords] : words)}";
    }

    /// <summary>Back from the stored text.</summary>
    public static DayFault Of(string text)
    {
        var parts = text.Split('\t', 3);
        return new(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1], parts[2]);
    }
}

/// <summary>Days read from a file, and what could not be read.</summary>
/// <param name="IsICalendar">Whether it was iCalendar; else a table.</param>
/// <param name="Days">Days in the order of the file, each date and key once.</param>
/// <param name="Faults">Faults by line.</param>
public sealed record DaysFile(bool IsICalendar, IReadOnlyList<SourceDay> Days, IReadOnlyList<DayFault> Faults)
{
    /// <summary>Days of one file at most; the rest is told as a fault.</summary>
    public const int MostDays = 2000;

    /// <summary>Days of one event at most.</summary>
    public const int LongestEvent = 31;

    /// <summary>Reads a text: iCalendar when it begins so, else a table.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="source">Where the days are written, for rows that do not say it themselves.</param>
    /// <param name="today">Local date: what repeats yearly is read for this year and the two after it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<DaysFile> ReadAsync(string text, string source, DateOnly today, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new Refusal("Deadlines.Import.Empty");
        return text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
            ? new ICalendarReader(source, today).Read(text)
            : await new DayTableReader(source).ReadAsync(text, cancellationToken);
    }

    /// <summary>Whether the calendar has such a date.</summary>
    internal static bool Knows(DateOnly day) => day >= WorkingCalendar.First && day <= WorkingCalendar.Last;
}
