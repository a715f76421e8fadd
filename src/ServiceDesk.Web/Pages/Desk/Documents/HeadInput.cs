using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>The head of a document as the form carries it.</summary>
public sealed class HeadInput
{
    public string? Subject { get; set; }

    public string Language { get; set; } = "lv";

    public Guid? UnitId { get; set; }

    public Guid? SignatoryId { get; set; }

    public bool IsSignedElectronically { get; set; }

    public bool IsRestricted { get; set; }

    public string? AccessBasis { get; set; }

    public DateOnly? AccessUntil { get; set; }

    public static HeadInput Of(DocumentHead head) => new()
    {
        Subject = head.Subject,
        Language = head.Language,
        UnitId = head.UnitId,
        SignatoryId = head.SignatoryId,
        IsSignedElectronically = head.IsSignedElectronically,
    };

    public static HeadInput Of(Document document) => new()
    {
        Subject = document.Subject,
        Language = document.Language,
        UnitId = document.UnitId,
        SignatoryId = document.SignatoryId,
        IsSignedElectronically = document.IsSignedElectronically,
        IsRestricted = document.Access == DocumentAccessMark.Restricted,
        AccessBasis = document.AccessBasis,
        AccessUntil = document.AccessUntil,
    };

    public DocumentHead ToHead((string Name, string Post)? signatory) => new()
    {
        Subject = Subject ?? "",
        Language = Language,
        UnitId = UnitId ?? Guid.Empty,
        SignatoryId = SignatoryId,
        SignatoryName = signatory?.Name,
        SignatoryPost = signatory?.Post,
        IsSignedElectronically = IsSignedElectronically,
        Access = IsRestricted ? DocumentAccessMark.Restricted : DocumentAccessMark.Open,
        AccessBasis = AccessBasis,
        AccessUntil = AccessUntil,
    };

    public sealed class Validator : AbstractValidator<HeadInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Subject).NotEmpty().WithMessage(_ => t["Documents.Refusal.SubjectMissing"]);
            RuleFor(x => x.Subject).MaximumLength(DocumentHead.MaxSubject).WithMessage(_ => t["Documents.Refusal.SubjectTooLong", DocumentHead.MaxSubject]);
            RuleFor(x => x.UnitId).NotNull().WithMessage(_ => t["Documents.Refusal.UnitMissing"]);
            RuleFor(x => x.Language).Must(l => Texts.Languages.Contains(l)).WithMessage(_ => t["Documents.Refusal.LanguageUnknown"]);
            RuleFor(x => x.AccessBasis).NotEmpty().When(x => x.IsRestricted).WithMessage(_ => t["Documents.Refusal.BasisMissing"]);
            RuleFor(x => x.AccessBasis).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
        }
    }
}
