namespace ServiceDesk.Application.Documents.Printing;

/// <summary>A letter on the letterhead of the institution: reply, interim reply, claim without a form of its own.</summary>
/// <param name="Requisites">Place, date, number, reference.</param>
/// <param name="Addressee">Whom it is for.</param>
/// <param name="Subject">"Par …".</param>
/// <param name="Body">
/// Plain text. A blank line parts paragraphs; lines that begin with <c>1.</c>, <c>2.</c> or <c>-</c> are a list.
/// </param>
/// <param name="Signatures">Who signs; at least one.</param>
public sealed record LetterContent(
    DocumentRequisites Requisites, DocumentAddressee Addressee, string Subject, string Body, IReadOnlyList<DocumentSignature> Signatures)
{
    /// <summary>Unit under the name of the institution.</summary>
    public string? Unit { get; init; }

    /// <summary>Title of the kind in capitals (PRETENZIJA, IZZIŅA); letters have none.</summary>
    public string? Kind { get; init; }

    /// <summary>Facts in a frame before the text.</summary>
    public IReadOnlyList<DocumentFact> Facts { get; init; } = [];

    /// <summary>Tables after the text.</summary>
    public IReadOnlyList<DocumentTable> Tables { get; init; } = [];

    /// <summary>Numbered points after the text: of an order, a decision, an agreement.</summary>
    public IReadOnlyList<DocumentClause> Clauses { get; init; } = [];

    /// <summary>Text after the tables.</summary>
    public string? Closing { get; init; }

    /// <summary>Words before the signature: "Ar cieņu".</summary>
    public string? Farewell { get; init; }

    /// <summary>Everything attached.</summary>
    public IReadOnlyList<DocumentAttachment> Attachments { get; init; } = [];

    /// <summary>How it is signed.</summary>
    public SigningWay Signing { get; init; } = SigningWay.Electronic;

    /// <summary>Who prepared it.</summary>
    public DocumentPreparer? PreparedBy { get; init; }

    /// <summary>Address that a QR code leads to; none without.</summary>
    public string? QrAddress { get; init; }

    /// <summary>Access mark with ground and term: <c>Ierobežotas pieejamības informācija …</c>.</summary>
    public string? AccessMark { get; init; }
}
