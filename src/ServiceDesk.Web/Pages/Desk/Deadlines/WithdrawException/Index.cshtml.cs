using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.WithdrawException;

/// <summary>Takes a dated exception out of force, with a reason.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, Texts t) : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CalendarException Exception { get; private set; } = null!;

    public override string Back => $"/desk/calendar?year={Exception.On.Year}";

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        Exception = (await Read.FindExceptionAsync(Id, cancellationToken))!;
        return Exception is not null;
    }

    protected override DeadlineEdit Edit() => new WithdrawCalendarException(Id, Reason ?? "");
}
