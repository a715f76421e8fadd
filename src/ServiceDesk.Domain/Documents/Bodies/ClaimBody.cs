using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Documents.Amounts;

namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>What a claim of the house is called on its paper.</summary>
public enum ClaimTitle
{
    /// <summary>Pretenzija.</summary>
    Pretension,

    /// <summary>Reklamācija: goods or a service fall short.</summary>
    Reclamation,
}

/// <summary>A line of a calculation: so many at a rate.</summary>
/// <param name="Title">What for.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Rate">Euro each.</param>
public sealed record CalculationLine(string Title, decimal Quantity, decimal Rate)
{
    /// <summary>Euro, to cents.</summary>
    public decimal Sum => Money.Cents(Quantity * Rate);
}

/// <summary>A claim the house makes on a supplier or tenant.</summary>
public sealed record ClaimBody : DocumentBody
{
    /// <summary>What it is called.</summary>
    public ClaimTitle Title { get; init; }

    /// <summary>Whom it is made on: name, a line or several.</summary>
    public string? RespondentName { get; init; }

    /// <summary>Their registration number.</summary>
    public string? RespondentNumber { get; init; }

    /// <summary>Their address.</summary>
    public string? RespondentAddress { get; init; }

    /// <summary>Their e-mail.</summary>
    public string? RespondentEmail { get; init; }

    /// <summary>The contract, when it is one of the house's documents.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>The contract or law it rests on, with points: "2024. gada 3. janvāra līgums Nr. 7-1/24/4, 5.2. punkts".</summary>
    public string? Basis { get; init; }

    /// <summary>The goods or service.</summary>
    public string? Item { get; init; }

    /// <summary>Local day it was found.</summary>
    public DateOnly? FoundOn { get; init; }

    /// <summary>How it was found: report, act with number.</summary>
    public string? Found { get; init; }

    /// <summary>Delivery note number.</summary>
    public string? DeliveryNote { get; init; }

    /// <summary>Evidence.</summary>
    public string? Evidence { get; init; }

    /// <summary>What was agreed and what happened.</summary>
    public string? Body { get; init; }

    /// <summary>What is demanded, a demand a line.</summary>
    public string? Demands { get; init; }

    /// <summary>What it comes to, line by line.</summary>
    public IReadOnlyList<CalculationLine> Calculation { get; init; } = [];

    /// <summary>What the penalty is counted of, euro; null without one.</summary>
    public decimal? PenaltyOf { get; init; }

    /// <summary>Percent for each day.</summary>
    public decimal? PenaltyRate { get; init; }

    /// <summary>The most in percent.</summary>
    public decimal? PenaltyCap { get; init; }

    /// <summary>The local day it should have been done by.</summary>
    public DateOnly? PenaltyDueOn { get; init; }

    /// <summary>The last local day of delay.</summary>
    public DateOnly? PenaltyUntil { get; init; }

    /// <summary>Working days to answer, from receipt.</summary>
    public int AnswerDays { get; init; } = ContractBody.UsualAnswerDays;

    /// <summary>What follows without an answer: set-off against the next invoice, court.</summary>
    public string? SetOff { get; init; }

    /// <summary>What goes along.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    /// <summary>Whether a penalty is claimed and all it is counted from is there.</summary>
    public bool HasPenalty => PenaltyOf is > 0 && PenaltyRate is > 0 && PenaltyDueOn is not null && PenaltyUntil is not null;

    /// <summary>Days of delay.</summary>
    public int PenaltyDays => HasPenalty ? Money.DaysLate(PenaltyDueOn!.Value, PenaltyUntil!.Value) : 0;

    /// <summary>The penalty, euro.</summary>
    public decimal Penalty => HasPenalty ? Money.Penalty(PenaltyOf!.Value, PenaltyRate!.Value, PenaltyDays, PenaltyCap) : 0;

    /// <summary>What the claim comes to, euro.</summary>
    public decimal Total => Calculation.Sum(l => l.Sum) + Penalty;

    /// <summary>
    /// The local day by which an answer is due: the claim counts as received on the second working day after it was sent, and the working
    /// days of the contract follow.
    /// </summary>
    public static DateOnly AnswerDueOn(WorkingCalendar calendar, DateOnly sentOn, int answerDays) => calendar.AddWorkingDays(DueDates.NotifiedElectronically(calendar, sentOn), answerDays);

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [RespondentName, RespondentNumber, Basis, Item, Found, Evidence, Body, Demands, .. Attachments.Select(a => a.Title)];
}

/// <summary>How the house decides a consumer's claim.</summary>
public enum ClaimDecision
{
    /// <summary>The claim is met.</summary>
    Agreed,

    /// <summary>It is met in part.</summary>
    Partly,

    /// <summary>It is refused.</summary>
    Refused,
}

/// <summary>What the house does for the consumer.</summary>
public enum ClaimRemedy
{
    /// <summary>The defect is put right free of charge.</summary>
    Correction,

    /// <summary>The service is done again, or the goods are replaced.</summary>
    Redo,

    /// <summary>The price is reduced.</summary>
    PriceReduction,

    /// <summary>The contract is undone and the money paid back.</summary>
    Refund,
}

/// <summary>The house's decision on a consumer's claim about a paid service (Patērētāju tiesību aizsardzības likums).</summary>
public sealed record ClaimAnswerBody : DocumentBody
{
    /// <summary>The consumer, in the dative.</summary>
    public string? ConsumerName { get; init; }

    /// <summary>Address.</summary>
    public string? ConsumerAddress { get; init; }

    /// <summary>E-mail.</summary>
    public string? ConsumerEmail { get; init; }

    /// <summary>Local day the claim was received.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Our number of the claim.</summary>
    public string? ClaimNumber { get; init; }

    /// <summary>The service or goods.</summary>
    public string? Item { get; init; }

    /// <summary>What the consumer demands.</summary>
    public string? Demand { get; init; }

    /// <summary>What was found out.</summary>
    public string? Findings { get; init; }

    /// <summary>The decision; null while it is open.</summary>
    public ClaimDecision? Decision { get; init; }

    /// <summary>Why the claim is refused, or not met in full.</summary>
    public string? Reasons { get; init; }

    /// <summary>What is done; null when nothing.</summary>
    public ClaimRemedy? Remedy { get; init; }

    /// <summary>Euro paid back or off the price.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The local day by which it is done, included.</summary>
    public DateOnly? DoneBy { get; init; }

    /// <summary>What goes along.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [ConsumerName, ClaimNumber, Item, Demand, Findings, Reasons];
}
