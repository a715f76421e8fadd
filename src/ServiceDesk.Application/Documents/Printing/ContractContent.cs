namespace ServiceDesk.Application.Documents.Printing;

/// <summary>A contract or its amendment: the parties, numbered points, sums, signature blocks of both parties side by side.</summary>
/// <param name="Requisites">Place, date, number.</param>
/// <param name="Kind">Title in capitals: LĪGUMS.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Preamble">Who agrees with whom.</param>
/// <param name="Clauses">Chapters before the tables.</param>
/// <param name="Signatures">Both parties.</param>
public sealed record ContractContent(
    DocumentRequisites Requisites, string Kind, string Subject, string Preamble, IReadOnlyList<DocumentClause> Clauses, IReadOnlyList<DocumentSignature> Signatures)
{
    /// <summary>Unit under the name of the institution.</summary>
    public string? Unit { get; init; }

    /// <summary>Price and schedule, between the chapter on the price and the next.</summary>
    public IReadOnlyList<DocumentTable> Tables { get; init; } = [];

    /// <summary>Chapters after the tables; their numbers go on.</summary>
    public IReadOnlyList<DocumentClause> Further { get; init; } = [];

    /// <summary>Why this edition corrects an earlier one.</summary>
    public string? Correction { get; init; }

    /// <summary>Annexes.</summary>
    public IReadOnlyList<DocumentAttachment> Annexes { get; init; } = [];

    /// <summary>How it is signed.</summary>
    public SigningWay Signing { get; init; } = SigningWay.Electronic;

    /// <summary>Who prepared it.</summary>
    public DocumentPreparer? PreparedBy { get; init; }

    /// <summary>Access mark with ground and term.</summary>
    public string? AccessMark { get; init; }
}
