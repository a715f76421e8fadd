using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Amendments of contracts: which contract, what changes, from when; both parties sign.</summary>
public sealed class AmendmentKind : DocumentKindOf<AmendmentBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Amendment;

    /// <inheritdoc/>
    public override string Slug => "amendments";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("amendments", "Līgumu grozījumu reģistrs", "7-2");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(AmendmentBody content)
    {
        if (string.IsNullOrWhiteSpace(content.ContractNumber) || content.ContractDate is null)
            yield return new(nameof(content.ContractNumber), "Documents.Missing.AmendedContract");
        foreach (var lacking in ContractParts.Lacking(content.Party, content.HouseAuthority))
            yield return lacking;
        if (string.IsNullOrWhiteSpace(content.Changes))
            yield return new(nameof(content.Changes), "Documents.Missing.Changes");
        if (content.StartsOn is null)
            yield return new(nameof(content.StartsOn), "Documents.Missing.ChangeStart");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, AmendmentBody content)
    {
        var t = Texts.In(face.Language);
        var dates = Dates.In(face.Language);
        List<DocumentClause> points = [.. ClauseText.Points(content.Changes)];
        if (content.NewEndsOn is { } ends)
            points.Add(new DocumentClause(t["Documents.Amendment.EndText", dates.DeadlineInWords(ends)]));
        points.Add(new DocumentClause(t["Documents.Amendment.RestText"]));
        if (content.StartsOn is { } starts)
            points.Add(new DocumentClause(t["Documents.Amendment.StartText", dates.OnInWords(starts)]));
        return new ContractContent(
            face.Requisites(), t["Documents.Paper.Title.Amendment"], face.Heading,
            ContractParts.Preamble(face, content.Party, content.HouseAuthority, content.HouseRole, t["Documents.Amendment.PreambleEnd", content.ContractDate, content.ContractNumber]),
            points, ContractParts.Signatures(face, content.Party, content.HouseRole))
        {
            Unit = face.UnitName,
            Correction = face.Correction,
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }
}
