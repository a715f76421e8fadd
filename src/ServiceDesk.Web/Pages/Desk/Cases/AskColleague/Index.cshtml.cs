using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.AskColleague;

/// <summary>Asks a colleague or a unit for what a case needs; the case keeps its owner and its dates.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, AskColleagueHandler ask, CaseChoicesHandler choices, PreviewAnswerDateHandler preview, ICurrentUser me, Texts t)
    : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>By when the colleague answers.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>What may be quoted: letters in both directions, no notes.</summary>
    public IEnumerable<MessageRow> Letters => Case.Messages.Where(m => m.Direction is MessageDirection.FromClient or MessageDirection.ToClient
        && m.Kind != MessageKind.Acknowledgement && m.DeliveryState != DeliveryState.TakenBack);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is { Steps.MayAsk: true } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(AskAsync, "Input.PersonId"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Ask.Done"]);
        return Redirect(Home);

        Task AskAsync() => ask.HandleAsync(new Application.Cases.AskColleague
        {
            CaseId = Id,
            UnitId = Input.UnitId,
            PersonId = Input.PersonId,
            Question = Input.Text!,
            MessageIds = Input.MessageIds,
            AttachmentIds = Input.AttachmentIds,
            SharesLetters = Input.SharesLetters,
            Token = Input.Token,
        }, cancellationToken);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Due = (await preview.HandleAsync(CaseKind.InternalRequest, Channel.Internal, cancellationToken, Audience.Internal))?.Due;
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        var groups = new Dictionary<string, SelectListGroup>();
        People = [.. (await choices.PeopleAsync(cancellationToken)).Where(p => p.Id != me.EmployeeId).Select(p => new SelectListItem(p.Name, p.Id.ToString())
        {
            Group = groups.TryGetValue(p.UnitName, out var known) ? known : groups[p.UnitName] = new SelectListGroup { Name = p.UnitName },
        })];
    }

    public sealed class Form : CaseInput
    {
        public Guid? PersonId { get; set; }

        public Guid? UnitId { get; set; }

        public string? Text { get; set; }

        public List<Guid> MessageIds { get; set; } = [];

        public List<Guid> AttachmentIds { get; set; } = [];

        public bool SharesLetters { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.PersonId).NotNull().When(x => x.UnitId is null).WithMessage(_ => t["Desk.Ask.NobodyNamed"]);
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Ask.QuestionMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
        }
    }
}
