using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Amounts;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteContract;

/// <summary>What a contract says beside its parties, as the form carries it.</summary>
public sealed class ContractInput
{
    public ContractType Type { get; set; }

    public string? Matter { get; set; }

    public bool IsFree { get; set; }

    public decimal? Price { get; set; }

    public decimal? VatRate { get; set; }

    public string? Payments { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public bool IsOpenEnded { get; set; }

    public string? Extension { get; set; }

    public string? Clauses { get; set; }

    public decimal? PenaltyRate { get; set; }

    public decimal? PenaltyCap { get; set; }

    public decimal? InterestRate { get; set; }

    public int? AnswerDays { get; set; }

    public string? Annexes { get; set; }

    public int? Copies { get; set; }

    public static ContractInput Of(ContractBody data) => new()
    {
        Type = data.Type,
        Matter = data.Matter,
        IsFree = data.IsFree,
        Price = data.Price,
        VatRate = data.VatRate,
        Payments = AmountLines.Write(data.Payments),
        StartsOn = data.StartsOn,
        EndsOn = data.EndsOn,
        IsOpenEnded = data.IsOpenEnded,
        Extension = data.Extension,
        Clauses = data.Clauses,
        PenaltyRate = data.PenaltyRate,
        PenaltyCap = data.PenaltyCap,
        InterestRate = data.InterestRate,
        AnswerDays = data.AnswerDays,
        Annexes = AttachmentLines.Write(data.Annexes),
        Copies = data.Copies,
    };

    public ContractBody ToBody(PartyInput party) => new()
    {
        Type = Type,
        HouseAuthority = party.HouseAuthority,
        HouseRole = party.HouseRole,
        Party = party.ToParty(),
        Matter = Matter,
        IsFree = IsFree,
        Price = IsFree ? null : Price,
        VatRate = IsFree ? null : VatRate,
        Payments = AmountLines.Payments(Payments) ?? [],
        StartsOn = StartsOn,
        EndsOn = IsOpenEnded ? null : EndsOn,
        IsOpenEnded = IsOpenEnded,
        Extension = Extension,
        Clauses = Clauses,
        PenaltyRate = PenaltyRate,
        PenaltyCap = PenaltyCap,
        InterestRate = InterestRate,
        AnswerDays = AnswerDays,
        Annexes = AttachmentLines.Read(Annexes),
        Copies = Copies ?? 2,
    };

    public sealed class Validator : AbstractValidator<ContractInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Matter).MaximumLength(20_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 20_000]);
            RuleFor(x => x.Clauses).MaximumLength(200_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 200_000]);
            RuleFor(x => x.Extension).MaximumLength(2000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 2000]);
            RuleFor(x => x.Price).InclusiveBetween(0, Money.Most).WithMessage(_ => t["Documents.Refusal.SumOutOfRange"]);
            RuleFor(x => x.VatRate).InclusiveBetween(0, 100).WithMessage(_ => t["Documents.Refusal.RateOutOfRange"]);
            RuleFor(x => x.PenaltyRate).InclusiveBetween(0, 100).WithMessage(_ => t["Documents.Refusal.RateOutOfRange"]);
            RuleFor(x => x.PenaltyCap).InclusiveBetween(0, 100).WithMessage(_ => t["Documents.Refusal.RateOutOfRange"]);
            RuleFor(x => x.InterestRate).InclusiveBetween(0, 100).WithMessage(_ => t["Documents.Refusal.RateOutOfRange"]);
            RuleFor(x => x.AnswerDays).InclusiveBetween(1, 366).WithMessage(_ => t["Documents.Refusal.DaysOutOfRange"]);
            RuleFor(x => x.Copies).InclusiveBetween(1, 100).WithMessage(_ => t["Documents.Refusal.CopiesOutOfRange"]);
            RuleFor(x => x.EndsOn).GreaterThanOrEqualTo(x => x.StartsOn).When(x => x is { StartsOn: not null, EndsOn: not null, IsOpenEnded: false }).WithMessage(_ => t["Documents.Refusal.EndsBeforeStart"]);
            RuleFor(x => x.Payments).Must(p => AmountLines.Payments(p) is not null).WithMessage(_ => t["Documents.Refusal.PaymentLine"]);
            RuleFor(x => x.Annexes).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
        }
    }
}
