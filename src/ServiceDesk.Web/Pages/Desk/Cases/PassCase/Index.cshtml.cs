using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Passing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.PassCase;

/// <summary>Passes a case to the ethics commission or above, and takes that back.</summary>
[Authorize(Policy = nameof(Permission.PassToCommission))]
public sealed class IndexModel(ShowCaseHandler show, PassCaseHandler pass, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<PassRow> Passes { get; private set; } = [];

    public IReadOnlyList<CaseAuthority> Offered => pass.Offered;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShownAsync(cancellationToken);
        if (Case is not null)
            Input.UntilOn = Case.Today.AddDays(30);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(() => pass.HandleAsync(
                new Application.Cases.Passing.PassCase(Id, Input.To!.Value, Input.Reason, Input.UntilOn!.Value, Input.Seen), cancellationToken), "Input.Reason"))
            return await ShownAsync(cancellationToken);
        this.Notice(T["Desk.Pass.Done"]);
        return Redirect(Home);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid passId, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await TryAsync(() => pass.HandleAsync(new TakeBackPass(Id, passId), cancellationToken)))
            return await ShownAsync(cancellationToken);
        this.Notice(T["Desk.Pass.TakenBack"]);
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult> ShownAsync(CancellationToken cancellationToken)
    {
        if (await pass.ShowAsync(Id, cancellationToken) is not { } passes || !await LoadAsync(cancellationToken))
            return NotFound();
        Passes = passes;
        return Page();
    }

    public sealed class Form : CaseInput
    {
        public CaseAuthority? To { get; set; }

        public string? Reason { get; set; }

        public DateOnly? UntilOn { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.To).NotNull().WithMessage(_ => t["Desk.Pass.ToMissing"]);
            RuleFor(x => x.Reason).NotEmpty().WithMessage(_ => t["Desk.Pass.ReasonMissing"]);
            RuleFor(x => x.UntilOn).NotNull().WithMessage(_ => t["Desk.Pass.UntilMissing"]);
        }
    }
}
