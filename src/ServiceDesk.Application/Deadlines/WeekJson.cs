using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>A week pattern as JSON: hours by weekday and of a moved Saturday.</summary>
public static class WeekJson
{
    /// <summary>Writes a pattern.</summary>
    public static string Write(WeekPattern week) => StandardJson.Write(new Row(
        Enum.GetValues<DayOfWeek>().Where(week.Works).ToDictionary(d => d, d => new Span(week.Hours(d)!.Value.Opens, week.Hours(d)!.Value.Closes)),
        new(week.MovedInHours.Opens, week.MovedInHours.Closes)));

    /// <summary>Reads a pattern.</summary>
    public static WeekPattern Read(string json)
    {
        var row = StandardJson.Read<Row>(json);
        return new(row.Days.ToDictionary(d => d.Key, d => d.Value.ToHours()), row.MovedIn.ToHours());
    }

    private sealed record Row(Dictionary<DayOfWeek, Span> Days, Span MovedIn);

    private sealed record Span(TimeOnly Opens, TimeOnly Closes)
    {
        public OpeningHours ToHours() => new(Opens, Closes);
    }
}
