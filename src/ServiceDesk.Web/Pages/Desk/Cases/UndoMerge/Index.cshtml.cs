using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.UndoMerge;

/// <summary>Parts a merged case from the one that answers; names the letters sent meanwhile, which stay where they are.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, PreviewUndoMergeHandler preview, UndoMergeHandler undo, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public UndoPreview Preview { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(() => undo.HandleAsync(new Application.Cases.Links.UndoMerge(Id, Input.Reason, Input.Seen), cancellationToken)))
            return await ShowAsync(cancellationToken);
        this.Notice(T["Desk.Merge.Undone"]);
        return Redirect(Home);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await preview.HandleAsync(Id, cancellationToken) is not { } found)
            return NotFound();
        Preview = found;
        return await AgainAsync(cancellationToken);
    }

    public sealed class Form : CaseInput
    {
        public string? Reason { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t) =>
            RuleFor(x => x.Reason).MaximumLength(CaseLink.MaxReasonLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", CaseLink.MaxReasonLength]);
    }
}
