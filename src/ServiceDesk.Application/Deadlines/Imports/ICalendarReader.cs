using System.Globalization;
using System.Text;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>
/// Reads whole-day events of an iCalendar text (RFC 5545): several days, and those that repeat every year on the same date. Other
/// repetitions, events with a time of day and cancelled ones are told as faults by line; a day is never guessed.
/// </summary>
internal sealed class ICalendarReader(string source, DateOnly today)
{
    private const int YearsAhead = 2;

    private readonly List<SourceDay> days = [];
    private readonly List<DayFault> faults = [];
    private readonly HashSet<DateOnly> seen = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>Reads the text.</summary>
    public DaysFile Read(string text)
    {
        Event? open = null;
        var depth = 0; // inside an alarm or another part of an event
        foreach (var (line, content) in Unfold(text))
        {
            if (Property.Of(content) is not { } property)
            {
                if (open is not null && depth == 0)
                    open.Fault ??= new(line, "Deadlines.Import.BadLine", content);
                continue;
            }

            var isEvent = property.Value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase);
            switch (property.Name)
            {
                case "BEGIN" when open is null && isEvent:
                    open = new Event(line);
                    break;
                case "BEGIN" when open is not null:
                    depth++;
                    break;
                case "END" when open is not null && isEvent:
                    Take(open);
                    open = null;
                    depth = 0;
                    break;
                case "END" when depth > 0:
                    depth--;
                    break;
                default:
                    if (depth == 0)
                        open?.Add(line, property);
                    break;
            }

            if (days.Count >= DaysFile.MostDays)
            {
                faults.Add(new(line, "Deadlines.Import.TooManyDays"));
                return Result();
            }
        }

