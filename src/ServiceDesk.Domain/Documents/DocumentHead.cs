using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Documents;

/// <summary>What every document carries beside its content, as it is set while the document is written.</summary>
public sealed record DocumentHead
{
    /// <summary>Longest subject, characters.</summary>
    public const int MaxSubject = 300;

    /// <summary>What it is about, without "Par".</summary>
    public required string Subject { get; init; }

    /// <summary>Language of the text: lv, en or ru. Documents of the house are in Latvian or come with a translation (Valsts valodas likums s. 10).</summary>
    public string Language { get; init; } = "lv";

    /// <summary>The unit in whose name it is written.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Who signs, when somebody of the house.</summary>
    public Guid? SignatoryId { get; init; }

    /// <summary>Name and surname of who signs.</summary>
    public string? SignatoryName { get; init; }

    /// <summary>Their post, as under the signature.</summary>
    public string? SignatoryPost { get; init; }

    /// <summary>Whether it is to be signed electronically: the printed form then says so.</summary>
    public bool IsSignedElectronically { get; init; } = true;

    /// <summary>Whether access is restricted.</summary>
    public DocumentAccessMark Access { get; init; }

    /// <summary>On what ground access is restricted.</summary>
    public string? AccessBasis { get; init; }

    /// <summary>The last local day of the restriction; null when only the ground ends it.</summary>
    public DateOnly? AccessUntil { get; init; }

    /// <summary>The head without needless spaces. Refuses an empty or too long subject and a restriction without ground.</summary>
    internal DocumentHead Checked()
    {
        var subject = (Subject ?? "").ReplaceLineEndings(" ").Trim();
        if (subject.Length == 0)
            throw new Refusal("Documents.Refusal.SubjectMissing");
        if (subject.Length > MaxSubject)
            throw new Refusal("Documents.Refusal.SubjectTooLong", MaxSubject);
        if (Access == DocumentAccessMark.Restricted && string.IsNullOrWhiteSpace(AccessBasis))
            throw new Refusal("Documents.Refusal.BasisMissing");
        return this with
        {
            Subject = subject,
            SignatoryName = Blank(SignatoryName),
            SignatoryPost = Blank(SignatoryPost),
            AccessBasis = Access == DocumentAccessMark.Restricted ? AccessBasis!.Trim() : null,
            AccessUntil = Access == DocumentAccessMark.Restricted ? AccessUntil : null,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
