namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>Minutes of a meeting (protokols): who met, what was said, how they voted, what was decided. Its chair is who signs the document.</summary>
public sealed record MinutesBody : DocumentBody
{
    /// <summary>The body that met: a commission, a working group.</summary>
    public string? Body { get; init; }

    /// <summary>Number of the meeting, as the body counts its meetings.</summary>
    public string? MeetingNumber { get; init; }

    /// <summary>Where they met.</summary>
    public string? Place { get; init; }

    /// <summary>The local day.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>When it was opened, local.</summary>
    public TimeOnly? OpenedAt { get; init; }

    /// <summary>When it was closed, local; after midnight when it is before the opening.</summary>
    public TimeOnly? ClosedAt { get; init; }

    /// <summary>Who wrote the minutes: name and surname.</summary>
    public string? MinuteTaker { get; init; }

    /// <summary>Their post.</summary>
    public string? MinuteTakerPost { get; init; }

    /// <summary>Members who were there, a line each.</summary>
    public string? Present { get; init; }

    /// <summary>Members who were not, each with the reason as post.</summary>
    public IReadOnlyList<PersonLine> Absent { get; init; } = [];

    /// <summary>Others who were asked to come, a line each.</summary>
    public string? Invited { get; init; }

    /// <summary>The agenda, item by item.</summary>
    public IReadOnlyList<MinutesItem> Items { get; init; } = [];

    /// <summary>Where the recording is.</summary>
    public string? Recording { get; init; }

    /// <summary>What goes along.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() =>
        [Body, MeetingNumber, Place, MinuteTaker, Present, Invited, .. Absent.Select(a => a.Name), .. Items.SelectMany(i => i.Words()), .. Attachments.Select(a => a.Title)];
}

/// <summary>An item of the agenda and what became of it.</summary>
public sealed record MinutesItem
{
    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>Who spoke.</summary>
    public string? Speakers { get; init; }

    /// <summary>The gist of what was said.</summary>
    public string? Gist { get; init; }

    /// <summary>What was proposed.</summary>
    public string? Proposals { get; init; }

    /// <summary>Votes for; null when there was no vote.</summary>
    public int? For { get; init; }

    /// <summary>Votes against.</summary>
    public int? Against { get; init; }

    /// <summary>Those who abstained.</summary>
    public int? Abstained { get; init; }

    /// <summary>What was decided.</summary>
    public string? Decision { get; init; }

    /// <summary>Who carries it out.</summary>
    public string? Responsible { get; init; }

    /// <summary>The local day by which.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether nothing is said of it.</summary>
    public bool IsEmpty => !HasVote && DueOn is null && Words().All(string.IsNullOrWhiteSpace);

    /// <summary>Whether anything is said of a vote.</summary>
    public bool HasVote => For is not null || Against is not null || Abstained is not null;

    /// <summary>Whether all three figures of the vote are there.</summary>
    public bool IsVoteWhole => For is not null && Against is not null && Abstained is not null;

    /// <summary>Everything of it that is looked up.</summary>
    public IEnumerable<string?> Words() => [Title, Speakers, Gist, Proposals, Decision, Responsible];
}
