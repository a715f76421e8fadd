using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Documents;

/// <summary>A word of a document, folded, for looking it up.</summary>
public sealed class DocumentWord
{
    /// <summary>Most words kept of one document.</summary>
    public const int Most = 3000;

    private DocumentWord()
    {
    }

    internal DocumentWord(Guid documentId, string word) => (DocumentId, Word) = (documentId, word);

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>The word, at most <see cref="SearchText.MaxWordLength"/> characters.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The words of a document: number, subject, signatory, content.</summary>
    public static IEnumerable<DocumentWord> Of(Document document) =>
        SearchText.Words(string.Join('\n', document.Number, document.Subject, document.SignatoryName, document.Text))
            .Select(w => w.Folded).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Take(Most).Select(w => new DocumentWord(document.Id, w));
}
