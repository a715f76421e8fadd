using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Letters: an addressee and a text.</summary>
public sealed class LetterKind : DocumentKindOf<LetterBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Letter;

    /// <inheritdoc/>
    public override string Slug => "letters";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("letters", "Nosūtīto vēstuļu reģistrs", "4.1-6");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(LetterBody content)
    {
        if (string.IsNullOrWhiteSpace(content.AddresseeName))
            yield return new(nameof(content.AddresseeName), "Documents.Missing.Addressee");
        if (string.IsNullOrWhiteSpace(content.Body))
            yield return new(nameof(content.Body), "Documents.Missing.Body");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, LetterBody content)
    {
        var t = Texts.In(face.Language);
        var promise = content.PromisedOn is { } day ? t["Documents.Paper.Promise", Dates.In(face.Language).DeadlineInWords(day)] : null;
        return new LetterContent(
            face.Requisites(content.InReplyToDate, content.InReplyToNumber),
            new DocumentAddressee([.. Lines(content.AddresseeName), .. Lines(content.AddresseeAddress), .. Lines(content.AddresseeEmail)]),
            face.Heading,
            string.Join("\n\n", new[] { content.Salutation, content.Body, promise, face.Correction }.Where(p => !string.IsNullOrWhiteSpace(p))),
            [face.Signature])
        {
            Unit = face.UnitName,
            Farewell = t["Documents.Paper.Farewell"],
            Attachments = [.. content.Attachments.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = content.IsUnsigned && !face.IsSignedElectronically ? SigningWay.Unsigned : face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
