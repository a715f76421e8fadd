using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.TellDataBreach;

/// <summary>Any employee reports that personal data went astray; who keeps the register goes on to the entry.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount))]
public sealed class IndexModel(ReportDataBreachHandler report, ICurrentUser me, LocalTime local, TimeProvider time, Texts t) : BreachInputPage
{
    public bool MayManage => me.May(Permission.ManageDataBreaches);

    public void OnGet() => (Input.Token, Input.Discovered) = (Guid.CreateVersion7(), local.At(time.GetUtcNow()));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Discovered is null)
            ModelState.AddModelError("Input.Discovered", t["Protection.Refusal.WhenMissing"]);
        if (!ModelState.IsValid)
            return Page();
        try
        {
            // The field knows minutes only: what was noticed this very minute was noticed now.
            var discovered = local.ToUtc(Input.Discovered!.Value);
            var (id, number) = await report.HandleAsync(new(Input.Token, discovered, Input.ToDescription(local)), cancellationToken);
            this.Notice(t["Protection.Tell.Done", number]);
            return Redirect(MayManage ? $"/desk/protection/breaches/{id}" : me.May(Permission.UseDesk) ? "/desk" : "/desk/account");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }
}
