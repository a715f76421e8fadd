using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Operations.ShowStatus;

/// <summary>Jobs, outbox, calendar, database: what an administrator looks at first.</summary>
[Authorize(Policy = nameof(Permission.SeeStatus))]
public sealed class IndexModel(ShowStatusHandler showStatus, TriggerJobHandler triggerJob, Texts t, Dates dates, TimeProvider time) : PageModel
{
    public SystemStatus Status { get; private set; } = null!;

    public decimal FreeGigabytes => decimal.Round(Status.FreeBytes / 1_000_000_000m, 1);

    public static string Look(JobState state) => state switch
    {
        JobState.Failed => "state-failed",
        JobState.Running => "state-work",
        JobState.Fine => "state-done",
        _ => "state-new",
    };

    public string When(DateTimeOffset? at) => at is { } moment ? dates.StampWithYear(moment) : "–";

    public string Next(JobStatus job) => job.NextRunAt is not { } at || at <= time.GetUtcNow() ? t["Operations.Status.Soon"] : dates.StampWithYear(at);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Status = await showStatus.HandleAsync(new(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? job, CancellationToken cancellationToken)
    {
        try
        {
            await triggerJob.HandleAsync(new TriggerJob(job ?? ""), cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Notice(t["Operations.Status.Asked", job]);
        return RedirectToPage();
    }
}
