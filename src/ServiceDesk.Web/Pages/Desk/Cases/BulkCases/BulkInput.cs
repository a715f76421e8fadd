using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;

namespace ServiceDesk.Web.Pages.Desk.Cases.BulkCases;

/// <summary>A step on many cases as typed and confirmed.</summary>
public sealed class BulkInput
{
    public BulkStep Step { get; set; }

    /// <summary>Made by the server for this form; it becomes the key of the run.</summary>
    public Guid Token { get; set; }

    /// <summary>The cases and their versions as the page showed them, sealed.</summary>
    public string? Cases { get; set; }

    public string? Text { get; set; }

    public Guid? UnitId { get; set; }

    public Guid? AssigneeId { get; set; }

    public CaseOutcome? Outcome { get; set; }

    public bool WithoutEmail { get; set; }

    public BulkOrder AsOrder() => new(Step, string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), UnitId, AssigneeId, Outcome, WithoutEmail);

    public sealed class Validator : AbstractValidator<BulkInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Text).NotEmpty().When(x => x.Step is BulkStep.Note or BulkStep.Reply).WithMessage(_ => t["Desk.Bulk.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).When(x => x.Step is BulkStep.Note or BulkStep.Reply).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Text).MaximumLength(1000).When(x => x.Step is BulkStep.Assign or BulkStep.Close).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
            RuleFor(x => x.UnitId).NotNull().When(x => x.Step == BulkStep.Assign && x.AssigneeId is null).WithMessage(_ => t["Desk.Assign.UnitMissing"]);
            RuleFor(x => x.Outcome).NotNull().When(x => x.Step == BulkStep.Close).WithMessage(_ => t["Desk.Close.OutcomeMissing"]);
        }
    }
}

/// <summary>Cases and versions in short, as they travel sealed through the confirmation page.</summary>
/// <param name="Id">The case.</param>
/// <param name="N">Its number.</param>
/// <param name="V">Its version.</param>
public sealed record SealedCase(Guid Id, string N, int V);
