using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Amounts;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteClaimAnswer;

/// <summary>The decision on a consumer's claim: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<ClaimAnswerBody>(forms)
{
    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.ClaimAnswer;

    protected override void Fill(ClaimAnswerBody data) => Answer = new AnswerInput
    {
        ConsumerName = data.ConsumerName,
        ConsumerAddress = data.ConsumerAddress,
        ConsumerEmail = data.ConsumerEmail,
        ReceivedOn = data.ReceivedOn,
        ClaimNumber = data.ClaimNumber,
        Item = data.Item,
        Demand = data.Demand,
        Findings = data.Findings,
        Decision = data.Decision,
        Reasons = data.Reasons,
        Remedy = data.Remedy,
        Amount = data.Amount,
        DoneBy = data.DoneBy,
        Attachments = AttachmentLines.Write(data.Attachments),
    };

    protected override ClaimAnswerBody ToBody() => new()
    {
        ConsumerName = Answer.ConsumerName,
        ConsumerAddress = Answer.ConsumerAddress,
        ConsumerEmail = Answer.ConsumerEmail,
        ReceivedOn = Answer.ReceivedOn,
        ClaimNumber = Answer.ClaimNumber,
        Item = Answer.Item,
        Demand = Answer.Demand,
        Findings = Answer.Findings,
        Decision = Answer.Decision,
        Reasons = Answer.Reasons,
        Remedy = Answer.Remedy,
        Amount = Answer.Amount,
        DoneBy = Answer.DoneBy,
        Attachments = AttachmentLines.Read(Answer.Attachments),
    };

    protected override ClaimAnswerBody Propose(DocumentProposal proposal) => new()
    {
        ConsumerName = proposal.Name,
        ConsumerAddress = proposal.Address,
        ConsumerEmail = proposal.Email,
        ReceivedOn = proposal.CaseReceivedOn,
        ClaimNumber = proposal.CaseNumber,
    };

    public sealed class AnswerInput
    {
        public string? ConsumerName { get; set; }

        public string? ConsumerAddress { get; set; }

        public string? ConsumerEmail { get; set; }

        public DateOnly? ReceivedOn { get; set; }

        public string? ClaimNumber { get; set; }

        public string? Item { get; set; }

        public string? Demand { get; set; }

        public string? Findings { get; set; }

        public ClaimDecision? Decision { get; set; }

        public string? Reasons { get; set; }

        public ClaimRemedy? Remedy { get; set; }

        public decimal? Amount { get; set; }

        public DateOnly? DoneBy { get; set; }

        public string? Attachments { get; set; }
    }

    public sealed class AnswerValidator : AbstractValidator<AnswerInput>
    {
        public AnswerValidator(Texts t)
        {
            RuleFor(x => x.ConsumerName).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
            RuleFor(x => x.Findings).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.Reasons).MaximumLength(20_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 20_000]);
            RuleFor(x => x.Amount).InclusiveBetween(0, Money.Most).WithMessage(_ => t["Documents.Refusal.SumOutOfRange"]);
        }
    }
}
