using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ChangeCounting;

/// <summary>Which day a late item counts as received, and which day is the first counted one, from a day on.</summary>
[Authorize(Policy = nameof(Permission.ManageStandard))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, ShowStandardHandler show, LocalTime local, TimeProvider time, Texts t)
    : DeadlineChangePage(read, editor, t)
{
    [BindProperty]
    public AfterHoursReceipt AfterHours { get; set; }

    [BindProperty]
    public FirstCountedDay First { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public override string Back => "/desk/standard";

    private StandardSettings Newest { get; set; } = new();

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        Newest = (await show.HandleAsync(cancellationToken)).Newest.Settings;
        return true;
    }

    protected override void Fill(DeadlineSettings settings) =>
        (AfterHours, First, From) = (Newest.AfterHoursReceipt, Newest.FirstCountedDay, local.DateOf(time.GetUtcNow()).AddDays(1));

    protected override DeadlineEdit Edit() => new Application.Deadlines.ChangeCounting(
        AfterHours, First, From ?? throw new Refusal("Deadlines.Refusal.DateNeeded"), Reason ?? "");

    protected override string FieldOf(string refusal) =>
        refusal is "Deadlines.Refusal.DateNeeded" or "Deadlines.Refusal.VersionBeforeLast" ? nameof(From) : base.FieldOf(refusal);
}
