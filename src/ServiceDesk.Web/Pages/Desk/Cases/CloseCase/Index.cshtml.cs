using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.CloseCase;

/// <summary>Closes a case without another letter; says first what follows from it.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, CloseCaseHandler close, Texts t) : SingleCasePage(show, t)
{
    private static readonly CaseOutcome[] WithoutReply = [CaseOutcome.NoReplyWanted, CaseOutcome.Withdrawn, CaseOutcome.LeftUnexamined, CaseOutcome.ThanksPassedOn];

    private static readonly CaseOutcome[] AfterReply =
        [CaseOutcome.Granted, CaseOutcome.PartlyGranted, CaseOutcome.Explained, CaseOutcome.Refused, CaseOutcome.ThanksPassedOn, CaseOutcome.NoReplyWanted, CaseOutcome.Withdrawn];

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Outcomes that make sense: before a reply only those that say why none is owed.</summary>
    public IReadOnlyList<CaseOutcome> Outcomes => Case.Steps.IsAnswered ? AfterReply : WithoutReply;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is { MayHandle: true } and not { State: CaseState.Closed } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid
            || !await TryAsync(() => close.HandleAsync(new Application.Cases.CloseCase(Id, Input.Outcome!.Value, Input.Reason, Input.Seen), cancellationToken), "Input.Reason"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Close.Done"]);
        return Redirect(Home);
    }

    public sealed class Form : CaseInput
    {
        public CaseOutcome? Outcome { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Outcome).NotNull().WithMessage(_ => t["Desk.Close.OutcomeMissing"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
        }
    }
}
