using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.TendConsents;

/// <summary>What people consented to, in numbers; withdrawal for a client who asks by phone or in person.</summary>
[Authorize(Policy = nameof(Permission.ManageConsents))]
public sealed class IndexModel(ManageConsentsHandler consents, AnswerConsentHandler answer, Texts t) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public IReadOnlyList<PurposeRow> Rows { get; private set; } = [];

    public string NameOf(ConsentPurpose purpose) => ConsentLetters.NameOf(purpose, t.Language);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await consents.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            this.Notice(t.Plural("Protection.Consents.WithdrawnFor", await answer.WithdrawForAsync(Email, null, cancellationToken)));
            return Redirect("/desk/protection/consents");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(nameof(Email), t[refusal.Key, [.. refusal.Arguments]]);
            Rows = await consents.ListAsync(cancellationToken);
            return Page();
        }
    }
}
