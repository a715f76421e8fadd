using FluentValidation;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>What the public form carries.</summary>
public sealed class SubmitInput
{
    public CaseKind Kind { get; set; } = CaseKind.Complaint;

    public Guid? TopicId { get; set; }

    public Guid? ServiceId { get; set; }

    public string? Place { get; set; }

    /// <summary>Whom a complaint is about, as typed.</summary>
    public string? Employee { get; set; }

    /// <summary>Whom a complaint is about, from the published list.</summary>
    public Guid? EmployeeId { get; set; }

    public string? Text { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public bool UnitMayKnow { get; set; }

    /// <summary>Only names the field: its files are in the store before the form is bound.</summary>
    public IFormFile? Files { get; set; }

    /// <summary>Sealed references to files that came with an earlier try.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
    public List<int> Removed { get; set; } = [];

    /// <summary>The version of the privacy notice shown.</summary>
    public Guid? PrivacyNotice { get; set; }

    /// <summary>The sealed one-time token; see <see cref="SubmitTickets"/>.</summary>
    public string? Ticket { get; set; }

    /// <summary>A field people do not see and programs fill in.</summary>
    public string? Website { get; set; }

    public Contact ToContact() => new Contact { Name = Name, Phone = Phone, Email = Email, UnitMayKnow = UnitMayKnow };
}

internal sealed class SubmitInputValidator : AbstractValidator<SubmitInput>
{
    public SubmitInputValidator(Texts t)
    {
        RuleFor(x => x.Kind).Must(SubmitCaseHandler.Offered.Contains).WithMessage(_ => t["Cases.Submit.KindMissing"]);
        RuleFor(x => x.Place).MaximumLength(300).WithMessage(_ => t["Cases.Submit.PlaceTooLong", 300]);
        RuleFor(x => x.Employee).MaximumLength(PublicFormOptions.MaxEmployee).WithMessage(_ => t["Cases.Submit.EmployeeTooLong", PublicFormOptions.MaxEmployee]);
        RuleFor(x => x.Text).Must(x => !string.IsNullOrWhiteSpace(x)).WithMessage(_ => t["Cases.Submit.TextMissing"]);
        RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(x => t["Cases.Submit.TextTooLong", Message.MaxLength, x.Text?.Length]);
        RuleFor(x => x.Name).MaximumLength(200).WithMessage(_ => t["Cases.Submit.NameTooLong", 200]);
        RuleFor(x => x.Phone).MaximumLength(40).WithMessage(_ => t["Cases.Submit.PhoneTooLong", 40]);
        RuleFor(x => x.Email).Cascade(CascadeMode.Stop)
            .Must(x => x!.Contains('@', StringComparison.Ordinal)).WithMessage(_ => t["Cases.Submit.EmailWithoutAt"])
            .Must(x => Contact.LooksLikeEmail(x!.Trim())).WithMessage(_ => t["Cases.Submit.EmailUnusable"])
            .When(x => !string.IsNullOrWhiteSpace(x.Email));
        RuleFor(x => x.Website).Must(string.IsNullOrEmpty).WithMessage(_ => t["Cases.Submit.TrapFilled"]);
    }
}
