using System.Globalization;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Shared;

/// <summary>
/// Dates as people say them, in the case the sentence needs: Latvian nominative, locative and dative, Russian prepositional and genitive.
/// Citizens read words, staff read <c>24.11.</c> and <c>9:40</c>.
/// </summary>
public sealed class Dates(LocalTime localTime)
{
    private readonly string? fixedLanguage;

    private Dates(string language, LocalTime localTime) : this(localTime) => fixedLanguage = language;

    /// <summary>Dates in the language of the request and the time of Riga, for places the container does not reach.</summary>
    public static Dates Current { get; } = new(LocalTime.Riga);

    private DateWords Words => DateWords.Of(fixedLanguage ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>Dates in one language whatever the request speaks.</summary>
    public static Dates In(string language, LocalTime? localTime = null) => new(language, localTime ?? LocalTime.Riga);

    /// <summary>The day by itself: <c>2026. gada 24. novembris</c>, <c>24 November 2026</c>, <c>24 ноября 2026 года</c>.</summary>
    public string InWords(DateOnly day) => Words.Full(day);

    /// <summary>When something happened, with the year: <c>2026. gada 24. novembrī</c>, <c>on 24 November 2026</c>, <c>24 ноября 2026 года</c>.</summary>
    public string OnInWords(DateOnly day) => Words.On(day);

    /// <summary>When, with the weekday and without the year: <c>otrdien, 24. novembrī</c>, <c>on Tuesday, 24 November</c>, <c>во вторник, 24 ноября</c>.</summary>
    public string DayOn(DateOnly day) => Words.WeekdayOn(day);

    /// <summary>
    /// A deadline, to stand after <c>līdz</c>, <c>by</c>, <c>до</c>: <c>otrdienai, 2026. gada 24. novembrim (ieskaitot)</c>. The day itself is still in time.
    /// </summary>
    public string DeadlineInWords(DateOnly day) => $"{Words.Until(day, year: true)} ({Words.Inclusive})";

    /// <summary>A deadline for a heading, without year and "(ieskaitot)": <c>otrdienai, 24. novembrim</c>.</summary>
    public string Deadline(DateOnly day) => Words.Until(day, year: false);

    /// <summary>The subject of a sentence, without the year: <c>24. novembris</c>, <c>24 November</c>, <c>24 ноября</c>.</summary>
    public string DayAndMonth(DateOnly day) => Words.DayAndMonth(day);

    /// <summary>For staff and narrow places: <c>24.11.</c></summary>
    public string Short(DateOnly day) => day.ToString("dd.MM.", CultureInfo.InvariantCulture);

    /// <summary>Short, with the year where it is not this one: <c>24.11.</c>, <c>24.11.2025.</c></summary>
    public string Short(DateOnly day, DateOnly today) => day.Year == today.Year ? Short(day) : Numeric(day);

    /// <summary>Short with the weekday: <c>Ot 24.11.</c></summary>
    public string ShortWithWeekday(DateOnly day) => $"{WeekdayShort(day)} {Short(day)}";

    /// <summary>With the year: <c>24.11.2026.</c> in Latvian, <c>24.11.2026</c> elsewhere.</summary>
    public string Numeric(DateOnly day) => day.ToString(Words.NumericPattern, CultureInfo.InvariantCulture);

    /// <summary>The weekday by itself: <c>otrdiena</c>.</summary>
    public string Weekday(DateOnly day) => Words.Weekdays[(int)day.DayOfWeek];

    /// <summary>Two letters: <c>Ot</c>, <c>Tu</c>, <c>Вт</c>.</summary>
    public string WeekdayShort(DateOnly day) => Words.WeekdaysShort[(int)day.DayOfWeek];

    /// <summary>The month by itself: <c>novembris</c>.</summary>
    public string Month(int month) => Words.Months[month - 1];

    /// <summary>A month of a year: <c>2026. gada novembris</c>, <c>November 2026</c>, <c>ноябрь 2026 года</c>.</summary>
    public string MonthOfYear(DateOnly day) => Words.MonthOfYear(day);

    /// <summary>During a month of a year, opening a sentence: <c>2026. gada oktobrī</c>, <c>In October 2026</c>, <c>В октябре 2026 года</c>.</summary>
    public string InMonth(DateOnly day) => Words.InMonth(day);

    /// <summary>A narrow column heading: <c>nov.</c></summary>
    public string MonthShort(int month) => Words.MonthsShort[month - 1];

    /// <summary>Today, tomorrow or the weekday with the date: <c>šodien</c>, <c>rīt, 20.11.</c>, <c>pirmdien, 23.11.</c></summary>
    public string Soon(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => Words.Today,
        1 => $"{Words.Tomorrow}, {Short(day)}",
        _ => $"{Words.WeekdaysOn[(int)day.DayOfWeek]}, {Short(day)}",
    };

    /// <summary>The hour for staff: <c>9:40</c>.</summary>
    public string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>The hour as public signs have it: <c>9.40</c> in Latvian, <c>9:40</c> elsewhere.</summary>
    public string TimeDotted(TimeOnly time) => Words.Hour(time);

    /// <summary>The hour in a sentence: <c>plkst. 9.40</c>, <c>at 9:40</c>, <c>в 9:40</c>.</summary>
    public string TimeInWords(TimeOnly time) => Words.At(time);

    /// <summary>An instant for staff, local: <c>16.11. 9:40</c>.</summary>
    public string Stamp(DateTimeOffset instant)
    {
        var local = localTime.At(instant);
        return $"{Short(DateOnly.FromDateTime(local))} {Time(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>An instant for staff, local, with the year where it is not this one.</summary>
    public string Stamp(DateTimeOffset instant, DateOnly today) => localTime.DateOf(instant).Year == today.Year ? Stamp(instant) : StampWithYear(instant);

    /// <summary>An instant for staff with the weekday, local: <c>Pr 16.11. 9:40</c>.</summary>
    public string StampWithWeekday(DateTimeOffset instant) => $"{WeekdayShort(localTime.DateOf(instant))} {Stamp(instant)}";

    /// <summary>An instant with the year for lists that go back further: <c>16.11.2026. 9:40</c>.</summary>
    public string StampWithYear(DateTimeOffset instant)
    {
        var local = localTime.At(instant);
        return $"{Numeric(DateOnly.FromDateTime(local))} {Time(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>An instant in a sentence, local: <c>pirmdien, 16. novembrī, plkst. 9.40</c>; on the given day <c>šodien, plkst. 9.40</c>.</summary>
    public string Moment(DateTimeOffset instant, DateOnly? today = null)
    {
        var local = localTime.At(instant);
        var day = DateOnly.FromDateTime(local);
        var when = day == today ? Words.Today : Words.WeekdayOn(day);
        return $"{when}, {Words.At(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>The local wall-clock time: <c>9:40</c>.</summary>
    public string Clock(DateTimeOffset instant) => Time(TimeOnly.FromDateTime(localTime.At(instant)));

    /// <summary>The local calendar date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => localTime.DateOf(instant);

    /// <summary>Machine-readable local time for the <c>datetime</c> attribute: <c>2026-11-16T09:40</c>.</summary>
    public string Iso(DateTimeOffset instant) => localTime.At(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
