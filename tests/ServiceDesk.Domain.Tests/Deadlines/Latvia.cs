using System.Globalization;
using System.Text.Json;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

/// <summary>The seeded calendar of Latvia and the rules of the worked examples.</summary>
internal static class Latvia
{
    public static readonly IReadOnlyList<CalendarException> Exceptions = Read();

    public static readonly WorkingCalendar Calendar = With();
    public static readonly WorkingCalendar WithoutShifts = With(followShifts: false);

    public static readonly ServiceStandard Standard = new()
    {
        Id = "sigulda",
        Version = 1,
        Name = Words("Standarts"),
        Adopted = "Nr. 5/2023",
        InForceFrom = new(2023, 4, 13),
        Rules = [Rule("SIG-EXT"), Rule("SIG-INT")],
        Settings = new() { PromiseClause = "SIG 6.2.1" },
    };

    public static readonly StandardSettings LatePolicy = new() { AfterHoursReceipt = AfterHoursReceipt.NextWorkingDay };

    public static WorkingCalendar With(bool followShifts = true, params CalendarException[] more) =>
        new(WeekPattern.Usual, Exceptions.Where(e => more.All(m => m.On != e.On)).Concat(more), followShifts, [2023, 2024, 2025, 2026], version: 7);

    public static CalendarException Exception(string on, CalendarExceptionKind kind, OpeningHours? hours = null) =>
        new(Day(on), kind, "Rīkojums", "Iemesls", "Anna Ozola", new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero), hours);

    public static DeadlineRule Rule(string name) => name switch
    {
        "SIG-EXT" => new() { Id = "external-reply", Clause = "SIG 21.1", Name = Words(name), Layer = Layer.Service, Term = new(3, TermUnit.WorkingDays), InterimAllowed = true },
        "SIG-INT" => new() { Id = "internal-reply", Clause = "SIG 23.1", Name = Words(name), Layer = Layer.Service, Audience = Audience.Internal, Term = new(1, TermUnit.WorkingDays), AcknowledgementMeets = true, InterimAllowed = true },
        "JEL-ACK" => new() { Id = "acknowledge", Clause = "JEL 20.1", Name = Words(name), Layer = Layer.Service, Term = new(1, TermUnit.WorkingDays), Meets = MeetingEvent.Acknowledgement, InterimAllowed = true },
        "JEL-INT" => new() { Id = "internal-reply", Clause = "JEL 22.1", Name = Words(name), Layer = Layer.Service, Audience = Audience.Internal, Term = new(1, TermUnit.WorkingDays), AcknowledgementMeets = true },
        "BRE" => new() { Id = "reply", Clause = "BRE complaints-5d", Name = Words(name), Layer = Layer.Service, Term = new(5, TermUnit.CalendarDays), InterimAllowed = true },
        "BRE 5wd" => new() { Id = "reply", Clause = "BRE complaints-5d", Name = Words(name), Layer = Layer.Service, Term = new(5, TermUnit.WorkingDays) },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static DeadlineRule Law(int count, TermUnit unit, Term? limit = null) => new()
    {
        Id = "submission",
        Clause = "Iesniegumu likums, 5. pants",
        Name = Words("Iesniegums"),
        Layer = Layer.Statute,
        Term = new(count, unit),
        FormalOnly = true,
        ExtensionLimit = limit,
        Edition = 20260301,
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A wall-clock time in Riga.</summary>
    public static DateTimeOffset Riga(string text) => LocalTime.Riga.ToUtc(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    public static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Wording Words(string text) => new(text, text, text);

    private static List<CalendarException> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "latvia.json")));
        return [.. file.RootElement.GetProperty("exceptions").EnumerateArray().Select(e => Exception(
            e.GetProperty("on").GetString()!,
            Enum.Parse<CalendarExceptionKind>(e.GetProperty("kind").GetString()!, ignoreCase: true)))];
    }
}
