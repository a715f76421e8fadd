using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using ServiceDesk.Application.Clients.Timeline;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Clients.ShowTimeline;

/// <summary>Everything that went on between a client and us, the newest first.</summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(ShowTimelineHandler show) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "kind")]
    public List<TimelineKind> Kinds { get; set; } = [];

    [FromQuery]
    public DateOnly? From { get; set; }

    [FromQuery]
    public DateOnly? To { get; set; }

    /// <summary>Ticks of the last entry shown, and how many of that instant were.</summary>
    [FromQuery]
    public string? After { get; set; }

    public TimelinePage Timeline { get; private set; } = null!;

    public bool IsFiltered => Kinds.Count > 0 || From is not null || To is not null;

    public string Path => $"/desk/clients/{Id}/timeline";

    public string? FirstPage => After is null ? null : Address();

    public string? NextPage => Timeline.Next is { } next ? QueryHelpers.AddQueryString(Address(), "after", string.Create(CultureInfo.InvariantCulture, $"{next.At.UtcTicks}-{next.Shown}")) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Kinds = [.. Kinds.Where(k => Enum.IsDefined(k)).Distinct()];
        if (await show.HandleAsync(new() { ClientId = Id, Kinds = Kinds, From = From, To = To, After = Cursor(After) }, cancellationToken) is not { } timeline)
            return NotFound();
        Timeline = timeline;
        return Page();
    }

    public static string Icon(TimelineEvent what) => what switch
    {
        TimelineEvent.CaseReceived => "inbox",
        TimelineEvent.CaseClosed => "circle-check",
        TimelineEvent.ClientWrote => "arrow-down-left",
        TimelineEvent.LetterSent => "arrow-up-right",
        TimelineEvent.LetterFailed => "mail-x",
        TimelineEvent.ClientCalled or TimelineEvent.WeCalled => "phone",
        TimelineEvent.ClientCame or TimelineEvent.ToldInPerson => "user",
        TimelineEvent.NoteWritten => "note",
        TimelineEvent.DocumentRegistered => "file-text",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>Looks of the dot: ours are filled, what failed is red.</summary>
    public static string? Look(TimelineEvent what) => what switch
    {
        TimelineEvent.LetterSent or TimelineEvent.WeCalled or TimelineEvent.ToldInPerson or TimelineEvent.CaseClosed or TimelineEvent.DocumentRegistered => "dot-us",
        TimelineEvent.LetterFailed => "dot-late",
        TimelineEvent.NoteWritten => "dot-note",
        _ => null,
    };

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimelineCursor? Cursor(string? text) =>
        text?.Split('-') is [var ticks, var shown] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at) && at >= 0 && at <= DateTime.MaxValue.Ticks && int.TryParse(shown, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000
            ? new TimelineCursor(new DateTimeOffset(at, TimeSpan.Zero), count)
            : null;

    private string Address() => QueryHelpers.AddQueryString(Path,
        Kinds.Select(k => KeyValuePair.Create("kind", (string?)k.ToString())).Append(new("from", Iso(From))).Append(new("to", Iso(To))).Where(p => p.Value is not null));
}