        if (open is not null)
            faults.Add(new(open.Line, "Deadlines.Import.EventNotEnded", open.Title));
        return Result();
    }

    private DaysFile Result() => new(true, days, [.. faults.OrderBy(f => f.Line)]);

    private void Take(Event item)
    {
        if (item.Fault is { } fault)
        {
            faults.Add(fault);
            return;
        }

        if (item.Start is not { } start)
        {
            faults.Add(new(item.Line, "Deadlines.Import.NoStart", item.Title));
            return;
        }

        var length = item.Length ?? 1;
        if (length is < 1 or > DaysFile.LongestEvent)
        {
            faults.Add(new(item.Line, "Deadlines.Import.TooLong", item.Title));
            return;
        }

        if (item.IsCancelled)
        {
            faults.Add(new(item.Line, "Deadlines.Import.Cancelled", item.Title));
            return;
        }

        var from = item.Source is { Length: > 0 } own ? own : source;
        var uid = item.Uid.Length > 0 ? item.Uid : $"{start:yyyy-MM-dd}";
        foreach (var first in item.Repeats is { } rule ? rule.From(start, today, YearsAhead).Where(d => !item.Except.Contains(d)) : [start])
        {
            for (var i = 0; i < length; i++)
            {
                var on = first.AddDays(i);
                var key = $"{uid}{(item.Repeats is null ? "" : $"/{first.Year}")}{(length == 1 ? "" : $"/{i + 1}")}";
                Take(item, new(Short(key), on, CalendarExceptionKind.Holiday, item.Title, from, null));
            }
        }
    }

    private void Take(Event item, SourceDay day)
    {
        if (!DaysFile.Knows(day.On))
            faults.Add(new(item.Line, "Deadlines.Import.OutOfRange", $"{day.On:yyyy-MM-dd}"));
        else if (DayWords.KindOfTitle(item.Title, item.Description, day.On) is not { } kind)
            faults.Add(new(item.Line, "Deadlines.Import.OnlyMarked", item.Title));
        else if (!seen.Add(day.On))
            faults.Add(new(item.Line, "Deadlines.Import.Twice", $"{day.On:yyyy-MM-dd} {item.Title}"));
        else
            days.Add(day with { Kind = kind, Key = keys.Add(day.Key) ? day.Key : Short($"{day.Key}/{day.On:yyyyMMdd}") });
    }

    /// <summary>Keys of any length fit: the end of a long one tells it apart no worse than its beginning.</summary>
    private static string Short(string key) => key.Length > 200 ? key[^200..] : key;

    /// <summary>Lines as they were before they were folded, with the number of their first one.</summary>
    private static IEnumerable<(int Line, string Content)> Unfold(string text)
    {
        var (at, begun) = (0, 0);
        var content = new StringBuilder();
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            at++;
            var plain = line.TrimEnd('\r');
            if (plain.Length > 0 && plain[0] is ' ' or '\t' && content.Length > 0)
            {
                content.Append(plain.AsSpan(1));
                continue;
            }

            if (content.Length > 0)
                yield return (begun, content.ToString());
            content.Clear().Append(plain.Trim());
            begun = at;
        }

        if (content.Length > 0)
            yield return (begun, content.ToString());
    }

    private sealed record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
    {
        public bool IsDate => Parameters.TryGetValue("VALUE", out var type) && type.Equals("DATE", StringComparison.OrdinalIgnoreCase);

        /// <summary>Name, parameters and value of a line; null when it has none.</summary>
        public static Property? Of(string line)
        {
            var quoted = false;
            var colon = -1;
            for (var i = 0; i < line.Length && colon < 0; i++)
            {
                if (line[i] == '"')
                    quoted = !quoted;
                else if (line[i] == ':' && !quoted)
                    colon = i;
            }

            if (colon <= 0)
                return null;
            var head = line[..colon].Split(';');
            var parameters = head.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
                .GroupBy(p => p[0].ToUpperInvariant()).ToDictionary(g => g.Key, g => g.First()[1].Trim('"'), StringComparer.Ordinal);
            return new(head[0].Trim().ToUpperInvariant(), parameters, line[(colon + 1)..].Trim());
        }

        /// <summary>A text value without its backslashes.</summary>
        public string Text()
        {
            var plain = new StringBuilder(Value.Length);
            for (var i = 0; i < Value.Length; i++)
            {
                if (Value[i] != '\\' || i + 1 == Value.Length)
                    plain.Append(Value[i]);
                else
                    plain.Append(Value[++i] is 'n' or 'N' ? ' ' : Value[i]);
            }

            return string.Join(' ', plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        public DateOnly? Date() => DateOnly.TryParseExact(Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private sealed class Event(int line)
    {
        private DateOnly? end;
        private int? duration;

        public int Line => line;

        public string Uid { get; private set; } = "";

        public string Title { get; private set; } = "";

        public string Description { get; private set; } = "";

        public string Source { get; private set; } = "";

        public DateOnly? Start { get; private set; }

        public bool IsCancelled { get; private set; }

        public Yearly? Repeats { get; private set; }

        public HashSet<DateOnly> Except { get; } = [];

        public DayFault? Fault { get; set; }

        /// <summary>Whole days; the end of an event is the day after its last one.</summary>
        public int? Length => end is { } last && Start is { } first ? Math.Max(1, last.DayNumber - first.DayNumber) : duration;

        public void Add(int at, Property property)
        {
            switch (property.Name)
            {
                case "UID":
                    Uid = property.Value;
                    break;
                case "SUMMARY":
                    Title = property.Text();
                    break;
                case "DESCRIPTION":
                    Description = property.Text();
                    break;
                case "X-SOURCE":
                    Source = property.Text();
                    break;
                case "STATUS":
                    IsCancelled = property.Value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase);
                    break;
                case "DTSTART":
                    Start = property.Date();
                    if (Start is null)
                        Fault ??= new(at, property.IsDate ? "Deadlines.Import.NotADate" : "Deadlines.Import.NotWholeDay", property.Value);
                    break;
                case "DTEND":
                    end = property.Date();
                    if (end is null)
                        Fault ??= new(at, property.IsDate ? "Deadlines.Import.NotADate" : "Deadlines.Import.NotWholeDay", property.Value);
                    break;
                case "DURATION":
                    duration = DaysOf(property.Value);
                    if (duration is null)
                        Fault ??= new(at, "Deadlines.Import.NotWholeDay", property.Value);
                    break;
                case "RRULE":
                    Repeats = Yearly.Of(property.Value, Start);
                    if (Repeats is null)
                        Fault ??= new(at, "Deadlines.Import.OtherRepetition", property.Value);
                    break;
                case "RDATE":
                    Fault ??= new(at, "Deadlines.Import.OtherRepetition", property.Value);
                    break;
                case "EXDATE":
                    foreach (var part in property.Value.Split(','))
                    {
                        if ((property with { Value = part.Length > 8 ? part[..8] : part }).Date() is { } day)
                            Except.Add(day);
                    }

                    break;
            }
        }

        /// <summary>P1D, P2W; anything finer is no whole day.</summary>
        private static int? DaysOf(string text) =>
            text.Length > 2 && text[0] is 'P' && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? text[^1] switch { 'D' => count, 'W' => count <= 5 ? count * 7 : null, _ => null }
                : null;
    }

    /// <summary>Every year, or every so many, on the date of the first.</summary>
    private sealed record Yearly(int Interval, int? Count, DateOnly? Until)
    {
        /// <summary>The rule; null for one that says anything else than the same date each year.</summary>
        public static Yearly? Of(string rule, DateOnly? start)
        {
            var (interval, count, until, isYearly) = (1, (int?)null, (DateOnly?)null, false);
            foreach (var part in rule.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                var pair = part.Split('=', 2);
                if (pair.Length != 2)
                    return null;
                var isNumber = int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
                switch (pair[0].ToUpperInvariant())
                {
                    case "FREQ":
                        isYearly = pair[1].Equals("YEARLY", StringComparison.OrdinalIgnoreCase);
                        break;
                    case "INTERVAL" when isNumber:
                        interval = number;
                        break;
                    case "COUNT" when isNumber:
                        count = number;
                        break;
                    case "UNTIL" when DateOnly.TryParseExact(pair[1].Length > 8 ? pair[1][..8] : pair[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last):
                        until = last;
                        break;
                    case "WKST":
                    case "BYMONTH" when isNumber && start?.Month == number:
                    case "BYMONTHDAY" when isNumber && start?.Day == number:
                        break;
                    default:
                        return null;
                }
            }

            return isYearly ? new(interval, count, until) : null;
        }

        public IEnumerable<DateOnly> From(DateOnly start, DateOnly today, int ahead)
        {
            for (var i = 0; Count is not { } count || i < count; i++)
            {
                var year = start.Year + (i * Interval);
                if (year > Math.Max(today.Year, start.Year) + ahead || year > WorkingCalendar.Last.Year)
                    yield break;
                if (start is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year))
                    continue;
                var on = new DateOnly(year, start.Month, start.Day);
                if (on > Until)
                    yield break;
                if (year >= today.Year || year == start.Year)
                    yield return on;
            }
        }
    }
}
