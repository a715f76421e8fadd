using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ConfirmYear;

/// <summary>Says that the exceptions of a year are complete: the Cabinet's order is out and entered.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, Texts t) : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public override string Back => $"/desk/calendar?year={Year}";

    protected override Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult(Year >= WorkingCalendar.First.Year && Year <= WorkingCalendar.Last.Year);

    protected override DeadlineEdit Edit() => new ConfirmCalendarYear(Year, Reason ?? "");
}
