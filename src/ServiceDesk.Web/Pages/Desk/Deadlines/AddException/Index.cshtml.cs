using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.AddException;

/// <summary>Enters a dated exception, or edits one: the old one is withdrawn, the new one takes its place.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, Texts t) : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Replaces { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty]
    public CalendarExceptionKind Kind { get; set; } = CalendarExceptionKind.MovedOut;

    [BindProperty]
    public TimeOnly? Opens { get; set; }

    [BindProperty]
    public TimeOnly? Closes { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public override string Back => On is { } on ? $"/desk/calendar?year={on.Year}" : "/desk/calendar";

    private CalendarException? Replaced { get; set; }

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        if (Replaces is not { } id)
            return true;
        Replaced = await Read.FindExceptionAsync(id, cancellationToken);
        return Replaced is not null;
    }

    protected override void Fill(DeadlineSettings settings)
    {
        if (Replaced is { } old)
            (On, Kind, Opens, Closes, Source) = (old.On, old.Kind, old.Opens, old.Closes, old.Source);
    }

    protected override DeadlineEdit Edit()
    {
        if (On is not { } on)
            throw new Refusal("Deadlines.Refusal.DateNeeded");
        OpeningHours? hours = (Opens, Closes) switch
        {
            (null, null) => null,
            ({ } opens, { } closes) => new(opens, closes),
            _ => throw new Refusal("Deadlines.Refusal.HoursOrder"),
        };
        return new AddCalendarException(on, Kind, Source ?? "", Reason ?? "", hours, Replaces);
    }

    protected override string FieldOf(string refusal) => refusal switch
    {
        "Deadlines.Refusal.DateNeeded" or "Deadlines.Refusal.DateHasException" or "Deadlines.Refusal.DateOutOfRange" or "Deadlines.Refusal.MovedInOnHoliday" => nameof(On),
        "Deadlines.Refusal.HoursOrder" or "Deadlines.Refusal.ShortenedNeedsHours" or "Deadlines.Refusal.FreeDayHasNoHours" => nameof(Opens),
        "Deadlines.Refusal.ExceptionSource" => nameof(Source),
        _ => base.FieldOf(refusal),
    };
}
