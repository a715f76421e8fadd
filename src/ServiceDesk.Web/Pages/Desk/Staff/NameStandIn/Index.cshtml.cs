using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Staff.NameStandIn;

/// <summary>Who stands in for whom, from which to which day.</summary>
[Authorize(Policy = nameof(Permission.NameStandIns))]
public sealed class IndexModel(StandInsHandler standIns, Texts t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public StandInPage Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Shown = await standIns.ShowAsync(cancellationToken);
        Input.FromOn = Shown.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await standIns.HandleAsync(new Application.Staff.NameStandIn(Input.AbsentId!.Value, Input.SubstituteId!.Value, Input.FromOn!.Value, Input.UntilOn!.Value), cancellationToken);
                this.Notice(t["Staff.StandIns.Done"]);
                return RedirectToPage();
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        Shown = await standIns.ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid standInId, CancellationToken cancellationToken)
    {
        try
        {
            await standIns.HandleAsync(new EndStandIn(standInId), cancellationToken);
            this.Notice(t["Staff.StandIns.Ended"]);
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Attention);
        }

        return RedirectToPage();
    }

    public sealed class Form
    {
        public Guid? AbsentId { get; set; }

        public Guid? SubstituteId { get; set; }

        public DateOnly? FromOn { get; set; }

        public DateOnly? UntilOn { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.AbsentId).NotNull().WithMessage(_ => t["Staff.StandIns.AbsentMissing"]);
            RuleFor(x => x.SubstituteId).NotNull().WithMessage(_ => t["Staff.StandIns.SubstituteMissing"]);
            RuleFor(x => x.FromOn).NotNull().WithMessage(_ => t["Staff.StandIns.FromMissing"]);
            RuleFor(x => x.UntilOn).NotNull().WithMessage(_ => t["Staff.StandIns.UntilMissing"]);
        }
    }
}
