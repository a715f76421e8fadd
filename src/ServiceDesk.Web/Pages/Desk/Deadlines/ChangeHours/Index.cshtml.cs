using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ChangeHours;

/// <summary>Worked weekdays and opening hours. A week without working days is refused.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, Texts t) : DeadlineChangePage(read, editor, t)
{
    /// <summary>Monday to Sunday, then the moved Saturday.</summary>
    [BindProperty]
    public List<Span> Days { get; set; } = [];

    public override string Back => "/desk/calendar";

    public static DayOfWeek Weekday(int row) => (DayOfWeek)((row + 1) % 7);

    protected override void Fill(DeadlineSettings settings)
    {
        Days = [.. Enumerable.Range(0, 7).Select(row => new Span(settings.Week.Hours(Weekday(row))))];
        Days.Add(new(settings.Week.MovedInHours));
    }

    protected override DeadlineEdit Edit()
    {
        if (Days.Count != 8 || Days[7].Read() is not { } moved)
            throw new Refusal("Deadlines.Refusal.HoursOrder");
        var days = new Dictionary<DayOfWeek, OpeningHours>();
        for (var row = 0; row < 7; row++)
        {
            if (Days[row].Read() is { } hours)
                days[Weekday(row)] = hours;
        }

        return new ChangeOpeningHours(new(days, moved), Reason ?? "");
    }

    /// <summary>Hours of one row; both empty on a free day.</summary>
    public sealed class Span
    {
        public Span()
        {
        }

        public Span(OpeningHours? hours) => (Opens, Closes) = (hours?.Opens, hours?.Closes);

        public TimeOnly? Opens { get; set; }

        public TimeOnly? Closes { get; set; }

        public OpeningHours? Read() => (Opens, Closes) switch
        {
            (null, null) => null,
            ({ } opens, { } closes) => new(opens, closes),
            _ => throw new Refusal("Deadlines.Refusal.HoursOrder"),
        };
    }
}
