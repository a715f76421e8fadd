namespace ServiceDesk.Application.Documents.Printing;

/// <summary>Minutes of a meeting: who met, the agenda, each item under its own sign of section, the signatures of chair and minute-taker.</summary>
/// <param name="Requisites">Place, date and number of the document.</param>
/// <param name="Kind">Title in capitals: PROTOKOLS.</param>
/// <param name="Subject">The body and its meeting.</param>
/// <param name="Facts">Where, when, who.</param>
/// <param name="Items">The items in order.</param>
/// <param name="Signatures">Chair and minute-taker.</param>
public sealed record MinutesContent(
    DocumentRequisites Requisites, string Kind, string Subject, IReadOnlyList<DocumentFact> Facts, IReadOnlyList<MinutesPoint> Items, IReadOnlyList<DocumentSignature> Signatures)
{
    /// <summary>Unit under the name of the institution.</summary>
    public string? Unit { get; init; }

    /// <summary>That and why an earlier edition is corrected.</summary>
    public string? Correction { get; init; }

    /// <summary>Text after the items: where the recording is.</summary>
    public string? Closing { get; init; }

    /// <summary>What goes along.</summary>
    public IReadOnlyList<DocumentAttachment> Attachments { get; init; } = [];

    /// <summary>How it is signed.</summary>
    public SigningWay Signing { get; init; } = SigningWay.Electronic;

    /// <summary>Who prepared it.</summary>
    public DocumentPreparer? PreparedBy { get; init; }

    /// <summary>Access mark with ground and term.</summary>
    public string? AccessMark { get; init; }
}

/// <summary>An item of minutes.</summary>
/// <param name="Title">What it is about, as in the agenda.</param>
/// <param name="Before">Who spoke.</param>
/// <param name="Gist">The gist, plain text with paragraphs and lists.</param>
/// <param name="After">Proposals, vote, decision, who carries it out by when.</param>
public sealed record MinutesPoint(string Title, IReadOnlyList<DocumentFact> Before, string? Gist, IReadOnlyList<DocumentFact> After);
