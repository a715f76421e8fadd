using ServiceDesk.Domain.Documents.Amounts;

namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>What a contract is for.</summary>
public enum ContractType
{
    /// <summary>A service is bought or given.</summary>
    Service,

    /// <summary>Goods are bought.</summary>
    Supply,

    /// <summary>Works are ordered.</summary>
    Works,

    /// <summary>Property is let or rented (nomas līgums).</summary>
    Lease,

    /// <summary>Partners work together.</summary>
    Cooperation,

    /// <summary>Somebody works as a volunteer.</summary>
    Volunteer,
}

/// <summary>Who makes a contract with the house, and who signs for them.</summary>
public sealed record ContractParty
{
    /// <summary>Name: of the firm, or name and surname.</summary>
    public string? Name { get; init; }

    /// <summary>Registration number, or personal code of a person.</summary>
    public string? Number { get; init; }

    /// <summary>Address.</summary>
    public string? Address { get; init; }

    /// <summary>Phone, e-mail, account: a line or several.</summary>
    public string? Contacts { get; init; }

    /// <summary>Post of who represents them; none when persons act for themselves.</summary>
    public string? Post { get; init; }

    /// <summary>Who represents them: name and surname.</summary>
    public string? Representative { get; init; }

    /// <summary>On what ground they represent, in the genitive: "statūtu", "pilnvaras".</summary>
    public string? Authority { get; init; }

    /// <summary>What the contract calls them: "Izpildītājs".</summary>
    public string? Role { get; init; }

    /// <summary>Everything of it that is looked up.</summary>
    public IEnumerable<string?> Words() => [Name, Number, Address, Representative];
}

/// <summary>A payment of a schedule.</summary>
/// <param name="Terms">When and for what: "Avanss 10 dienu laikā pēc parakstīšanas".</param>
/// <param name="Amount">Euro, with tax.</param>
public sealed record PaymentLine(string Terms, decimal Amount);

/// <summary>A contract (līgums) of the house with another party.</summary>
public sealed record ContractBody : DocumentBody
{
    /// <summary>Working days the other party has to answer a claim where the contract does not say.</summary>
    public const int UsualAnswerDays = 10;

    /// <summary>What it is for.</summary>
    public ContractType Type { get; init; }

    /// <summary>On what ground the signatory represents the house, in the genitive: "nolikuma".</summary>
    public string? HouseAuthority { get; init; }

    /// <summary>What the contract calls the house: "Pasūtītājs".</summary>
    public string? HouseRole { get; init; }

    /// <summary>The other party.</summary>
    public ContractParty Party { get; init; } = new();

    /// <summary>What is agreed, a point a line.</summary>
    public string? Matter { get; init; }

    /// <summary>Whether nothing is paid.</summary>
    public bool IsFree { get; init; }

    /// <summary>Price without value-added tax, euro.</summary>
    public decimal? Price { get; init; }

    /// <summary>Rate of the tax in percent; null where none is charged.</summary>
    public decimal? VatRate { get; init; }

    /// <summary>When what is paid; empty when the clauses say it.</summary>
    public IReadOnlyList<PaymentLine> Payments { get; init; } = [];

    /// <summary>First local day in force.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last local day in force; null without end.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Whether it has no end.</summary>
    public bool IsOpenEnded { get; init; }

    /// <summary>How it is extended.</summary>
    public string? Extension { get; init; }

    /// <summary>Chapters and points: a line "# …" begins a chapter, any other line is a point, a line "- …" a point under it.</summary>
    public string? Clauses { get; init; }

    /// <summary>Contractual penalty, percent for each day of delay.</summary>
    public decimal? PenaltyRate { get; init; }

    /// <summary>The most the penalty comes to, percent.</summary>
    public decimal? PenaltyCap { get; init; }

    /// <summary>Late interest, percent for each day.</summary>
    public decimal? InterestRate { get; init; }

    /// <summary>Working days the other party has to answer a claim.</summary>
    public int? AnswerDays { get; init; }

    /// <summary>Annexes.</summary>
    public IReadOnlyList<AttachmentLine> Annexes { get; init; } = [];

    /// <summary>Copies on paper.</summary>
    public int Copies { get; init; } = 2;

    /// <summary>The tax, euro.</summary>
    public decimal Vat => Price is { } price && VatRate is { } rate && !IsFree ? Money.Vat(price, rate) : 0;

    /// <summary>Price with tax, euro.</summary>
    public decimal Total => IsFree ? 0 : Money.Cents(Price ?? 0) + Vat;

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [.. Party.Words(), Matter, Clauses, .. Annexes.Select(a => a.Title)];
}

/// <summary>An amendment of a contract (vienošanās par grozījumiem).</summary>
public sealed record AmendmentBody : DocumentBody
{
    /// <summary>The contract, when it is one of the house's documents.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>Number of the contract.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>Local date of the contract.</summary>
    public DateOnly? ContractDate { get; init; }

    /// <summary>On what ground the signatory represents the house, in the genitive.</summary>
    public string? HouseAuthority { get; init; }

    /// <summary>What the contract calls the house.</summary>
    public string? HouseRole { get; init; }

    /// <summary>The other party.</summary>
    public ContractParty Party { get; init; } = new();

    /// <summary>What changes, a point a line.</summary>
    public string? Changes { get; init; }

    /// <summary>First local day of the change.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The new last local day of the contract; null when the end stays.</summary>
    public DateOnly? NewEndsOn { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [ContractNumber, .. Party.Words(), Changes];
}
