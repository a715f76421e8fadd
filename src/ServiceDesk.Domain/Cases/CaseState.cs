namespace ServiceDesk.Domain.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Received, nobody answers for it yet.</summary>
    New,

    /// <summary>Somebody answers for it.</summary>
    InProgress,

    /// <summary>We asked the client something and wait. No term stops meanwhile.</summary>
    Waiting,

    /// <summary>A substantive reply left the house; the case is not closed yet.</summary>
    Answered,

    /// <summary>Closed with an outcome.</summary>
    Closed,
}

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>What was asked is done.</summary>
    Granted,

    /// <summary>Done in part.</summary>
    PartlyGranted,

    /// <summary>Refused, with reasons.</summary>
    Refused,

    /// <summary>Explained; nothing had to be done.</summary>
    Explained,

    /// <summary>Thanks passed on.</summary>
    ThanksPassedOn,

    /// <summary>Another body answers; the client was told.</summary>
    Forwarded,

    /// <summary>Left without examination, with the reason (Submissions Law s. 7).</summary>
    LeftUnexamined,

    /// <summary>The client took it back.</summary>
    Withdrawn,

    /// <summary>The client wants no reply; outside the on-time rate.</summary>
    NoReplyWanted,

    /// <summary>Merged into another case, which answers for both.</summary>
    Merged,
}
