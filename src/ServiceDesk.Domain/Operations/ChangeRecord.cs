namespace ServiceDesk.Domain.Operations;

/// <summary>What somebody changed who runs the desk.</summary>
public enum ChangedThing
{
    /// <summary>A unit of the tree.</summary>
    Unit,

    /// <summary>An employee.</summary>
    Employee,

    /// <summary>A sign-in account.</summary>
    Account,

    /// <summary>What is demanded of everybody who holds a role.</summary>
    RoleDemand,

    /// <summary>A template of letters.</summary>
    Template,

    /// <summary>A text module.</summary>
    TextModule,

    /// <summary>A link for letters.</summary>
    UsefulLink,

    /// <summary>A category of cases and who answers for it.</summary>
    Category,

    /// <summary>A service a client may name.</summary>
    Service,

    /// <summary>A rule that sends new cases to a unit.</summary>
    Route,

    /// <summary>A day of the working calendar.</summary>
    CalendarDay,

    /// <summary>A rule of the standard.</summary>
    Rule,

    /// <summary>How long a kind of record is kept.</summary>
    RetentionTerm,

    /// <summary>The municipality's part of the record of processing.</summary>
    ProcessingRecord,

    /// <summary>A privacy notice.</summary>
    PrivacyNotice,

    /// <summary>What people may consent to.</summary>
    ConsentPurpose,

    /// <summary>A target group of clients.</summary>
    TargetGroup,

    /// <summary>A block of text for documents.</summary>
    DocumentBlock,
}

/// <summary>What was done to it.</summary>
public enum ChangeAction
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>Some of its values are others now.</summary>
    Changed,

    /// <summary>It is out of use; its history stays.</summary>
    Retired,

    /// <summary>It is in use again.</summary>
    Restored,
}

/// <summary>
/// One change by somebody who runs the desk: written in the same save as the change, never changed itself. Passwords, keys and
/// codes are never among its values, only that they were changed.
/// </summary>
public sealed class ChangeRecord
{
    /// <summary>Longest reason kept.</summary>
    public const int LongestReason = 1000;

    private ChangeRecord()
    {
    }

    /// <summary>A record.</summary>
    /// <param name="at">Now, UTC.</param>
    /// <param name="byId">The employee, or null for the command line and for administrators without one.</param>
    /// <param name="byName">Name as the history shows it.</param>
    /// <param name="thing">Kind of thing.</param>
    /// <param name="key">Which one; at most 100 characters.</param>
    /// <param name="name">Name of the thing at the time; shortened to 300 characters.</param>
    /// <param name="action">What was done.</param>
    /// <param name="before">Named values before, as a JSON object; empty when there were none.</param>
    /// <param name="after">Named values after, as a JSON object; empty when there are none.</param>
    /// <param name="reason">Why, if somebody said so; shortened to <see cref="LongestReason"/>.</param>
    public ChangeRecord(
        DateTimeOffset at, Guid? byId, string byName, ChangedThing thing, string key, string name, ChangeAction action, string before, string after, string? reason) =>
        (At, ById, ByName, Thing, Key, Name, Action, Before, After, Reason) =
        (at, byId, byName, thing, key, Short(name, 300), action, before, after, string.IsNullOrWhiteSpace(reason) ? null : Short(reason.Trim(), LongestReason));

    /// <summary>Key of the record.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The employee, or null for the command line and for administrators without one.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Who, as the history shows it.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Kind of thing.</summary>
    public ChangedThing Thing { get; private set; }

    /// <summary>Which one.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Name of the thing at the time.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What was done.</summary>
    public ChangeAction Action { get; private set; }

    /// <summary>Named values before, as a JSON object.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Named values after, as a JSON object.</summary>
    public string After { get; private set; } = "";

    /// <summary>Why, if somebody said so.</summary>
    public string? Reason { get; private set; }

    private static string Short(string text, int length) => text.Length > length ? text[..length] : text;
}
