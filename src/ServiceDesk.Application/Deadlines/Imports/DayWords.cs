using System.Globalization;
using System.Text;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>What the words of a file mean: kinds of day, headings, dates, whatever marks their letters carry.</summary>
internal static class DayWords
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d.M.yyyy", "d.M.yyyy.", "yyyyMMdd", "d/M/yyyy"];

    private static readonly Dictionary<string, CalendarExceptionKind> Kinds = MakeKinds();

    /// <summary>A date as tables write it; null for anything else.</summary>
    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The kind a word of a table names; null for an unknown one.</summary>
    public static CalendarExceptionKind? Kind(string text) => Kinds.TryGetValue(Fold(text), out var kind) ? kind : null;

    /// <summary>
    /// What the title of an event says of its day. A moved day that falls on a weekend is the one worked instead. Null is a day
    /// that is only marked: remembrance days are working days.
    /// </summary>
    public static CalendarExceptionKind? KindOfTitle(string title, string description, DateOnly on)
    {
        var (name, more) = (Fold(title), Fold(description));
        var isWeekend = on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (Has(name, "parcelt", "moved", "переносенн", "перенесен", "перенос") || Has(name, "darba sestdiena", "working saturday", "рабочая суббота"))
            return isWeekend ? CalendarExceptionKind.MovedIn : CalendarExceptionKind.MovedOut;
        if (isWeekend && Has(name, "darba diena", "darbdiena", "working day", "рабочий день"))
            return CalendarExceptionKind.MovedIn;
        return Has(name, "atceres", "atzimejam", "pieminas", "observance", "памят") || Has(more, "observance", "atceres diena", "atzimejama diena")
            ? null
            : CalendarExceptionKind.Holiday;
    }

    /// <summary>Small letters without marks, one blank between words.</summary>
    public static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        }

        return string.Join(' ', plain.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool Has(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static Dictionary<string, CalendarExceptionKind> MakeKinds()
    {
        Dictionary<string, CalendarExceptionKind> kinds = new(StringComparer.Ordinal)
        {
            ["svetku diena"] = CalendarExceptionKind.Holiday,
            ["svetki"] = CalendarExceptionKind.Holiday,
            ["brivdiena"] = CalendarExceptionKind.Holiday,
            ["holiday"] = CalendarExceptionKind.Holiday,
            ["public holiday"] = CalendarExceptionKind.Holiday,
            ["праздник"] = CalendarExceptionKind.Holiday,
            ["parcelta brivdiena"] = CalendarExceptionKind.MovedOut,
            ["moved day off"] = CalendarExceptionKind.MovedOut,
            ["parcelta darba diena"] = CalendarExceptionKind.MovedIn,
            ["moved working day"] = CalendarExceptionKind.MovedIn,
            ["darba sestdiena"] = CalendarExceptionKind.MovedIn,
            ["slegts"] = CalendarExceptionKind.Closed,
            ["closed"] = CalendarExceptionKind.Closed,
        };
        foreach (var kind in Enum.GetValues<CalendarExceptionKind>())
        {
            kinds.TryAdd(Fold(kind.ToString()), kind);
            foreach (var language in Texts.Languages)
                kinds.TryAdd(Fold(Texts.In(language).Of(kind)), kind);
        }

        return kinds;
    }
}
