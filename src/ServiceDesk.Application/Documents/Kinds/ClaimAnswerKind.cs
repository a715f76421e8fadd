using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Decisions on consumers' claims: met, met in part or refused with reasons; what is done and by when; where the consumer may turn.</summary>
public sealed class ClaimAnswerKind : DocumentKindOf<ClaimAnswerBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.ClaimAnswer;

    /// <inheritdoc/>
    public override string Slug => "claim-answers";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("claim-answers", "Atbilžu uz patērētāju prasījumiem reģistrs", "4.3-3");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(ClaimAnswerBody content)
    {
        if (string.IsNullOrWhiteSpace(content.ConsumerName))
            yield return new(nameof(content.ConsumerName), "Documents.Missing.Consumer");
        if (content.ReceivedOn is null)
            yield return new(nameof(content.ReceivedOn), "Documents.Missing.ClaimReceivedOn");
        if (string.IsNullOrWhiteSpace(content.Item))
            yield return new(nameof(content.Item), "Documents.Missing.Item");
        if (string.IsNullOrWhiteSpace(content.Demand))
            yield return new(nameof(content.Demand), "Documents.Missing.Demands");
        if (string.IsNullOrWhiteSpace(content.Findings))
            yield return new(nameof(content.Findings), "Documents.Missing.Findings");
        if (content.Decision is not { } decision)
        {
            yield return new(nameof(content.Decision), "Documents.Missing.Decision");
            yield break;
        }

        if (decision != ClaimDecision.Agreed && string.IsNullOrWhiteSpace(content.Reasons))
            yield return new(nameof(content.Reasons), "Documents.Missing.Reasons");
        if (decision == ClaimDecision.Refused)
            yield break;
        if (content.Remedy is null)
            yield return new(nameof(content.Remedy), "Documents.Missing.Remedy");
        if (content.Remedy is ClaimRemedy.PriceReduction or ClaimRemedy.Refund && content.Amount is not > 0)
            yield return new(nameof(content.Amount), "Documents.Missing.RemedyAmount");
        if (content.DoneBy is null)
            yield return new(nameof(content.DoneBy), "Documents.Missing.DoneBy");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, ClaimAnswerBody content)
    {
        var t = Texts.In(face.Language);
        var dates = Dates.In(face.Language);
        List<DocumentFact> facts = [new(t["Documents.ClaimAnswer.Item"], content.Item ?? ""), new(t["Documents.ClaimAnswer.Demand"], content.Demand ?? "")];
        if (content.Decision is { } decided)
            facts.Add(new(t["Documents.ClaimAnswer.Decision"], t.Of(decided)));
        var met = content is { Decision: ClaimDecision.Agreed or ClaimDecision.Partly, Remedy: not null, DoneBy: not null };
        if (met)
            facts.Add(new(t["Documents.ClaimAnswer.Remedy"], t.Of(content.Remedy!.Value)));
        if (met && content.Amount is { } amount)
            facts.Add(new(t["Documents.ClaimAnswer.Amount"], Sums.Full(amount, face.Language)));
        var promise = met ? t["Documents.ClaimAnswer.DoneByText", dates.DeadlineInWords(content.DoneBy!.Value)] : null;
        var reasons = content.Decision is ClaimDecision.Partly or ClaimDecision.Refused && !string.IsNullOrWhiteSpace(content.Reasons) ? t["Documents.ClaimAnswer.ReasonsText"] + " " + content.Reasons.Trim() : null;
        return new LetterContent(
            face.Requisites(content.ReceivedOn, content.ClaimNumber),
            new DocumentAddressee([.. ClauseText.Lines(content.ConsumerName), .. ClauseText.Lines(content.ConsumerAddress), .. ClauseText.Lines(content.ConsumerEmail)]),
            face.Heading, Paragraphs(content.Findings, content.Decision is { } decision ? t["Documents.ClaimAnswer.DecidedText", Sentence(decision, t)] : null, reasons, promise, face.Correction), [face.Signature])
        {
            Unit = face.UnitName,
            Kind = t["Documents.Paper.Title.ClaimAnswer"],
            Facts = facts,
            Closing = t["Documents.ClaimAnswer.PtacText"],
            Attachments = [.. content.Attachments.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static string Sentence(ClaimDecision decision, Texts t) => decision switch
    {
        ClaimDecision.Agreed => t["Documents.ClaimAnswer.AgreedText"],
        ClaimDecision.Partly => t["Documents.ClaimAnswer.PartlyText"],
        _ => t["Documents.ClaimAnswer.RefusedText"],
    };

    private static string Paragraphs(params string?[] parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
