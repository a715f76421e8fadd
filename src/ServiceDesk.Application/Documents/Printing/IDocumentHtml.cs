namespace ServiceDesk.Application.Documents.Printing;

/// <summary>Draws a document: the same HTML is the preview on the screen and what the printer prints.</summary>
public interface IDocumentHtml
{
    /// <summary>
    /// The document as one self-contained page. The type of <paramref name="content"/> chooses the form: each kind of document has
    /// a record with what it says and a component with how it looks.
    /// </summary>
    /// <exception cref="InvalidOperationException">No form draws this type.</exception>
    Task<string> RenderAsync(object content, DocumentSheet sheet, CancellationToken cancellationToken);
}

/// <summary>What every document has around its content.</summary>
/// <param name="Title">Title of the file and of the browser tab: kind and number, never personal data.</param>
/// <param name="Language">Language of the fixed words: <c>lv</c>, <c>en</c>, <c>ru</c>.</param>
/// <param name="CreatedAt">When this version of the document was made.</param>
public sealed record DocumentSheet(string Title, string Language, DateTimeOffset CreatedAt)
{
    /// <summary>Register number in the foot of every page; none before registration.</summary>
    public string? Number { get; init; }

    /// <summary>Middle of the foot; by default where the processing of personal data is explained.</summary>
    public string? FootNote { get; init; }

    /// <summary>Not registered yet: every page says that it is a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The paper.</summary>
    public PageFormat Format { get; init; } = PageFormat.A4;
}
