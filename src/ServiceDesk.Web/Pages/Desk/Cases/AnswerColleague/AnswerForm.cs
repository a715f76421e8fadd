using FluentValidation;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Cases.AnswerColleague;

/// <summary>The answer as typed.</summary>
public sealed class AnswerInput : CaseInput
{
    public string? Text { get; set; }

    public IFormFile? Files { get; set; }

    /// <summary>Sealed references to files sent before.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
    public List<int> Removed { get; set; } = [];

    public sealed class Validator : AbstractValidator<AnswerInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Answer.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
        }
    }
}

/// <summary>The form of an answer, on the request's page and, after a mistake, on its own.</summary>
public sealed record AnswerForm(CaseDetails Case, AnswerInput Input, AttachmentList Files);
