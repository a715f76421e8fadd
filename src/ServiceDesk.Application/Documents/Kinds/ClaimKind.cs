using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Claims of the house: on whom, on what ground, what was found, what is demanded, what it comes to, by when to answer.</summary>
public sealed class ClaimKind : DocumentKindOf<ClaimBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Claim;

    /// <inheritdoc/>
    public override string Slug => "claims";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("claims", "Pretenziju reģistrs", "4.3-2");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(ClaimBody content)
    {
        if (string.IsNullOrWhiteSpace(content.RespondentName))
            yield return new(nameof(content.RespondentName), "Documents.Missing.Respondent");
        if (string.IsNullOrWhiteSpace(content.RespondentAddress) && string.IsNullOrWhiteSpace(content.RespondentEmail))
            yield return new(nameof(content.RespondentAddress), "Documents.Missing.RespondentAddress");
        if (string.IsNullOrWhiteSpace(content.Basis))
            yield return new(nameof(content.Basis), "Documents.Missing.ClaimBasis");
        if (string.IsNullOrWhiteSpace(content.Item))
            yield return new(nameof(content.Item), "Documents.Missing.Item");
        if (content.FoundOn is null)
            yield return new(nameof(content.FoundOn), "Documents.Missing.FoundOn");
        if (string.IsNullOrWhiteSpace(content.Body))
            yield return new(nameof(content.Body), "Documents.Missing.ClaimFacts");
        if (string.IsNullOrWhiteSpace(content.Demands))
            yield return new(nameof(content.Demands), "Documents.Missing.Demands");
        if (!content.HasPenalty && (content.PenaltyOf is > 0 || content.PenaltyDueOn is not null || content.PenaltyUntil is not null))
            yield return new(nameof(content.PenaltyOf), "Documents.Missing.PenaltyParts");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, ClaimBody content)
    {
        var t = Texts.In(face.Language);
        var dates = Dates.In(face.Language);
        var number = string.IsNullOrWhiteSpace(content.RespondentNumber) ? null : t["Documents.Claim.NumberText", content.RespondentNumber.Trim()];
        var demands = ClauseText.Lines(content.Demands);
        var asked = demands.Length == 0 ? null : t["Documents.Claim.WeDemand"] + "\n" + string.Join('\n', demands.Select((line, i) => $"{i + 1}. {line}{(i + 1 < demands.Length ? ";" : ".")}"));
        var due = ClaimBody.AnswerDueOn(face.Calendar, face.DatedOn, content.AnswerDays);
        return new LetterContent(
            face.Requisites(),
            new DocumentAddressee([string.Join(", ", ClauseText.Lines(content.RespondentName).Append(number).OfType<string>()), .. ClauseText.Lines(content.RespondentAddress), .. ClauseText.Lines(content.RespondentEmail)]),
            face.Heading, Paragraphs(content.Body, asked), [face.Signature])
        {
            Unit = face.UnitName,
            Kind = t[content.Title == ClaimTitle.Reclamation ? "Documents.Paper.Title.Reclamation" : "Documents.Paper.Title.Pretension"],
            Facts = [.. Facts(content, dates, t)],
            Tables = [.. Calculation(content, face.Language, t)],
            Closing = Paragraphs($"{t["Documents.Claim.AnswerText", t.Plural("Documents.Claim.AnswerDaysText", content.AnswerDays), dates.DeadlineInWords(due)]} {content.SetOff}".Trim(), face.Correction),
            Attachments = [.. content.Attachments.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static IEnumerable<DocumentFact> Facts(ClaimBody content, Dates dates, Texts t)
    {
        yield return new(t["Documents.Claim.Basis"], content.Basis ?? "");
        yield return new(t["Documents.Claim.ItemRow"], content.Item ?? "");
        yield return new(t["Documents.Claim.Found"], string.Join(", ", new[] { content.FoundOn is { } day ? dates.Numeric(day) : null, content.Found }.Where(p => !string.IsNullOrWhiteSpace(p))));
        if (!string.IsNullOrWhiteSpace(content.DeliveryNote))
            yield return new(t["Documents.Claim.DeliveryNote"], content.DeliveryNote);
        if (!string.IsNullOrWhiteSpace(content.Evidence))
            yield return new(t["Documents.Claim.Evidence"], content.Evidence);
    }

    private static IEnumerable<DocumentTable> Calculation(ClaimBody content, string language, Texts t)
    {
        if (content.Total <= 0)
            yield break;
        List<IReadOnlyList<string>> rows = [.. content.Calculation.Select(l => (IReadOnlyList<string>)[l.Title, Sums.Plain(l.Quantity, language), Sums.Amount(l.Rate, language), Sums.Amount(l.Sum, language)])];
        if (content.HasPenalty)
        {
            var label = t["Documents.Claim.PenaltyRow", Sums.Amount(content.PenaltyOf!.Value, language), Dates.In(language).Numeric(content.PenaltyDueOn!.Value.AddDays(1)), Dates.In(language).Numeric(content.PenaltyUntil!.Value)];
            rows.Add([label, t.Plural("Documents.Claim.Days", content.PenaltyDays), Sums.Plain(content.PenaltyRate!.Value, language) + "\u00A0%", Sums.Amount(content.Penalty, language)]);
        }

        yield return new DocumentTable(
            [new(t["Documents.Claim.CalculationColumn"]), new(t["Documents.Claim.QuantityColumn"], true, 22), new(t["Documents.Claim.RateColumn"], true, 27), new(t["Documents.Contract.SumColumn"], true, 29)], rows)
        {
            TotalLabel = Sums.Words(content.Total, language) is { } words ? t["Documents.Claim.TotalInWords", words] : t["Documents.Contract.Total"],
            Total = Sums.Amount(content.Total, language),
            Caption = t["Documents.Claim.CalculationColumn"],
        };
    }

    private static string Paragraphs(params string?[] parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
