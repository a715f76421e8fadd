using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>A block of text for one part of one kind of document, in one language. Put into the form, it is edited by hand.</summary>
public sealed class DocumentBlock : PreparedText
{
    /// <summary>The kind of document it is for.</summary>
    public DocumentKind DocumentKind { get; private set; }

    /// <summary>The part of the document it is for.</summary>
    public BlockPlace Place { get; private set; }

    /// <summary>Language: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>The words.</summary>
    public string Body { get; private set; } = "";

    /// <inheritdoc/>
    public override PreparedTextKind Sort => PreparedTextKind.Block;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Variables => Placeholders.OfDocuments;

    /// <inheritdoc/>
    protected override void TakeOwn(PreparedContent content)
    {
        if (content is not { DocumentKind: { } kind, Place: { } place } || !BlockPlaces.Of(kind).Contains(place))
            throw new Refusal("Wording.Refusal.PlaceMissing");
        (DocumentKind, Place) = (kind, place);
        Language = LanguageOf(content);
        Body = Clean(content.Body) ?? throw new Refusal("Wording.Refusal.BodyMissing");
    }

    /// <inheritdoc/>
    protected override PreparedContent Describe(PreparedContent common) => common with { DocumentKind = DocumentKind, Place = Place, Language = Language, Body = Body };
}
