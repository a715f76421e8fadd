using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases.Passing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.BreakGlass;

/// <summary>An administrator opens one case in need; the data-protection officer sees who did, why and for how long.</summary>
[Authorize(Policy = nameof(Permission.SeeGlassBroken))]
public sealed class IndexModel(BreakGlassHandler glass, ICurrentUser me, Texts t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<OpeningRow> Rows { get; private set; } = [];

    public bool MayBreak => me.May(Permission.BreakGlass);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await glass.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayBreak)
            return Forbid();
        if (ModelState.IsValid)
        {
            try
            {
                var id = await glass.HandleAsync(new Application.Cases.Passing.BreakGlass(Input.Number, Input.Reason, Input.Hours), cancellationToken);
                this.Notice(t["Desk.BreakGlass.Done"]);
                return Redirect($"/desk/cases/{id}");
            }
            catch (Exception e) when (e is Refusal or StaleCase)
            {
                ModelState.AddModelError(e is Refusal { Key: "Cases.Refusal.NumberUnknown" } ? "Input.Number" : "", e is Refusal refusal ? t[refusal.Key, [.. refusal.Arguments]] : t["Desk.Stale.Error"]);
            }
        }

        Rows = await glass.ListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid openingId, CancellationToken cancellationToken)
    {
        try
        {
            await glass.HandleAsync(new CloseGlass(openingId), cancellationToken);
            this.Notice(t["Desk.BreakGlass.Ended"]);
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Attention);
        }

        return RedirectToPage();
    }

    public sealed class Form
    {
        public string? Number { get; set; }

        public string? Reason { get; set; }

        public int Hours { get; set; } = 1;
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Number).NotEmpty().WithMessage(_ => t["Desk.BreakGlass.NumberMissing"]);
            RuleFor(x => x.Reason).NotEmpty().WithMessage(_ => t["Desk.BreakGlass.ReasonMissing"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
        }
    }
}
