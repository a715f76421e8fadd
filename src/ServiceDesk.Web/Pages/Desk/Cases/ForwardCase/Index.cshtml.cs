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

namespace ServiceDesk.Web.Pages.Desk.Cases.ForwardCase;

/// <summary>Passes a case to the body that is competent: the letter to it, the letter to the client, the law's term shown first.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, ForwardCaseHandler forward, PrepareForwardingHandler prepare, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public ForwardingFacts Facts { get; private set; } = null!;

    public IEnumerable<SelectListItem> Institutions => Facts.Institutions.Select(i => new SelectListItem(i.Note is null ? i.Name : $"{i.Name} – {i.Note}", i.Id.ToString()));

    /// <summary>What the client sent: these may go along.</summary>
    public IEnumerable<MessageRow> FromClient => Case.Messages.Where(m => m.Direction == MessageDirection.FromClient);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        if (Case is not { Steps.MayAsk: true, Audience: Audience.External })
            return NotFound();
        Input.MessageIds = [.. FromClient.Take(1).Select(m => m.Id)];
        Input.AttachmentIds = [.. FromClient.Take(1).SelectMany(m => m.Attachments).Select(a => a.Id)];
        Input.BodyText = Texts.In("lv")["Desk.Forward.BodyDraft"];
        Input.Text = Texts.In(Case.Language)["Desk.Forward.ClientDraft"];
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Facts = await FactsAsync(cancellationToken);
        var body = Facts.Institutions.FirstOrDefault(i => i.Id == Input.InstitutionId);
        var contact = string.IsNullOrWhiteSpace(Input.BodyContact) ? Input.BodyDelivery == Delivery.EAddress ? body?.EAddress : body?.Email : Input.BodyContact.Trim();
        var name = string.IsNullOrWhiteSpace(Input.Body) ? body?.Name : Input.Body;
        if (name is null)
            ModelState.AddModelError("Input.Body", T["Desk.Forward.BodyMissing"]);
        if (Input.PassOn && Input.BodyDelivery == Delivery.Email && (contact is null || !Contact.LooksLikeEmail(contact)))
            ModelState.AddModelError("Input.BodyContact", T["Desk.Forward.ContactMissing"]);
        if (!ModelState.IsValid || !await TryAsync(() => forward.HandleAsync(CommandOf(name!, contact), cancellationToken), "Input.Reason"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Forward.Done"]);
        return Redirect(Home);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken) => Facts ??= await FactsAsync(cancellationToken);

    private async Task<ForwardingFacts> FactsAsync(CancellationToken cancellationToken) => Case is not null || await LoadAsync(cancellationToken)
        ? await prepare.HandleAsync(Case!.ReceivedOn, Case.IsFormal, cancellationToken)
        : new ForwardingFacts([], null);

    private Application.Cases.ForwardCase CommandOf(string body, string? contact) => new()
    {
        CaseId = Id,
        Body = body,
        BodyContact = contact,
        BodyDelivery = Input.PassOn ? Input.BodyDelivery : null,
        BodyText = Input.BodyText,
        MessageIds = Input.MessageIds,
        AttachmentIds = Input.AttachmentIds,
        NamesClient = Input.NamesClient,
        Reason = Input.Reason!,
        ClientText = Input.Text!,
        ClientDelivery = Input.Delivery!.Value,
        Seen = Input.Seen,
        Token = Input.Token,
    };

    public sealed class Form : CaseInput
    {
        /// <summary>Pass it on, or only tell the client where to turn.</summary>
        public bool PassOn { get; set; } = true;

        public Guid? InstitutionId { get; set; }

        /// <summary>A body that is not in the directory.</summary>
        public string? Body { get; set; }

        public Delivery? BodyDelivery { get; set; } = Domain.Correspondence.Delivery.Email;

        public string? BodyContact { get; set; }

        public string? Reason { get; set; }

        public string? BodyText { get; set; }

        public List<Guid> MessageIds { get; set; } = [];

        public List<Guid> AttachmentIds { get; set; } = [];

        public bool NamesClient { get; set; }

        public string? Text { get; set; }

        public Delivery? Delivery { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Reason).NotEmpty().WithMessage(_ => t["Desk.Forward.ReasonMissing"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
            RuleFor(x => x.Body).MaximumLength(Domain.Cases.Case.MaxBodyLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Domain.Cases.Case.MaxBodyLength]);
            RuleFor(x => x.BodyText).NotEmpty().When(x => x.PassOn).WithMessage(_ => t["Desk.Forward.BodyTextMissing"]);
            RuleFor(x => x.BodyContact).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.BodyDelivery).NotNull().When(x => x.PassOn).WithMessage(_ => t["Desk.Reply.DeliveryMissing"]);
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Forward.ClientTextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Delivery).NotNull().WithMessage(_ => t["Desk.Reply.DeliveryMissing"]);
        }
    }
}
