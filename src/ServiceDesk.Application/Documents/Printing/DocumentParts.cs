namespace ServiceDesk.Application.Documents.Printing;

/// <summary>Place, date and number of a document, and what it answers.</summary>
/// <param name="Place">Place of issue in the locative: <c>Lejasupē</c>.</param>
/// <param name="On">Date of the document.</param>
/// <param name="Number">Register number; empty before registration.</param>
/// <param name="ReplyToOn">Date of the document answered.</param>
/// <param name="ReplyToNumber">Number of the document answered.</param>
public sealed record DocumentRequisites(string Place, DateOnly On, string? Number, DateOnly? ReplyToOn = null, string? ReplyToNumber = null);

/// <summary>Whom it is for: name in the dative, then address lines as they stand on an envelope.</summary>
public sealed record DocumentAddressee(params IReadOnlyList<string> Lines);

/// <summary>Who signs. A party is named in documents that several sign: <c>Pasūtītājs</c>, <c>Izpildītājs</c>.</summary>
/// <param name="Post">Post or ground of representation.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="Party">Name of the party, for two or more that sign side by side.</param>
/// <param name="Lines">Details of the party: registration number, address, account.</param>
public sealed record DocumentSignature(string Post, string Name, string? Party = null, IReadOnlyList<string>? Lines = null);

/// <summary>How a document is signed, and so what it says above or beside the name.</summary>
public enum SigningWay
{
    /// <summary>Qualified electronic signature with a time stamp: the frame that says so.</summary>
    Electronic,

    /// <summary>By hand: a line to sign on.</summary>
    ByHand,

    /// <summary>Valid without a signature: neither.</summary>
    Unsigned,
}

/// <summary>Something attached.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Sheets">Sheets of paper; none for a file that has no pages.</param>
public sealed record DocumentAttachment(string Title, int? Sheets = null);

/// <summary>Who answers questions about the document.</summary>
public sealed record DocumentPreparer(string Name, string? Phone = null, string? Email = null);

/// <summary>
/// A point of a contract, a decision, minutes. Numbers are given by place (1., 1.1., 1.1.1.), so that a reference to a point is the same in every medium.
/// </summary>
/// <param name="Text">The words; plain text.</param>
/// <param name="Heading">Heading of a chapter, above its points.</param>
public sealed record DocumentClause(string Text, string? Heading = null)
{
    /// <summary>Points below this one.</summary>
    public IReadOnlyList<DocumentClause> Points { get; init; } = [];
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Numbers stand at the right, figure under figure.</param>
/// <param name="Width">Width in millimetres; the rest is shared out by what the cells hold.</param>
public sealed record DocumentColumn(string Name, bool IsNumber = false, int? Width = null);

/// <summary>A table of any length; its head stands again on every page.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">A text for each column.</param>
public sealed record DocumentTable(IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Words of the last row, over all columns but the last.</summary>
    public string? TotalLabel { get; init; }

    /// <summary>The total, in the last column.</summary>
    public string? Total { get; init; }

    /// <summary>What the table is, for who cannot see it; shown when <see cref="ShowsCaption"/>.</summary>
    public string? Caption { get; init; }

    /// <summary>Whether the caption stands above the table.</summary>
    public bool ShowsCaption { get; init; }
}

/// <summary>Short facts, a name and what holds: the head of a claim, of an act.</summary>
public sealed record DocumentFact(string Name, string Text);
