using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <summary>What two cases have to do with each other.</summary>
public enum CaseLinkKind
{
    /// <summary>Saistīta: about the same thing, each answered on its own.</summary>
    Related,

    /// <summary>Dublikāts: the same client asked the same before.</summary>
    Duplicate,

    /// <summary>Apvienota: the first case was merged into the second, which answers both.</summary>
    Merged,

    /// <summary>Sadalīta: the second case was split off from the first.</summary>
    Split,

    /// <summary>Turpinājums: the second case goes on where the first, closed, ended.</summary>
    FollowUp,

    /// <summary>Iekšējs pieprasījums: the second case asks a colleague for what the first needs.</summary>
    Inquiry,
}

/// <summary>How a link stands.</summary>
public enum CaseLinkState
{
    /// <summary>Holds.</summary>
    Standing,

    /// <summary>The system thinks so; nobody has said yes or no.</summary>
    Suggested,

    /// <summary>Taken away, or a suggestion that somebody declined. Kept, so that it can be put back and is not suggested again.</summary>
    Removed,
}

/// <summary>
/// Two cases that belong together. The direction is from the earlier step to the later: from the merged case to the one that answers, from
/// the original to what was split off, followed or asked. A link gives nobody a right to read the other case, and touches no clock.
/// </summary>
public sealed class CaseLink
{
    /// <summary>Longest reason, characters.</summary>
    public const int MaxReasonLength = 500;

    private CaseLink()
    {
    }

    /// <summary>Links two cases; one link at most per kind and direction. Refused for a case with itself.</summary>
    /// <param name="kind">What they have to do with each other.</param>
    /// <param name="fromId">The case the step began at.</param>
    /// <param name="toId">The case it led to.</param>
    /// <param name="by">Who links; <see cref="Actor.System"/> for the system.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="reason">Why, if told.</param>
    public CaseLink(CaseLinkKind kind, Guid fromId, Guid toId, Actor by, DateTimeOffset at, string? reason = null)
    {
        if (fromId == toId)
            throw new Refusal("Cases.Refusal.LinkToItself");
        (Kind, FromId, ToId) = (kind, fromId, toId);
        Say(CaseLinkState.Standing, by, at, reason);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What they have to do with each other.</summary>
    public CaseLinkKind Kind { get; private set; }

    /// <summary>How the link stands.</summary>
    public CaseLinkState State { get; private set; }

    /// <summary>The case the step began at.</summary>
    public Guid FromId { get; private set; }

    /// <summary>The case it led to.</summary>
    public Guid ToId { get; private set; }

    /// <summary>Who last said how it stands; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name at that time; empty for the system.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When that was, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Why, in their words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Two cases that look like the same; somebody decides.</summary>
    public static CaseLink Suggest(Guid fromId, Guid toId, DateTimeOffset at)
    {
        var link = new CaseLink(CaseLinkKind.Duplicate, fromId, toId, Actor.System, at);
        link.State = CaseLinkState.Suggested;
        return link;
    }

    /// <summary>Takes the link away, or declines what was suggested.</summary>
    public void Remove(Actor by, DateTimeOffset at) => Say(CaseLinkState.Removed, by, at, Reason);

    /// <summary>Puts the link back, or accepts what was suggested.</summary>
    public void Restore(Actor by, DateTimeOffset at, string? reason = null) => Say(CaseLinkState.Standing, by, at, reason ?? Reason);

    /// <summary>The case at the other end.</summary>
    public Guid Other(Guid caseId) => caseId == FromId ? ToId : FromId;

    private void Say(CaseLinkState state, Actor by, DateTimeOffset at, string? reason)
    {
        var told = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (told?.Length > MaxReasonLength)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxReasonLength);
        (State, ById, ByName, At, Reason) = (state, by.EmployeeId, by.Name, at, told);
    }
}
