using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Domain.Cases;

/// <summary>Everything known when a case is registered.</summary>
public sealed record Receipt
{
    /// <summary>The register that numbers it.</summary>
    public required Register Register { get; init; }

    /// <summary>Year of registration, local.</summary>
    public required int Year { get; init; }

    /// <summary>Sequence allotted, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The form's one-time token, if a form made it.</summary>
    public Guid? SubmissionToken { get; init; }

    /// <summary>What the client wants.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>How it reached us.</summary>
    public required Channel Channel { get; init; }

    /// <summary>External client or colleague.</summary>
    public Audience Audience { get; init; } = Audience.External;

    /// <summary>Formal submission in the sense of the Submissions Law.</summary>
    public bool IsFormal { get; init; }

    /// <summary>Subject, 1 to 200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>What the client wrote or said.</summary>
    public required string Text { get; init; }

    /// <summary>Place or institution.</summary>
    public string? Place { get; init; }

    /// <summary>Topic, if known.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Service the client named, if any.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>The unit that answers.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The person who answers, if known.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Who registers it.</summary>
    public required Actor RegisteredBy { get; init; }

    /// <summary>What the client told about themselves.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Language for letters: lv, en or ru.</summary>
    public string Language { get; init; } = "lv";

    /// <summary>The version of the privacy notice shown where it was collected, if one was.</summary>
    public Guid? PrivacyNoticeId { get; init; }

    /// <summary>When it reached the channel, UTC; not after <see cref="RegisteredAt"/>.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Local day on which it reached the channel.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}
