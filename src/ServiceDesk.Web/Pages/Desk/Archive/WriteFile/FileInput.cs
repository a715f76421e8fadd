using ServiceDesk.Domain.Archive;

namespace ServiceDesk.Web.Pages.Desk.Archive.WriteFile;

/// <summary>A line of the nomenclature as it is typed.</summary>
public sealed class FileInput
{
    public string? Index { get; set; }

    public string? Title { get; set; }

    public FileMedium Medium { get; set; }

    public FileTerm Term { get; set; }

    public int? Years { get; set; } = 5;

    public string? OtherRule { get; set; }

    public string? Basis { get; set; }

    public Guid UnitId { get; set; }

    public Guid? TopicId { get; set; }

    public string? Remarks { get; set; }

    public List<string> Takes { get; set; } = [];

    public static FileInput Of(FileSpec spec) => new()
    {
        Index = spec.Index,
        Title = spec.Title,
        Medium = spec.Medium,
        Term = spec.Term,
        Years = spec.Years,
        OtherRule = spec.OtherRule,
        Basis = spec.Basis,
        UnitId = spec.UnitId,
        TopicId = spec.TopicId,
        Remarks = spec.Remarks,
        Takes = [.. spec.Takes],
    };

    public FileSpec Spec() => new()
    {
        Index = Index ?? "",
        Title = Title ?? "",
        Medium = Medium,
        Term = Term,
        Years = Years,
        OtherRule = OtherRule,
        Basis = Basis ?? "",
        UnitId = UnitId,
        TopicId = TopicId,
        Remarks = Remarks,
        Takes = Takes,
    };
}
