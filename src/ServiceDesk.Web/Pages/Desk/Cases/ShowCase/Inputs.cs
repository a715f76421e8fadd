using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Pages.Desk.Cases.ShowCase;

/// <summary>The reply as typed.</summary>
public sealed class ReplyInput : CaseInput
{
    public string? Text { get; set; }

    public Delivery? Delivery { get; set; }

    /// <summary>The outcome that closes the case; null keeps it open.</summary>
    public CaseOutcome? Outcome { get; set; }

    public IFormFile? Files { get; set; }

    /// <summary>Sealed references to files sent before.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
    public List<int> Removed { get; set; } = [];

    public sealed class Validator : AbstractValidator<ReplyInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Reply.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Delivery).NotNull().WithMessage(_ => t["Desk.Reply.DeliveryMissing"]);
        }
    }
}

/// <summary>The interim reply or the notice of extension as typed.</summary>
public sealed class InterimInput : CaseInput
{
    public string? Text { get; set; }

    public DateOnly? PromisedOn { get; set; }

    public Delivery? Delivery { get; set; }

    /// <summary>Extends the term of the law instead of promising a date.</summary>
    public bool ExtendsLaw { get; set; }

    public sealed class Validator : AbstractValidator<InterimInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.PromisedOn).NotNull().WithMessage(_ => t["Desk.Interim.DateMissing"]);
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Interim.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Delivery).NotNull().WithMessage(_ => t["Desk.Reply.DeliveryMissing"]);
        }
    }
}

/// <summary>The internal note as typed.</summary>
public sealed class NoteInput : CaseInput
{
    public string? Text { get; set; }

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
