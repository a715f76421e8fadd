using System.Text.Json;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents;

/// <summary>A requisite a document still lacks.</summary>
/// <param name="Field">The field of the form.</param>
/// <param name="Key">Key of the sentence that says so.</param>
public sealed record MissingRequisite(string Field, string Key);

/// <summary>
/// What the house knows of one kind of document. A new kind is one class here, its record in the domain, its printed form and its page;
/// all of them are found by scanning.
/// </summary>
public interface IDocumentKind
{
    /// <summary>The kind.</summary>
    DocumentKind Kind { get; }

    /// <summary>Its part of addresses, for example <c>letters</c>.</summary>
    string Slug { get; }

    /// <summary>The register that numbers it: code, name and file index.</summary>
    (string Code, string Name, string Index) Register { get; }

    /// <summary>Type of its record.</summary>
    Type ContentType { get; }

    /// <summary>Requisites the law or the standard asks for and the document lacks; it is not registered before there are none.</summary>
    IEnumerable<MissingRequisite> Missing(Document document, DocumentBody content);

    /// <summary>The paper: one of the records a printed form is made for.</summary>
    object Paper(DocumentFace face);
}

/// <summary>A kind with the type of its record.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class DocumentKindOf<T> : IDocumentKind
    where T : DocumentBody
{
    /// <inheritdoc/>
    public abstract DocumentKind Kind { get; }

    /// <inheritdoc/>
    public abstract string Slug { get; }

    /// <inheritdoc/>
    public abstract (string Code, string Name, string Index) Register { get; }

    /// <inheritdoc/>
    public Type ContentType => typeof(T);

    /// <inheritdoc/>
    public IEnumerable<MissingRequisite> Missing(Document document, DocumentBody content)
    {
        if (string.IsNullOrWhiteSpace(document.SignatoryName) || string.IsNullOrWhiteSpace(document.SignatoryPost))
            yield return new("Head.Signatory", "Documents.Missing.Signatory");
        foreach (var lacking in Lacking((T)content))
            yield return lacking;
    }

    /// <inheritdoc/>
    public object Paper(DocumentFace face) => Draw(face, (T)face.Content);

    /// <summary>What its own content lacks.</summary>
    protected abstract IEnumerable<MissingRequisite> Lacking(T content);

    /// <summary>The paper of its content.</summary>
    protected abstract object Draw(DocumentFace face, T content);
}

/// <summary>All kinds of documents, and how their records are kept.</summary>
public sealed class DocumentKinds(IEnumerable<IDocumentKind> kinds)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly Dictionary<DocumentKind, IDocumentKind> byKind = kinds.ToDictionary(k => k.Kind);

    /// <summary>All, in the order of the enumeration.</summary>
    public IEnumerable<IDocumentKind> All => byKind.Values.OrderBy(k => k.Kind);

    /// <summary>What is known of a kind.</summary>
    public IDocumentKind Of(DocumentKind kind) => byKind[kind];

    /// <summary>A record as it is kept.</summary>
    public static DocumentText Write(DocumentBody content) => new(
        JsonSerializer.Serialize(content, content.GetType(), Json),
        string.Join('\n', content.Words().Where(w => !string.IsNullOrWhiteSpace(w))));

    /// <summary>A record as it was kept.</summary>
    public DocumentBody Read(DocumentKind kind, string content) => (DocumentBody)JsonSerializer.Deserialize(content, Of(kind).ContentType, Json)!;

    /// <summary>What a document still lacks to be registered.</summary>
    public IReadOnlyList<MissingRequisite> Missing(Document document)
    {
        var content = Read(document.Kind, document.Content);
        IEnumerable<MissingRequisite> missing = Of(document.Kind).Missing(document, content);
        return [.. content.Words().Append(document.Subject).Any(Placeholders.IsUnfilled) ? missing.Append(new("", "Wording.Missing.Unfilled")) : missing];
    }
}
