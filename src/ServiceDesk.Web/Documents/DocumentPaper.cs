using System.Text;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Documents;

/// <summary>What every part of a document may need: words and dates in its language, the institution, its coat of arms.</summary>
/// <param name="Sheet">Title, number, language.</param>
/// <param name="T">Fixed words in the language of the document.</param>
/// <param name="Dates">Dates in the language of the document.</param>
/// <param name="House">The institution.</param>
/// <param name="CoatOfArms">Picture as a data address; null when there is none.</param>
public sealed record DocumentPaper(DocumentSheet Sheet, Texts T, Dates Dates, MunicipalityOptions House, string? CoatOfArms)
{
    /// <summary>Text as it is printed: letters in one piece, no-break spaces where its language wants them.</summary>
    public string Fix(string? text) => Typography.In(Sheet.Language, Composed(text ?? ""));

    private static string Composed(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair; as U+FFFD it can be printed.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }
}
