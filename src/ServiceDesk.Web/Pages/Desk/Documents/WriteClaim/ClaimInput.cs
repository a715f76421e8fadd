using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Amounts;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteClaim;

/// <summary>A claim of the house as the form carries it.</summary>
public sealed class ClaimInput
{
    public ClaimTitle Title { get; set; }

    public string? RespondentName { get; set; }

    public string? RespondentNumber { get; set; }

    public string? RespondentAddress { get; set; }

    public string? RespondentEmail { get; set; }

    public Guid? ContractId { get; set; }

    public string? Basis { get; set; }

    public string? Item { get; set; }

    public DateOnly? FoundOn { get; set; }

    public string? Found { get; set; }

    public string? DeliveryNote { get; set; }

    public string? Evidence { get; set; }

    public string? Body { get; set; }

    public string? Demands { get; set; }

    public string? Calculation { get; set; }

    public decimal? PenaltyOf { get; set; }

    public decimal? PenaltyRate { get; set; }

    public decimal? PenaltyCap { get; set; }

    public DateOnly? PenaltyDueOn { get; set; }

    public DateOnly? PenaltyUntil { get; set; }

    public int? AnswerDays { get; set; }

    public string? SetOff { get; set; }

    public string? Attachments { get; set; }

    public static ClaimInput Of(ClaimBody data) => new()
    {
        Title = data.Title,
        RespondentName = data.RespondentName,
        RespondentNumber = data.RespondentNumber,
        RespondentAddress = data.RespondentAddress,
        RespondentEmail = data.RespondentEmail,
        ContractId = data.ContractId,
        Basis = data.Basis,
        Item = data.Item,
        FoundOn = data.FoundOn,
        Found = data.Found,
        DeliveryNote = data.DeliveryNote,
        Evidence = data.Evidence,
        Body = data.Body,
        Demands = data.Demands,
        Calculation = AmountLines.Write(data.Calculation),
        PenaltyOf = data.PenaltyOf,
        PenaltyRate = data.PenaltyRate,
        PenaltyCap = data.PenaltyCap,
        PenaltyDueOn = data.PenaltyDueOn,
        PenaltyUntil = data.PenaltyUntil,
        AnswerDays = data.AnswerDays,
        SetOff = data.SetOff,
        Attachments = AttachmentLines.Write(data.Attachments),
    };

    public ClaimBody ToBody() => new()
    {
        Title = Title,
        RespondentName = RespondentName,
        RespondentNumber = RespondentNumber,
        RespondentAddress = RespondentAddress,
        RespondentEmail = RespondentEmail,
        ContractId = ContractId,
        Basis = Basis,
        Item = Item,
        FoundOn = FoundOn,
        Found = Found,
        DeliveryNote = DeliveryNote,
        Evidence = Evidence,
        Body = Body,
        Demands = Demands,
        Calculation = AmountLines.Calculation(Calculation) ?? [],
        PenaltyOf = PenaltyOf,
        PenaltyRate = PenaltyRate,
        PenaltyCap = PenaltyCap,
        PenaltyDueOn = PenaltyDueOn,
        PenaltyUntil = PenaltyUntil,
        AnswerDays = AnswerDays ?? ContractBody.UsualAnswerDays,
        SetOff = SetOff,
        Attachments = AttachmentLines.Read(Attachments),
    };

    public sealed class Validator : AbstractValidator<ClaimInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.RespondentName).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
            RuleFor(x => x.Body).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.Demands).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleFor(x => x.Calculation).Must(c => AmountLines.Calculation(c) is not null).WithMessage(_ => t["Documents.Refusal.CalculationLine"]);
            RuleFor(x => x.PenaltyOf).InclusiveBetween(0, Money.Most).WithMessage(_ => t["Documents.Refusal.SumOutOfRange"]);
            RuleFor(x => x.PenaltyRate).InclusiveBetween(0, 100).WithMessage(_ => t["Documents.Refusal.RateOutOfRange"]);
            RuleFor(x => x.PenaltyCap).InclusiveBetween(0, 100).WithMessage(_ => t["Documents.Refusal.RateOutOfRange"]);
            RuleFor(x => x.PenaltyUntil).GreaterThan(x => x.PenaltyDueOn).When(x => x is { PenaltyDueOn: not null, PenaltyUntil: not null }).WithMessage(_ => t["Documents.Refusal.DelayBeforeDue"]);
            RuleFor(x => x.AnswerDays).InclusiveBetween(1, 366).WithMessage(_ => t["Documents.Refusal.DaysOutOfRange"]);
        }
    }
}
