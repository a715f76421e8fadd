using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Protection;

/// <summary>What was done about a personal-data breach.</summary>
public enum DataBreachEventKind
{
    /// <summary>Entered in the register.</summary>
    Reported,

    /// <summary>What is known was written anew.</summary>
    Described,

    /// <summary>The moment of discovery was corrected.</summary>
    DiscoveryCorrected,

    /// <summary>The risk was judged.</summary>
    Assessed,

    /// <summary>Decided whether the authority is told.</summary>
    AuthorityDecided,

    /// <summary>The authority was told.</summary>
    AuthorityNotified,

    /// <summary>Decided whether the people concerned are told.</summary>
    PersonsDecided,

    /// <summary>The people concerned were told.</summary>
    PersonsNotified,

    /// <summary>A remark.</summary>
    Noted,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Opened again.</summary>
    Reopened,
}

/// <summary>One link in the chain of events. Never changed, never deleted.</summary>
public sealed class DataBreachEvent
{
    private DataBreachEvent()
    {
    }

    internal DataBreachEvent(Guid breachId, DataBreachEventKind kind, Actor by, DateTimeOffset at, string? text, BreachRisk? risk, NotifyDecision? decision, DateTimeOffset? toldAt) =>
        (BreachId, Kind, ById, By, At, Text, Risk, Decision, ToldAt) = (breachId, kind, by.EmployeeId, by.Name, at, text, risk, decision, toldAt);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The breach.</summary>
    public Guid BreachId { get; private set; }

    /// <summary>What was done.</summary>
    public DataBreachEventKind Kind { get; private set; }

    /// <summary>Who.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>In words: the reason, the remark, the way.</summary>
    public string? Text { get; private set; }

    /// <summary>The risk as judged then.</summary>
    public BreachRisk? Risk { get; private set; }

    /// <summary>The decision made.</summary>
    public NotifyDecision? Decision { get; private set; }

    /// <summary>When the authority or the people were told, UTC.</summary>
    public DateTimeOffset? ToldAt { get; private set; }
}
