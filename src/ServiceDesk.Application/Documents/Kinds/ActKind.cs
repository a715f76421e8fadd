using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Acts: on what ground, who, where and when, what was found, what follows, the list, the copies, everybody's signature or refusal.</summary>
public sealed class ActKind : DocumentKindOf<ActBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Act;

    /// <inheritdoc/>
    public override string Slug => "acts";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("acts", "Aktu reģistrs", "1.1-7");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(ActBody content)
    {
        if (string.IsNullOrWhiteSpace(content.Basis))
            yield return new(nameof(content.Basis), "Documents.Missing.ActBasis");
        if (string.IsNullOrWhiteSpace(content.FirstRole))
            yield return new(nameof(content.FirstRole), "Documents.Missing.FirstRole");
        if (content.NeedsOthers && content.Members.Count == 0)
            yield return new(nameof(content.Members), "Documents.Missing.Members");
        if (content.Members.Any(m => m.Post is null))
            yield return new(nameof(content.Members), "Documents.Missing.MemberPost");
        if (string.IsNullOrWhiteSpace(content.Place))
            yield return new(nameof(content.Place), "Documents.Missing.ActPlace");
        if (content.FromOn is null)
            yield return new(nameof(content.FromOn), "Documents.Missing.ActDay");
        if (string.IsNullOrWhiteSpace(content.Findings))
            yield return new(nameof(content.Findings), "Documents.Missing.ActFindings");
        if (string.IsNullOrWhiteSpace(content.Conclusion))
            yield return new(nameof(content.Conclusion), "Documents.Missing.Conclusion");
        if (content.NeedsList && content.List.Count == 0)
            yield return new(nameof(content.List), "Documents.Missing.ActList");
        if (ClauseText.Lines(content.Holders).Length == 0)
            yield return new(nameof(content.Holders), "Documents.Missing.Holders");
        if (content.Refusals.Any(r => r.Post is null))
            yield return new(nameof(content.Refusals), "Documents.Missing.RefusalReason");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, ActBody content)
    {
        var t = Texts.In(face.Language);
        return new LetterContent(
            face.Requisites(), new DocumentAddressee(), face.Heading,
            Paragraphs(face.Correction, t["Documents.Act.FindingsText"] + "\n\n" + content.Findings),
            [
                new(face.SignatoryPost ?? "", face.SignatoryName ?? "", content.FirstRole?.Trim()),
                .. content.Members.Where(m => !content.Refusals.Any(r => Same(r, m))).Select(m => new DocumentSignature(m.Post ?? "", m.Name, m.Note ?? t["Documents.Act.Member"])),
            ])
        {
            Unit = face.UnitName,
            Kind = t.Of(content.Type),
            Facts = [.. Facts(face, content, t)],
            Tables = content.List.Count == 0 ? [] : [List(content, t)],
            Closing = Paragraphs(t["Documents.Act.ConclusionText", content.Conclusion], CopiesText(content, t), Refused(content, t)),
            Attachments = [.. content.Attachments.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static IEnumerable<DocumentFact> Facts(DocumentFace face, ActBody content, Texts t)
    {
        var dates = Dates.In(face.Language);
        yield return new(t["Documents.Act.Basis"], content.Basis ?? "");
        yield return new(t["Documents.Act.Place"], content.Place ?? "");
        if (content.FromOn is { } from)
            yield return new(t["Documents.Act.Days"], content.ToOn is { } to && to != from ? $"{dates.Numeric(from)}–{dates.Numeric(to)}" : dates.OnInWords(from));
        yield return new(
            t["Documents.Act.People"],
            string.Join('\n', content.Members.Select(m => $"{m.Note ?? t["Documents.Act.Member"]}: {m.Name}, {m.Post}").Prepend($"{content.FirstRole}: {face.SignatoryName}, {face.PostInSentence}")));
    }

    private static DocumentTable List(ActBody content, Texts t) => new(
        [new(t["Documents.Act.NumberColumn"], true, 14), new(t["Documents.Act.TitleColumn"]), new(t["Documents.Act.QuantityColumn"], true, 26), new(t["Documents.Act.NoteColumn"], false, 45)],
        [.. content.List.Select((line, i) => (IReadOnlyList<string>)[$"{i + 1}.", line.Title, line.Quantity, line.Note ?? ""])])
    {
        Caption = t["Documents.Act.List"],
    };

    private static string CopiesText(ActBody content, Texts t) => t.Plural("Documents.Act.CopiesText", content.Copies) + " " + string.Join(", ", ClauseText.Lines(content.Holders)) + ".";

    private static string? Refused(ActBody content, Texts t) => content.Refusals.Count == 0
        ? null
        : t["Documents.Act.RefusedText", string.Join("; ", content.Refusals.Select(r => $"{r.Name} – {r.Post}"))];

    private static bool Same(PersonLine refusal, PersonLine member) => string.Equals(refusal.Name, member.Name, StringComparison.OrdinalIgnoreCase);

    private static string Paragraphs(params string?[] parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
