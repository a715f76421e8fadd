using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>Why a clock was missed.</summary>
public enum BreachCause
{
    /// <summary>Passed on too late between units.</summary>
    HandedOverLate,

    /// <summary>An outside supplier or body was waited for.</summary>
    AwaitedThirdParty,

    /// <summary>Somebody was away and nobody stood in.</summary>
    AbsenceWithoutStandIn,

    /// <summary>Too much work at once.</summary>
    Workload,

    /// <summary>The letter was written but did not leave the house.</summary>
    NotSent,

    /// <summary>Forgotten or overlooked.</summary>
    Overlooked,

    /// <summary>The rule or calendar changed after receipt; not the employee's doing.</summary>
    RuleChanged,

    /// <summary>Something else, told in the explanation.</summary>
    Other,
}

/// <summary>Where the explanation of a breach stands.</summary>
public enum BreachState
{
    /// <summary>The owner owes a cause and an explanation.</summary>
    AwaitingExplanation,

    /// <summary>Explained; the head has not looked yet.</summary>
    Explained,

    /// <summary>The head accepted the explanation.</summary>
    Accepted,

    /// <summary>The head returned it with a remark; the owner owes another.</summary>
    Returned,
}

/// <summary>
/// A clock that was missed. It stays what it is whatever comes later: the owner gives a cause and an explanation, the
/// head accepts or returns it, and it feeds quality work (SIG 21.1, 34).
/// </summary>
public sealed class Breach : IVersioned
{
    private Breach()
    {
    }

    /// <summary>The breach of a clock of a case. The unit and the person are those responsible on the day it is found.</summary>
    public Breach(Case item, Clock clock, DateTimeOffset detectedAt)
    {
        CaseId = item.Id;
        ClockId = clock.Id;
        Layer = clock.Layer;
        RuleId = clock.RuleId;
        Clause = clock.Clause;
        UnitId = item.UnitId;
        OwnerId = item.AssigneeId;
        Channel = item.Channel;
        DueOn = clock.DueOn;
        BreachedOn = clock.LateFromOn;
        DetectedAt = detectedAt;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The clock; one breach at most per clock.</summary>
    public Guid ClockId { get; private set; }

    /// <summary>Service promise, personal promise or statute: reported apart.</summary>
    public Layer Layer { get; private set; }

    /// <summary>The rule that was missed.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>Its clause.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>The unit responsible.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The person responsible, or null when nobody was named.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>How the case came in.</summary>
    public Channel Channel { get; private set; }

    /// <summary>The last day on which it would have been in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The first day of lateness, local. True also when the job that finds breaches stood still for days.</summary>
    public DateOnly BreachedOn { get; private set; }

    /// <summary>When the job found it, UTC.</summary>
    public DateTimeOffset DetectedAt { get; private set; }

    /// <summary>When it was at last answered, UTC; null while still owed.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Where the explanation stands.</summary>
    public BreachState State { get; private set; }

    /// <summary>Cause, once explained.</summary>
    public BreachCause? Cause { get; private set; }

    /// <summary>Explanation, once given, at most 2,000 characters.</summary>
    public string? Explanation { get; private set; }

    /// <summary>Who explained.</summary>
    public Guid? ExplainedById { get; private set; }

    /// <summary>When it was explained, UTC.</summary>
    public DateTimeOffset? ExplainedAt { get; private set; }

    /// <summary>The head's remark when returned.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who accepted or returned it.</summary>
    public Guid? ReviewedById { get; private set; }

    /// <summary>When it was accepted or returned, UTC.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Highest level told so far: 0 nobody, 1 the owner and the first level, and so on up the chain.</summary>
    public int EscalationLevel { get; private set; }

    /// <summary>Gives cause and explanation.</summary>
    public void Explain(BreachCause cause, string? explanation, Actor by, DateTimeOffset at)
    {
        if (State == BreachState.Accepted)
            throw new Refusal("Deadlines.Refusal.BreachAccepted");
        if (string.IsNullOrWhiteSpace(explanation))
            throw new Refusal("Deadlines.Refusal.ExplanationMissing");
        if (explanation.Trim().Length > 2000)
            throw new Refusal("Deadlines.Refusal.ExplanationTooLong", 2000);
        (Cause, Explanation, ExplainedById, ExplainedAt, State) = (cause, explanation.Trim(), by.EmployeeId, at, BreachState.Explained);
    }

    /// <summary>The head accepts the explanation. Nobody accepts their own.</summary>
    public void Accept(Actor by, DateTimeOffset at)
    {
        RefuseReviewBy(by);
        (State, ReviewedById, ReviewedAt, Remark) = (BreachState.Accepted, by.EmployeeId, at, null);
    }

    /// <summary>The head returns the explanation with a remark.</summary>
    public void Return(string? remark, Actor by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(remark))
            throw new Refusal("Deadlines.Refusal.RemarkMissing");
        RefuseReviewBy(by);
        (State, ReviewedById, ReviewedAt, Remark) = (BreachState.Returned, by.EmployeeId, at, remark.Trim());
    }

    /// <summary>The next level of the chain was told.</summary>
    public void EscalateTo(int level) => EscalationLevel = Math.Max(EscalationLevel, level);

    /// <summary>The late answer left the house, or nothing is owed any more.</summary>
    public void Settle(DateTimeOffset at) => SettledAt ??= at;

    /// <summary>The merge of two cases was undone: the clock is again the case's own, and owed still if what was sent meanwhile answered the other.</summary>
    public void ComeBack(Guid caseId, bool isOwed)
    {
        CaseId = caseId;
        if (isOwed)
            SettledAt = null;
    }

    private void RefuseReviewBy(Actor by)
    {
        if (State != BreachState.Explained)
            throw new Refusal("Deadlines.Refusal.NothingToReview");
        if (by.EmployeeId is not null && by.EmployeeId == ExplainedById)
            throw new Refusal("Deadlines.Refusal.OwnExplanation");
    }
}
