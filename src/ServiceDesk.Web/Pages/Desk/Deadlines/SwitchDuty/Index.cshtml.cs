using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.SwitchDuty;

/// <summary>Switches a duty of the standard on or off from a day on.</summary>
[Authorize(Policy = nameof(Permission.ManageStandard))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, ShowStandardHandler show, LocalTime local, TimeProvider time, Texts t)
    : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public DateOnly? From { get; set; }

    public Duty Duty { get; private set; } = null!;

    public override string Back => "/desk/standard";

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        Duty = (await show.HandleAsync(cancellationToken)).Newest.Duties.FirstOrDefault(d => d.Id == Id)!;
        return Duty is not null;
    }

    protected override void Fill(DeadlineSettings settings) => From = local.DateOf(time.GetUtcNow()).AddDays(1);

    protected override DeadlineEdit Edit() => new Application.Deadlines.SwitchDuty(
        Id, !Duty.On, From ?? throw new Refusal("Deadlines.Refusal.DateNeeded"), Reason ?? "");

    protected override string FieldOf(string refusal) =>
        refusal is "Deadlines.Refusal.DateNeeded" or "Deadlines.Refusal.VersionBeforeLast" ? nameof(From) : base.FieldOf(refusal);
}
