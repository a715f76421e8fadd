namespace ServiceDesk.Domain.Operations;

/// <summary>What somebody read.</summary>
public enum ReadThing
{
    /// <summary>A complaint or a confidential case: its content.</summary>
    Case,

    /// <summary>A file of such a case.</summary>
    CaseFile,

    /// <summary>A client's card.</summary>
    Client,

    /// <summary>A personal code in full.</summary>
    PersonalCode,

    /// <summary>A list of clients taken away as a file.</summary>
    ClientList,

    /// <summary>A list of cases taken away as a file.</summary>
    CaseList,

    /// <summary>The log of letters taken away as a file.</summary>
    MessageList,

    /// <summary>The list of breaches of the standard taken away as a file.</summary>
    BreachList,

    /// <summary>A person's request about their data.</summary>
    PersonRequest,

    /// <summary>Everything known of a person.</summary>
    PersonData,

    /// <summary>Addresses of people who consented to letters, taken away as a file.</summary>
    SubscriberList,

    /// <summary>This log itself, taken away as a file.</summary>
    AccessLog,

    /// <summary>A document of restricted access.</summary>
    Document,

    /// <summary>An improvement task that concerns a person.</summary>
    Improvement,
}

/// <summary>Why it was read.</summary>
public enum ReadPurpose
{
    /// <summary>To handle the matter: the reader answers for it.</summary>
    Handling,

    /// <summary>To oversee the work of others, or to audit it.</summary>
    Oversight,

    /// <summary>To answer a request of the person the data is about.</summary>
    PersonRequest,

    /// <summary>For a reason the reader gave in their own words.</summary>
    Stated,

    /// <summary>An emergency in which the usual limits were lifted, with a reason.</summary>
    BreakGlass,

    /// <summary>The ethics commission examines what was passed to it.</summary>
    Commission,
}

/// <summary>How it was read.</summary>
public enum ReadWay
{
    /// <summary>On a page.</summary>
    Page,

    /// <summary>On a page made for paper.</summary>
    Print,

    /// <summary>Taken away as a table or an archive.</summary>
    Export,

    /// <summary>A single file was handed out.</summary>
    File,

    /// <summary>Something usually hidden was shown.</summary>
    Reveal,
}

/// <summary>
/// One reading of what not everybody may read: who, when, what and why. Never changed but that the same reading again within
/// <see cref="Together"/> counts here instead of filling the log. Holds no content: a label is a number, never a name.
/// </summary>
public sealed class ReadRecord
{
    /// <summary>Longest key.</summary>
    public const int LongestKey = 100;

    /// <summary>Longest label.</summary>
    public const int LongestLabel = 100;

    /// <summary>Longest reason kept.</summary>
    public const int LongestReason = 1000;

    /// <summary>Readings of the same thing by the same person in the same way no further apart than this are one line.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromMinutes(15);

    private ReadRecord()
    {
    }

    /// <summary>A record.</summary>
    /// <param name="at">Now, UTC.</param>
    /// <param name="byId">The employee, or null for whoever has none.</param>
    /// <param name="byName">Name as the log shows it.</param>
    /// <param name="thing">Kind of thing.</param>
    /// <param name="key">Which one.</param>
    /// <param name="label">What people know it by; a number, no personal data.</param>
    /// <param name="way">How.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="reason">Why, in the reader's words, where it was asked; shortened to <see cref="LongestReason"/>.</param>
    /// <param name="clientId">Whose data it is, where one card says so.</param>
    public ReadRecord(
        DateTimeOffset at, Guid? byId, string byName, ReadThing thing, string key, string label, ReadWay way, ReadPurpose purpose, string? reason = null, Guid? clientId = null)
    {
        (At, LastAt, ById, ByName, Thing, Key, Way, Purpose, ClientId) = (at, at, byId, byName, thing, key, way, purpose, clientId);
        Label = label.Length > LongestLabel ? label[..LongestLabel] : label;
        if (!string.IsNullOrWhiteSpace(reason))
            Reason = reason.Trim() is { Length: > LongestReason } @long ? @long[..LongestReason] : reason.Trim();
    }

    /// <summary>Key of the record.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When, UTC; the first time, where it was read again soon after.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The last time of this line, UTC.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>How many times between the two.</summary>
    public int Times { get; private set; } = 1;

    /// <summary>The employee, or null for whoever has none.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who, as the log shows it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Kind of thing.</summary>
    public ReadThing Thing { get; private set; }

    /// <summary>Which one.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What people know it by: a case number, the number of a card.</summary>
    public string Label { get; private set; } = "";

    /// <summary>How.</summary>
    public ReadWay Way { get; private set; }

    /// <summary>Why.</summary>
    public ReadPurpose Purpose { get; private set; }

    /// <summary>Why, in the reader's words, where it was asked.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whose data it is, where one card says so.</summary>
    public Guid? ClientId { get; private set; }
}
