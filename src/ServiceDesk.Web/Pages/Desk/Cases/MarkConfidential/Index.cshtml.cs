using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.MarkConfidential;

/// <summary>Restricts who may read a case, changes that, or lifts it.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, MarkConfidentialHandler mark, CaseChoicesHandler choices, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        if (Case?.Steps.Confidentiality is { } now)
            (Input.Reason, Input.HiddenFromHead, Input.Readers) = (now.Reason, now.HiddenFromHead, [.. now.Readers.Select(r => r.Id)]);
        return Case is { Steps.MayMark: true } ? page : NotFound();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(on: true, "Desk.Confidential.Marked", cancellationToken);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancellationToken) => SaveAsync(on: false, "Desk.Confidential.Lifted", cancellationToken);

    private async Task<IActionResult> SaveAsync(bool on, string done, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(() => mark.HandleAsync(
                new Application.Cases.MarkConfidential(Id, on, Input.Reason, Input.HiddenFromHead, Input.Readers, Input.Seen), cancellationToken), "Input.Reason"))
            return await AgainAsync(cancellationToken);
        this.Notice(T[done]);
        // Who restricts a case may be outside afterwards.
        return Redirect(await LoadAsync(cancellationToken) ? Home : "/desk");
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken) => People = (await choices.PeopleAsync(cancellationToken)).ByUnit();

    public sealed class Form : CaseInput
    {
        public string? Reason { get; set; }

        public bool HiddenFromHead { get; set; }

        public List<Guid> Readers { get; set; } = [];
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Reason).NotEmpty().WithMessage(_ => t["Desk.Confidential.ReasonMissing"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
        }
    }
}
