using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Circulation;

/// <summary>What is asked of somebody on the route.</summary>
public enum RouteTask
{
    /// <summary>A visa (saskaņošana): they have checked it in their field.</summary>
    Visa,

    /// <summary>An approval (apstiprināšana): they decide that it is to be so.</summary>
    Approval,
}

/// <summary>Where a step of a route stands.</summary>
public enum RouteStepState
{
    /// <summary>Its turn is still to come.</summary>
    Ahead,

    /// <summary>Waits for an answer.</summary>
    Waiting,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Sent back with a reason.</summary>
    Returned,

    /// <summary>The route was withdrawn before anybody answered here.</summary>
    Dropped,
}

/// <summary>Whom a step is for: a person, whoever heads a unit, or anybody of a unit.</summary>
/// <param name="EmployeeId">The person; null when it is for a unit.</param>
/// <param name="UnitId">The unit; null when it is for a person.</param>
/// <param name="IsForHead">Whether only the head of the unit answers.</param>
public sealed record RouteRecipient(Guid? EmployeeId, Guid? UnitId, bool IsForHead = false);

/// <summary>A step of a route as it is planned.</summary>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Task">What is asked.</param>
/// <param name="Days">Working days to answer, from the day after it reached them.</param>
public sealed record PlannedStep(RouteRecipient Recipient, RouteTask Task, int Days);

/// <summary>One of those a draft goes to.</summary>
public sealed class RouteStep
{
    /// <summary>Most working days for an answer.</summary>
    public const int MaxDays = 60;

    private RouteStep()
    {
    }

    internal RouteStep(Guid routeId, Guid documentId, int place, PlannedStep planned) =>
        (RouteId, DocumentId, Place, EmployeeId, UnitId, IsForHead, Task, Days) =
        (routeId, documentId, place, planned.Recipient.EmployeeId, planned.Recipient.UnitId, planned.Recipient.IsForHead, planned.Task, planned.Days);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The route.</summary>
    public Guid RouteId { get; private set; }

    /// <summary>The document: who is asked reads it on this ground.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Place in the order, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>The person asked; null when it is for a unit.</summary>
    public Guid? EmployeeId { get; private set; }

    /// <summary>The unit asked; null when it is for a person.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Whether only the head of the unit answers.</summary>
    public bool IsForHead { get; private set; }

    /// <summary>What is asked.</summary>
    public RouteTask Task { get; private set; }

    /// <summary>Working days to answer.</summary>
    public int Days { get; private set; }

    /// <summary>Where it stands.</summary>
    public RouteStepState State { get; private set; }

    /// <summary>When it reached them, UTC.</summary>
    public DateTimeOffset? ReachedAt { get; private set; }

    /// <summary>The local day by which an answer is due.</summary>
    public DateOnly? DueOn { get; private set; }

    internal void Reach(DateTimeOffset at, Func<int, DateOnly> due) => (State, ReachedAt, DueOn) = (RouteStepState.Waiting, at, due(Days));

    internal void Answered(bool isApproved) => State = isApproved ? RouteStepState.Approved : RouteStepState.Returned;

    internal void Rest() => (State, ReachedAt, DueOn) = (RouteStepState.Ahead, null, null);

    internal void Drop()
    {
        if (State is RouteStepState.Ahead or RouteStepState.Waiting)
            (State, DueOn) = (RouteStepState.Dropped, null);
    }
}

/// <summary>An answer on a route. Never changed; an edit of the draft voids it.</summary>
public sealed class RouteAnswer
{
    private RouteAnswer()
    {
    }

    internal RouteAnswer(RouteStep step, bool isApproved, string? remark, Actor by, DateTimeOffset at) =>
        (RouteId, StepId, Task, IsApproved, Remark, ById, By, At) = (step.RouteId, step.Id, step.Task, isApproved, remark, by.EmployeeId, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The route.</summary>
    public Guid RouteId { get; private set; }

    /// <summary>The step answered.</summary>
    public Guid StepId { get; private set; }

    /// <summary>What was asked.</summary>
    public RouteTask Task { get; private set; }

    /// <summary>Whether they approve; else they send it back.</summary>
    public bool IsApproved { get; private set; }

    /// <summary>Why they send it back, or a remark.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When an edit of the draft voided it, UTC.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    internal void Void(DateTimeOffset at) => VoidedAt ??= at;
}
