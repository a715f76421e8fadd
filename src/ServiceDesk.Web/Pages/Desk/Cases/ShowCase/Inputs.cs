using FluentValidation;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Web.Pages.Desk.Cases.ShowCase;

/// <summary>A letter as typed: what stands around the body, and the draft it was kept in.</summary>
public abstract class LetterInput : CaseInput
{
    private const int MaxAddressee = 500;

    public string? Salutation { get; set; }

    public string? Text { get; set; }

    public string? NextSteps { get; set; }

    /// <summary>The number the client gave their own document.</summary>
    public string? ClientNumber { get; set; }

    public Delivery? Delivery { get; set; }

    /// <summary>Version of the draft the page shows; null when it shows none.</summary>
    public int? DraftVersion { get; set; }

    public bool Share { get; set; }

    /// <summary>Goes as a registered letter whose PDF is enclosed.</summary>
    public bool Registered { get; set; }

    /// <summary>Whom the paper is for, as on the envelope.</summary>
    public string? Addressee { get; set; }

    /// <summary>What the paper is about, without "Par".</summary>
    public string? Subject { get; set; }

    public LetterRegistration? Registration => Registered ? new LetterRegistration(Addressee, Subject) : null;

    public LetterFrame Frame => new(Salutation, NextSteps, ClientNumber);

    public abstract class LetterValidator<T> : AbstractValidator<T>
        where T : LetterInput
    {
        protected LetterValidator(Texts t, string textMissing)
        {
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t[textMissing]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Salutation).NotEmpty().WithMessage(_ => t["Desk.Letter.SalutationMissing"]);
            RuleFor(x => x.Salutation).MaximumLength(LetterParts.MaxSalutation).WithMessage(_ => t["Cases.Refusal.TextTooLong", LetterParts.MaxSalutation]);
            RuleFor(x => x.NextSteps).NotEmpty().WithMessage(_ => t["Desk.Letter.NextStepsMissing"]);
            RuleFor(x => x.NextSteps).MaximumLength(LetterParts.MaxNextSteps).WithMessage(_ => t["Cases.Refusal.TextTooLong", LetterParts.MaxNextSteps]);
            RuleFor(x => x.ClientNumber).MaximumLength(LetterParts.MaxClientNumber).WithMessage(_ => t["Cases.Refusal.TextTooLong", LetterParts.MaxClientNumber]);
            When(x => x.Registered, () =>
            {
                RuleFor(x => x.Addressee).NotEmpty().WithMessage(_ => t["Desk.Registered.AddresseeMissing"]);
                RuleFor(x => x.Addressee).MaximumLength(MaxAddressee).WithMessage(_ => t["Cases.Refusal.TextTooLong", MaxAddressee]);
                RuleFor(x => x.Subject).NotEmpty().WithMessage(_ => t["Documents.Refusal.SubjectMissing"]);
                RuleFor(x => x.Subject).MaximumLength(DocumentHead.MaxSubject).WithMessage(_ => t["Documents.Refusal.SubjectTooLong", DocumentHead.MaxSubject]);
                RuleFor(x => x.Delivery).NotEqual(Domain.Correspondence.Delivery.Phone).WithMessage(_ => t["Correspondence.Registered.NotByPhone"]);
            });
            RuleFor(x => x.Delivery).NotNull().WithMessage(_ => t["Desk.Reply.DeliveryMissing"]);
        }
    }
}

/// <summary>The reply as typed.</summary>
public sealed class ReplyInput : LetterInput
{
    /// <summary>The outcome that closes the case; null keeps it open.</summary>
    public CaseOutcome? Outcome { get; set; }

    public IFormFile? Files { get; set; }

    /// <summary>Sealed references to files sent before.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
    public List<int> Removed { get; set; } = [];

    public sealed class Validator(Texts t) : LetterValidator<ReplyInput>(t, "Desk.Reply.TextMissing");
}

/// <summary>The interim reply or the notice of extension as typed.</summary>
public sealed class InterimInput : LetterInput
{
    public DateOnly? PromisedOn { get; set; }

    /// <summary>Extends the term of the law instead of promising a date.</summary>
    public bool ExtendsLaw { get; set; }

    public sealed class Validator : LetterValidator<InterimInput>
    {
        public Validator(Texts t)
            : base(t, "Desk.Interim.TextMissing") =>
            RuleFor(x => x.PromisedOn).NotNull().WithMessage(_ => t["Desk.Interim.DateMissing"]);
    }
}

/// <summary>The internal note as typed.</summary>
public sealed class NoteInput : CaseInput
{
    public string? Text { get; set; }

    /// <summary>Version of the draft the page shows; null when it shows none.</summary>
    public int? DraftVersion { get; set; }

    public sealed class Validator : AbstractValidator<NoteInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Note.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
        }
    }
}

/// <summary>What is to happen with a letter that could not be sent.</summary>
public sealed class FailedInput
{
    public Guid MessageId { get; set; }

    /// <summary>Send it again; otherwise it is settled with <see cref="Reason"/>.</summary>
    public bool Again { get; set; }

    /// <summary>A corrected address; empty keeps the one it had.</summary>
    public string? Address { get; set; }

    public string? Reason { get; set; }

    public sealed class Validator : AbstractValidator<FailedInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Address).Must(a => Contact.LooksLikeEmail(a!.Trim())).When(x => x.Again && !string.IsNullOrWhiteSpace(x.Address))
                .WithMessage(_ => t["Cases.Refusal.EmailUnusable"]);
            RuleFor(x => x.Reason).NotEmpty().When(x => !x.Again).WithMessage(_ => t["Desk.Failed.ReasonMissing"]);
        }
    }
}
