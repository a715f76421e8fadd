using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.SplitCase;

/// <summary>A letter with two questions: one of them goes on as a case of its own, received on the same day.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, SplitCaseHandler split, CaseChoicesHandler choices, IOptions<CaseLinkOptions> options, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<CaseKind>()
        .Where(k => (k == CaseKind.InternalRequest) == (Case.Audience == Audience.Internal)).Select(k => new SelectListItem(T.Of(k), k.ToString()));

    /// <summary>What the client wrote in this case itself; a merged case is split on its own.</summary>
    public IEnumerable<MessageRow> FromClient => Case.Messages.Where(m => m.Direction == MessageDirection.FromClient && m.CaseId == Case.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        if (Case is not { MayHandle: true } or { State: CaseState.Closed })
            return NotFound();
        Input.Messages = [.. FromClient.Take(1).Select(m => m.Id)];
        (Input.Kind, Input.UnitId, Input.TellClient) = (Case.Kind, Case.UnitId, options.Value.TellClientOfSplit);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Guid? made = null;
        if (!ModelState.IsValid || !await TryAsync(async () => made = await split.HandleAsync(Command(), cancellationToken)))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Split.Done"]);
        return Redirect($"/desk/cases/{made}");
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Topics = [.. (await choices.TopicsAsync(T.Language, cancellationToken)).Select(x => new SelectListItem(x.Name, x.Id.ToString()))];
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
    }

    private Application.Cases.Links.SplitCase Command() => new()
    {
        CaseId = Id,
        Token = Input.Token,
        Messages = Input.Messages,
        Text = Input.Text,
        Files = Input.Files,
        Subject = Input.Subject!,
        Kind = Input.Kind,
        TopicId = Input.TopicId,
        UnitId = Input.UnitId,
        TellClient = Input.TellClient,
        Seen = Input.Seen,
    };

    public sealed class Form : CaseInput
    {
        public List<Guid> Messages { get; set; } = [];

        public List<Guid> Files { get; set; } = [];

        public string? Text { get; set; }

        public string? Subject { get; set; }

        public CaseKind Kind { get; set; }

        public Guid? TopicId { get; set; }

        public Guid? UnitId { get; set; }

        public bool TellClient { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Messages).NotEmpty().WithMessage(_ => t["Cases.Refusal.NothingToSplit"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Subject).NotEmpty().WithMessage(_ => t["Cases.Refusal.SubjectMissing"]);
            RuleFor(x => x.Subject).MaximumLength(Domain.Cases.Case.MaxSubjectLength).WithMessage(_ => t["Cases.Refusal.SubjectTooLong", Domain.Cases.Case.MaxSubjectLength]);
        }
    }
}
