using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.UndoSplit;

/// <summary>Puts a part back into the case it was split from.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, ListCaseLinksHandler links, UndoSplitHandler undo, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The link to the original; null when the case is no part of another.</summary>
    public CaseLinkRow? Original { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Guid? original = null;
        if (!ModelState.IsValid
            || !await TryAsync(async () => original = await undo.HandleAsync(new Application.Cases.Links.UndoSplit(Id, Input.Reason, Input.Seen), cancellationToken)))
            return await ShowAsync(cancellationToken);
        this.Notice(T["Desk.Split.Undone"]);
        return Redirect($"/desk/cases/{original}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is { MayHandle: true } && Original is not null ? page : NotFound();
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken) =>
        Original = (await links.HandleAsync(Id, cancellationToken)).FirstOrDefault(l => l is { Kind: CaseLinkKind.Split, LeadsAway: false });

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
