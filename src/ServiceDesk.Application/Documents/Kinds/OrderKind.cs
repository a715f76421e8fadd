using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Orders and resolutions: who does what by when, who leads, who watches over it.</summary>
public sealed class OrderKind : DocumentKindOf<OrderBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Order;

    /// <inheritdoc/>
    public override string Slug => "orders";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("orders", "Rīkojumu reģistrs", "1.1-5");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(OrderBody content)
    {
        if (string.IsNullOrWhiteSpace(content.Basis))
            yield return new(nameof(content.Basis), "Documents.Missing.OrderBasis");
        if (string.IsNullOrWhiteSpace(content.Body))
            yield return new(nameof(content.Body), "Documents.Missing.OrderText");
        if (string.IsNullOrWhiteSpace(content.Lead))
            yield return new(nameof(content.Lead), "Documents.Missing.Lead");
        if (content.DueOn is null)
            yield return new(nameof(content.DueOn), "Documents.Missing.OrderDue");
        if (content.IsControlled && string.IsNullOrWhiteSpace(content.Controller))
            yield return new(nameof(content.Controller), "Documents.Missing.Controller");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, OrderBody content)
    {
        var t = Texts.In(face.Language);
        return new LetterContent(
            face.Requisites(), new DocumentAddressee(), face.Heading,
            string.Join("\n\n", new[] { face.Correction, content.Basis }.Where(p => !string.IsNullOrWhiteSpace(p))), [face.Signature])
        {
            Unit = face.UnitName,
            Kind = t.Of(content.Title),
            Facts = [.. Facts(content, Dates.In(face.Language), t)],
            Clauses = ClauseText.Points(content.Body),
            Attachments = [.. content.Attachments.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static IEnumerable<DocumentFact> Facts(OrderBody content, Dates dates, Texts t)
    {
        yield return new(t["Documents.Order.Lead"], content.Lead ?? "");
        if (ClauseText.Lines(content.Executors) is { Length: > 0 } others)
            yield return new(t["Documents.Order.Executors"], string.Join('\n', others));
        if (content.DueOn is { } due)
            yield return new(t["Shared.Field.Due"], t["Documents.Minutes.DueText", dates.DeadlineInWords(due)]);
        if (content.IsControlled)
            yield return new(t["Documents.Order.Control"], t["Documents.Order.ControlText", content.Controller]);
    }
}
