using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.LinkCase;

/// <summary>Links a case with another by its number; takes links away and puts them back.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, LinkCasesHandler links, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public string Hint(CaseLinkKind kind) => kind switch
    {
        CaseLinkKind.Duplicate => T["Desk.Links.DuplicateHint"],
        CaseLinkKind.FollowUp => T["Desk.Links.FollowUpHint"],
        _ => T["Desk.Links.RelatedHint"],
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is { MayHandle: true } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid
            || !await TryAsync(() => links.HandleAsync(new LinkCases(Id, Input.Number, Input.Kind, Input.Reason), cancellationToken), "Input.Number"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Links.Done", CaseNumbers.Clean(Input.Number)]);
        return Redirect($"{Home}#links");
    }

    public Task<IActionResult> OnPostRemoveAsync(Guid linkId, CancellationToken cancellationToken) =>
        ChangeAsync(() => links.RemoveAsync(Id, linkId, cancellationToken), $"{Home}?unlinked={linkId}#links", cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(Guid linkId, CancellationToken cancellationToken) =>
        ChangeAsync(() => links.RestoreAsync(Id, linkId, cancellationToken), $"{Home}#links", cancellationToken);

    /// <summary>The form on this page is not the one that was sent.</summary>
    private async Task<IActionResult> ChangeAsync(Func<Task> change, string then, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await TryAsync(change) ? Redirect(then) : await AgainAsync(cancellationToken);
    }

    public sealed class Form
    {
        public string? Number { get; set; }

        public CaseLinkKind Kind { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Number).NotEmpty().WithMessage(_ => t["Desk.Links.NumberMissing"]);
            RuleFor(x => x.Reason).MaximumLength(CaseLink.MaxReasonLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", CaseLink.MaxReasonLength]);
        }
    }
}
