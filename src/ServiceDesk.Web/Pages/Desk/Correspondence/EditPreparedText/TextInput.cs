using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.EditPreparedText;

/// <summary>A prepared text as typed.</summary>
public sealed class TextInput
{
    public string? Name { get; set; }

    public Guid? UnitId { get; set; }

    public CaseKind? CaseKind { get; set; }

    public Guid? TopicId { get; set; }

    public LetterKind? Letter { get; set; }

    public CaseState? State { get; set; }

    public string? Language { get; set; }

    public string? Salutation { get; set; }

    public string? Body { get; set; }

    public string? NextSteps { get; set; }

    public string? Code { get; set; }

    public string? TextLv { get; set; }

    public string? TextEn { get; set; }

    public string? TextRu { get; set; }

    public string? Url { get; set; }

    /// <summary>Kind of document and its part: <c>Letter.Text</c>.</summary>
    public string? Spot { get; set; }

    public int Version { get; set; }

    public PreparedContent Content => new()
    {
        Name = Name,
        UnitId = UnitId,
        CaseKind = CaseKind,
        TopicId = TopicId,
        Letter = Letter,
        State = State,
        Language = Language,
        Salutation = Salutation,
        Body = Body,
        NextSteps = NextSteps,
        Code = Code,
        TextLv = TextLv,
        TextEn = TextEn,
        TextRu = TextRu,
        Url = Url,
        DocumentKind = SpotPart<DocumentKind>(0),
        Place = SpotPart<BlockPlace>(1),
    };

    public static TextInput Of(PreparedContent c, int version) => new()
    {
        Name = c.Name,
        UnitId = c.UnitId,
        CaseKind = c.CaseKind,
        TopicId = c.TopicId,
        Letter = c.Letter,
        State = c.State,
        Language = c.Language,
        Salutation = c.Salutation,
        Body = c.Body,
        NextSteps = c.NextSteps,
        Code = c.Code,
        TextLv = c.TextLv,
        TextEn = c.TextEn,
        TextRu = c.TextRu,
        Url = c.Url,
        Spot = c.DocumentKind is { } kind ? $"{kind}.{c.Place}" : null,
        Version = version,
    };

    private TPart? SpotPart<TPart>(int at)
        where TPart : struct, Enum =>
        Spot?.Split('.') is [_, _] parts && Enum.TryParse(parts[at], out TPart part) && Enum.IsDefined(part) ? part : null;
}
