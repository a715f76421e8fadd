using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Contracts: parties with their ground to sign, matter, price with tax, term, chapters of numbered points.</summary>
public sealed class ContractKind : DocumentKindOf<ContractBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Contract;

    /// <inheritdoc/>
    public override string Slug => "contracts";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("contracts", "Līgumu reģistrs", "7-1");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(ContractBody content)
    {
        foreach (var lacking in ContractParts.Lacking(content.Party, content.HouseAuthority))
            yield return lacking;
        if (string.IsNullOrWhiteSpace(content.Matter))
            yield return new(nameof(content.Matter), "Documents.Missing.Matter");
        if (!content.IsFree && content.Price is null)
            yield return new(nameof(content.Price), "Documents.Missing.Price");
        if (content.Payments.Count > 0 && content.Payments.Sum(p => p.Amount) != content.Total)
            yield return new(nameof(content.Payments), "Documents.Missing.PaymentsDiffer");
        if (content.StartsOn is null)
            yield return new(nameof(content.StartsOn), "Documents.Missing.ContractStart");
        if (content.EndsOn is null && !content.IsOpenEnded)
            yield return new(nameof(content.EndsOn), "Documents.Missing.ContractEnd");
        if (string.IsNullOrWhiteSpace(content.Clauses))
            yield return new(nameof(content.Clauses), "Documents.Missing.Clauses");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, ContractBody content)
    {
        var t = Texts.In(face.Language);
        return new ContractContent(
            face.Requisites(), t["Documents.Paper.Title.Contract"], face.Heading,
            ContractParts.Preamble(face, content.Party, content.HouseAuthority, content.HouseRole, t["Documents.Contract.PreambleEnd"]),
            [
                new DocumentClause("", t["Documents.Contract.MatterHeading"]) { Points = ClauseText.Points(content.Matter) },
                new DocumentClause("", t["Documents.Contract.PriceHeading"]) { Points = [.. Price(content, face.Language, t).Select(text => new DocumentClause(text))] },
            ],
            ContractParts.Signatures(face, content.Party, content.HouseRole))
        {
            Unit = face.UnitName,
            Tables = [.. Tables(content, face.Language, t)],
            Further =
            [
                new DocumentClause("", t["Documents.Contract.TermHeading"]) { Points = [.. Term(content, face.Language, t).Select(text => new DocumentClause(text))] },
                .. ClauseText.Chapters(content.Clauses),
                .. Liability(content, face.Language, t),
                new DocumentClause("", t["Documents.Contract.ClosingHeading"])
                {
                    Points = [new DocumentClause(face.IsSignedElectronically ? t["Documents.Contract.SignedElectronically"] : t["Documents.Contract.CopiesText", content.Copies])],
                },
            ],
            Correction = face.Correction,
            Annexes = [.. content.Annexes.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static IEnumerable<string> Price(ContractBody content, string language, Texts t)
    {
        if (content.IsFree)
        {
            yield return t["Documents.Contract.FreeText"];
            yield break;
        }

        yield return t["Documents.Contract.PriceText", Sums.Full(content.Total, language)];
        if (content.Payments.Count > 0)
            yield return t["Documents.Contract.ScheduleText"];
    }

    private static IEnumerable<DocumentTable> Tables(ContractBody content, string language, Texts t)
    {
        if (content.IsFree)
            yield break;
        yield return new DocumentTable(
            [new(t["Documents.Contract.PriceColumn"]), new(t["Documents.Contract.SumColumn"], true, 35)],
            [
                [t["Documents.Contract.WithoutVat"], Sums.Amount(content.Price ?? 0, language)],
                [content.VatRate is { } rate ? t["Documents.Contract.VatAt", Sums.Plain(rate, language)] : t["Documents.Contract.NoVat"], Sums.Amount(content.Vat, language)],
            ])
        {
            TotalLabel = t["Documents.Contract.Total"],
            Total = Sums.Amount(content.Total, language),
            Caption = t["Documents.Contract.PriceColumn"],
        };
        if (content.Payments.Count == 0)
            yield break;
        yield return new DocumentTable(
            [new(t["Documents.Contract.PaymentColumn"]), new(t["Documents.Contract.SumColumn"], true, 35)],
            [.. content.Payments.Select(p => (IReadOnlyList<string>)[p.Terms, Sums.Amount(p.Amount, language)])])
        {
            TotalLabel = t["Documents.Contract.Total"],
            Total = Sums.Amount(content.Payments.Sum(p => p.Amount), language),
            Caption = t["Documents.Contract.Payments"],
        };
    }

    private static IEnumerable<string> Term(ContractBody content, string language, Texts t)
    {
        var starts = content.StartsOn ?? default;
        yield return content.EndsOn is { } ends
            ? t["Documents.Contract.TermText", Dates.In(language).OnInWords(starts), Dates.In(language).DeadlineInWords(ends)]
            : t["Documents.Contract.OpenTermText", Dates.In(language).OnInWords(starts)];
        if (!string.IsNullOrWhiteSpace(content.Extension))
            yield return content.Extension.Trim();
    }

    private static IEnumerable<DocumentClause> Liability(ContractBody content, string language, Texts t)
    {
        List<string> points = [];
        if (content.PenaltyRate is { } penalty)
        {
            points.Add(content.PenaltyCap is { } cap
                ? t["Documents.Contract.PenaltyCapText", Sums.Plain(penalty, language), Sums.Plain(cap, language)]
                : t["Documents.Contract.PenaltyText", Sums.Plain(penalty, language)]);
        }

        if (content.InterestRate is { } interest)
            points.Add(t["Documents.Contract.InterestText", Sums.Plain(interest, language)]);
        points.Add(t["Documents.Contract.AnswerText", content.AnswerDays ?? ContractBody.UsualAnswerDays]);
        return [new DocumentClause("", t["Documents.Contract.LiabilityHeading"]) { Points = [.. points.Select(text => new DocumentClause(text))] }];
    }
}
