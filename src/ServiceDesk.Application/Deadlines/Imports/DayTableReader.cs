using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>
/// Reads a table of days: date, kind, name, other half of the pair, source; semicolons, commas or tabs. With a heading the columns
/// may stand in any order; without one they stand in this order. A moved day off with its pair gives both days.
/// </summary>
internal sealed class DayTableReader(string source)
{
    private static readonly string[][] Headings =
    [
        ["datums", "diena", "date", "day", "дата"],
        ["veids", "kind", "type", "вид"],
        ["nosaukums", "apraksts", "pamatojums", "name", "title", "reason", "название"],
        ["paris", "para diena", "pretdiena", "stradajam", "pair", "worked instead", "пара"],
        ["avots", "source", "rikojums", "источник"],
    ];

    private readonly List<SourceDay> days = [];
    private readonly List<DayFault> faults = [];
    private readonly Dictionary<DateOnly, int> seen = [];

    /// <summary>Reads the text; one bad row never stops the rest.</summary>
    public async Task<DaysFile> ReadAsync(string text, CancellationToken cancellationToken)
    {
        using var content = new StringReader(text.TrimStart('\uFEFF'));
        var csv = new CsvReader(content, SeparatorOf(text));
        int[]? places = null;
        while (await csv.ReadAsync(cancellationToken) is { } fields)
        {
            if (fields.All(string.IsNullOrWhiteSpace))
                continue;
            if (places is null)
            {
                places = PlacesOf(fields);
                if (DayWords.Date(fields[0]) is null)
                {
                    if (places[0] < 0)
                        throw new Refusal("Deadlines.Import.NoHeading");
                    continue;
                }

                places = [0, 1, 2, 3, 4];
            }

            if (days.Count >= DaysFile.MostDays)
            {
                faults.Add(new(csv.Line, "Deadlines.Import.TooManyDays"));
                break;
            }

            Read(csv.Line, places, fields);
        }

        return new(false, days, faults);
    }

    private void Read(int line, int[] places, IReadOnlyList<string> fields)
    {
        string Field(int column) => places[column] >= 0 && places[column] < fields.Count ? fields[places[column]].Trim() : "";
        if (DayWords.Date(Field(0)) is not { } on)
        {
            faults.Add(new(line, "Deadlines.Import.NotADate", Field(0)));
            return;
        }

        if (!DaysFile.Knows(on))
        {
            faults.Add(new(line, "Deadlines.Import.OutOfRange", Field(0)));
            return;
        }

        if (Field(1).Length == 0 || DayWords.Kind(Field(1)) is not { } kind)
        {
            faults.Add(new(line, "Deadlines.Import.UnknownKind", Field(1)));
            return;
        }

        if (kind == CalendarExceptionKind.Shortened)
        {
            faults.Add(new(line, "Deadlines.Import.ShortenedByHand", Field(0)));
            return;
        }

        DateOnly? pair = null;
        if (Field(3).Length > 0)
        {
            pair = DayWords.Date(Field(3));
            if (pair is null || pair == on || !DaysFile.Knows(pair.Value))
            {
                faults.Add(new(line, "Deadlines.Import.BadPair", Field(3)));
                return;
            }

            if (!CalendarProposal.IsMoved(kind))
                pair = null;
        }

        var from = Field(4).Length > 0 ? Field(4) : source;
        if (!Add(line, new(KeyOf(on), on, kind, Field(2), from, pair), Field(0)) || pair is not { } other || seen.ContainsKey(other))
            return;
        var otherKind = kind == CalendarExceptionKind.MovedOut ? CalendarExceptionKind.MovedIn : CalendarExceptionKind.MovedOut;
        Add(-line, new(KeyOf(other), other, otherKind, Field(2), from, on), Field(3));
    }

    /// <summary>A day implied by its pair (negative line) gives way to a row of its own.</summary>
    private bool Add(int line, SourceDay day, string words)
    {
        if (seen.TryGetValue(day.On, out var earlier))
        {
            if (earlier > 0)
            {
                faults.Add(new(line, "Deadlines.Import.Twice", words));
                return false;
            }

            day = day with { PairOn = day.PairOn ?? days.Find(d => d.On == day.On)?.PairOn };
            days.RemoveAll(d => d.On == day.On);
        }

        seen[day.On] = line;
        days.Add(day);
        return true;
    }

    private static string KeyOf(DateOnly on) => $"{on:yyyy-MM-dd}";

    private static int[] PlacesOf(IReadOnlyList<string> heading)
    {
        var names = heading.Select(DayWords.Fold).ToList();
        return [.. Headings.Select(words => names.FindIndex(name => words.Contains(name, StringComparer.Ordinal)))];
    }

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan().TrimStart("\uFEFF\r\n ");
        var end = first.IndexOfAny('\r', '\n');
        var line = end < 0 ? first : first[..end];
        return line.Contains(';') ? ';' : line.Contains('\t') ? '\t' : line.Contains(',') ? ',' : ';';
    }
}
