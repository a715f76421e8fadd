using System.Globalization;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Certificates: whom for, which facts, from which source, as of which day, for what.</summary>
public sealed class CertificateKind : DocumentKindOf<CertificateBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Certificate;

    /// <inheritdoc/>
    public override string Slug => "certificates";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("certificates", "Izziņu reģistrs", "4.1-9");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(CertificateBody content)
    {
        if (string.IsNullOrWhiteSpace(content.Applicant))
            yield return new(nameof(content.Applicant), "Documents.Missing.Applicant");
        if (string.IsNullOrWhiteSpace(content.Facts))
            yield return new(nameof(content.Facts), "Documents.Missing.Facts");
        if (string.IsNullOrWhiteSpace(content.Source))
            yield return new(nameof(content.Source), "Documents.Missing.Source");
        if (content.AsOf is null)
            yield return new(nameof(content.AsOf), "Documents.Missing.AsOf");
        if (string.IsNullOrWhiteSpace(content.Purpose))
            yield return new(nameof(content.Purpose), "Documents.Missing.Purpose");
        if (content.Fee > 0 && string.IsNullOrWhiteSpace(content.PaymentReference))
            yield return new(nameof(content.PaymentReference), "Documents.Missing.Payment");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, CertificateBody content)
    {
        var t = Texts.In(face.Language);
        List<DocumentFact> facts =
        [
            new(t["Documents.Certificate.Applicant"], content.Applicant ?? ""),
            new(t["Documents.Certificate.Source"], content.Source ?? ""),
            new(t["Documents.Certificate.Purpose"], content.Purpose ?? ""),
        ];
        if (content.ValidUntil is { } until)
            facts.Add(new(t["Documents.Certificate.ValidUntil"], Dates.In(face.Language).Numeric(until)));
        if (content.Fee is { } fee and > 0)
            facts.Add(new(t["Documents.Certificate.Fee"], $"{fee.ToString("N2", CultureInfo.GetCultureInfo("lv-LV"))} EUR, {content.PaymentReference}"));
        var asOf = content.AsOf is { } day ? t["Documents.Certificate.AsOfText", Dates.In(face.Language).OnInWords(day)] : null;
        return new LetterContent(
            face.Requisites(), new DocumentAddressee(), face.Heading, string.Join("\n\n", new[] { asOf, content.Facts, face.Correction }.Where(p => !string.IsNullOrWhiteSpace(p))), [face.Signature])
        {
            Unit = face.UnitName,
            Kind = t["Documents.Paper.Title.Certificate"],
            Facts = facts,
            Closing = content.Copies > 1 ? t["Documents.Certificate.CopiesText", content.Copies] : null,
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }
}
