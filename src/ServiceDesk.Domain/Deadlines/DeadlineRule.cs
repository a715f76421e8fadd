namespace ServiceDesk.Domain.Deadlines;

/// <summary>Where a clock comes from. Breaches of a promise and of a statute are reported apart.</summary>
public enum Layer
{
    /// <summary>The municipality's own service standard.</summary>
    Service,

    /// <summary>A date or time an employee gave (SIG 6.2.1, 21.1, 23.2).</summary>
    PersonalPromise,

    /// <summary>The law in force on the day of receipt.</summary>
    Statute,
}

/// <summary>Who wrote.</summary>
public enum Audience
{
    /// <summary>A citizen, an enterprise, another institution (SIG 4.1).</summary>
    External,

    /// <summary>A colleague (SIG 4.2).</summary>
    Internal,
}

/// <summary>When a rule starts its clock.</summary>
public enum RuleStart
{
    /// <summary>By itself, when an item it applies to is received.</summary>
    Receipt,

    /// <summary>Only when somebody decides so (not competent, complex), counted from the day of receipt all the same.</summary>
    Decision,
}

/// <summary>What meets a clock. A substantive reply meets every clock.</summary>
public enum MeetingEvent
{
    /// <summary>A substantive reply has left the house.</summary>
    Reply,

    /// <summary>Receipt has been confirmed with number, unit and term.</summary>
    Acknowledgement,

    /// <summary>The item has been forwarded, or the submitter told whom to address.</summary>
    Forwarding,
}

/// <summary>One rule of a standard or of the law: from it a case gets a clock.</summary>
public sealed record DeadlineRule
{
    /// <summary>Stable word, <c>external-reply</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The clause it comes from, <c>SIG 21.1</c>.</summary>
    public required string Clause { get; init; }

    /// <summary>What it is called.</summary>
    public required Wording Name { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Layer Layer { get; init; }

    /// <summary>Whose items it is for.</summary>
    public Audience Audience { get; init; }

    /// <summary>How long.</summary>
    public required Term Term { get; init; }

    /// <summary>What happens when a calendar or month term ends on a free day.</summary>
    public RollForward RollForward { get; init; }

    /// <summary>Channels it is for (names of the channel enum); empty for every channel.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Kinds of item it is for (names of the kind enum); empty for every kind.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether only formal submissions carry it (Submissions Law s. 2).</summary>
    public bool FormalOnly { get; init; }

    /// <summary>Whether it starts by itself.</summary>
    public RuleStart Starts { get; init; }

    /// <summary>What meets it.</summary>
    public MeetingEvent Meets { get; init; }

    /// <summary>Whether an interim reply with reason and date meets it and starts a promise (SIG 21.1).</summary>
    public bool InterimAllowed { get; init; }

    /// <summary>Whether a notice of receipt is enough (SIG 23.1, JEL 20.1).</summary>
    public bool AcknowledgementMeets { get; init; }

    /// <summary>The latest day a statutory extension may reach, counted from receipt; null when the law allows none.</summary>
    public Term? ExtensionLimit { get; init; }

    /// <summary>For a rule of the law: the row of the statutory table as the number yyyymmdd of its first day; 0 for a rule of a standard.</summary>
    public int Edition { get; init; }

    /// <summary>Whether an item carries this rule.</summary>
    public bool AppliesTo(ReceivedItem item) =>
        item.Audience == Audience
        && (!FormalOnly || item.IsFormal)
        && (Channels.Count == 0 || Channels.Contains(item.Channel))
        && (Kinds.Count == 0 || Kinds.Contains(item.Kind));
}

/// <summary>What a rule wants to know about an item.</summary>
/// <param name="Audience">Who wrote.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Kind">Name of the kind.</param>
/// <param name="IsFormal">Whether it is a formal submission (Submissions Law s. 2).</param>
public sealed record ReceivedItem(Audience Audience, string Channel, string Kind, bool IsFormal);
