using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.MergeCase;

/// <summary>Merges two cases: first the other one by number, then both side by side with what follows from it.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, FindCaseHandler find, PreviewMergeHandler preview, MergeCasesHandler merge, Texts t) : SingleCasePage(show, t)
{
    private readonly ShowCaseHandler show = show;

    /// <summary>Number of the other case, as typed.</summary>
    [FromQuery(Name = "with")]
    public string? With { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The other case; null while it is not found.</summary>
    public CaseDetails? Other { get; private set; }

    public MergePreview? Preview { get; private set; }

    /// <summary>The case that goes on: the one chosen, else the one received first, whose number the client has had longest.</summary>
    public Guid SurvivorId { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var page = await AgainAsync(cancellationToken);
        return Case is { MayHandle: true } and not { State: CaseState.Closed } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var survivesHere = Input.SurvivorId == Id;
        var (endsId, survivorId) = survivesHere ? (Input.OtherId, Id) : (Id, Input.OtherId);
        var (ends, survivor) = survivesHere ? (Input.OtherSeen, Input.Seen) : (Input.Seen, Input.OtherSeen);
        if (!ModelState.IsValid
            || !await TryAsync(() => merge.HandleAsync(new Application.Cases.Links.MergeCases(endsId, survivorId, Input.Reason, Input.ClientsMayDiffer, ends, survivor), cancellationToken), "Input.ClientsMayDiffer"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Merge.Done"]);
        return Redirect($"/desk/cases/{survivorId}");
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(With))
            return;
        if (await find.HandleAsync(With, cancellationToken) is not { } otherId || await show.HandleAsync(otherId, cancellationToken) is not { } found)
            ModelState.AddModelError("With", T["Cases.Refusal.NumberUnknown"]);
        else if (otherId == Id)
            ModelState.AddModelError("With", T["Cases.Refusal.LinkToItself"]);
        else if (!found.MayHandle)
            ModelState.AddModelError("With", T["Desk.Merge.NotYours"]);
        else
            Other = found;
        if (Other is null)
            return;
        SurvivorId = Input.SurvivorId != default ? Input.SurvivorId : Other.ReceivedAt <= Case.ReceivedAt ? Other.Id : Id;
        Preview = SurvivorId == Id ? await preview.HandleAsync(Other.Id, Id, cancellationToken) : await preview.HandleAsync(Id, Other.Id, cancellationToken);
    }

    public sealed class Form : CaseInput
    {
        public Guid OtherId { get; set; }

        public Guid SurvivorId { get; set; }

        public int OtherVersion { get; set; }

        public long OtherSeenAt { get; set; }

        public bool ClientsMayDiffer { get; set; }

        public string? Reason { get; set; }

        public SeenCase OtherSeen => new(OtherVersion, new DateTimeOffset(Math.Clamp(OtherSeenAt, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero));
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t) =>
            RuleFor(x => x.Reason).MaximumLength(CaseLink.MaxReasonLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", CaseLink.MaxReasonLength]);
    }
}
