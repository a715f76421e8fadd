using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.AskClient;

/// <summary>A question to the client; says first that no term stops while we wait.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, AskClientHandler ask, StopWaitingHandler stop, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        Input.Until = Case?.Steps.SuggestedWait;
        return Case is { Steps.MayAsk: true } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(() => ask.HandleAsync(
                new Application.Cases.AskClient(Id, Input.Text!, Input.Until, Input.Delivery!.Value, Input.Seen, Input.Token), cancellationToken), "Input.Until"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.AskClient.Done"]);
        return Redirect(Home);
    }

    /// <summary>The answer came another way, or we go on without it.</summary>
    public async Task<IActionResult> OnPostStopAsync(string? reason, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (reason?.Length > Domain.Cases.Case.MaxReasonLength)
            reason = reason[..Domain.Cases.Case.MaxReasonLength];
        if (!await TryAsync(() => stop.HandleAsync(new StopWaiting(Id, reason), cancellationToken)))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Waiting.Stopped"]);
        return Redirect(Home);
    }

    public sealed class Form : CaseInput
    {
        public string? Text { get; set; }

        public DateOnly? Until { get; set; }

        public Delivery? Delivery { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.AskClient.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Delivery).NotNull().WithMessage(_ => t["Desk.Reply.DeliveryMissing"]);
        }
    }
}
