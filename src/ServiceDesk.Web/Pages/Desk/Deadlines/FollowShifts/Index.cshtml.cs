using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.FollowShifts;

/// <summary>Whether days moved by the Cabinet count here; the order only recommends it to municipalities.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, Texts t) : DeadlineChangePage(read, editor, t)
{
    [BindProperty]
    public bool Follow { get; set; }

    public override string Back => "/desk/calendar";

    protected override void Fill(DeadlineSettings settings) => Follow = settings.FollowsCabinetShifts;

    protected override DeadlineEdit Edit() => new FollowCabinetShifts(Follow, Reason ?? "");
}
