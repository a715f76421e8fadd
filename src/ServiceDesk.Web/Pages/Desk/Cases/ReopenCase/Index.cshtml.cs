using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.ReopenCase;

/// <summary>Opens a closed case again, with the reason; says first by when the client will be owed a reply.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, ReopenCaseHandler reopen, PreviewAnswerDateHandler preview, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>By when a reply would be owed.</summary>
    public DateOnly? Due { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is { Steps.MayReopen: true } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(() => reopen.HandleAsync(new Application.Cases.ReopenCase(Id, Input.Reason, Input.Seen), cancellationToken), "Input.Reason"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Reopen.Done"]);
        return Redirect(Home);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken) =>
        Due = (await preview.HandleAsync(Case.Kind, Case.Channel, cancellationToken, Case.Audience))?.Due;

    public sealed class Form : CaseInput
    {
        public string? Reason { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Reason).NotEmpty().WithMessage(_ => t["Desk.Reopen.ReasonMissing"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
        }
    }
}
