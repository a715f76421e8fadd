using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents.Printing;

/// <summary>Turns a finished page of HTML into a PDF for the archive. Equal jobs give equal bytes as long as the same renderer prints them.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// Prints the whole document or nothing: no file comes back half written, and trying again is always safe.
    /// </summary>
    /// <exception cref="Refusal">
    /// <c>Documents.Printing.NoBrowser</c>: nothing on this machine can print; <c>Documents.Printing.TimedOut</c>: too long, the queue included;
    /// <c>Documents.Printing.Failed</c>: the renderer broke off, also on the second attempt.
    /// </exception>
    Task<PdfFile> PrintAsync(PrintJob job, CancellationToken cancellationToken);
}

/// <summary>
/// What to print. <paramref name="Html"/> is self-contained: styles inside, fonts and pictures as data; whatever it asks for beyond that is refused.
/// </summary>
/// <param name="Html">The whole page, from its doctype on.</param>
/// <param name="Title">Title in the properties of the file.</param>
/// <param name="Language">Language of the text: <c>lv</c>, <c>en</c>, <c>ru</c>.</param>
/// <param name="Author">Institution that issues the document, for the properties of the file.</param>
/// <param name="CreatedAt">When the document was made; the only time that gets into the file, to the second.</param>
public sealed record PrintJob(string Html, string Title, string Language, string Author, DateTimeOffset CreatedAt)
{
    /// <summary>Paper; the margins are those of the HTML (<c>@page</c>).</summary>
    public PageFormat Format { get; init; } = PageFormat.A4;

    /// <summary>What the file declares itself to be.</summary>
    public PdfConformance Conformance { get; init; } = PdfConformance.PdfA2B;
}

/// <summary>The paper of a document.</summary>
public enum PageFormat
{
    /// <summary>210 × 297 mm, letters and most documents.</summary>
    A4,

    /// <summary>297 × 210 mm, wide lists.</summary>
    A4Landscape,
}

/// <summary>Kinds of PDF that can be asked for.</summary>
public enum PdfConformance
{
    /// <summary>ISO 19005-2, level B: looks the same for decades; tagged, but not declared accessible.</summary>
    PdfA2B,
}
