using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Desk;

/// <summary>A step that can be taken on many cases at once.</summary>
public enum BulkStep
{
    /// <summary>Give to a unit or person.</summary>
    Assign,

    /// <summary>Write the same internal note.</summary>
    Note,

    /// <summary>Send the same reply to each client.</summary>
    Reply,

    /// <summary>Close without another letter.</summary>
    Close,
}

/// <summary>What came of the step in one case.</summary>
public enum BulkResult
{
    /// <summary>Not its turn yet.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused, with the reason.</summary>
    Refused,
}

/// <summary>What the step needs to know, the same for every case.</summary>
/// <param name="Step">The step.</param>
/// <param name="Text">The note or the reply; the reason of the others, or null.</param>
/// <param name="UnitId">The unit to give to.</param>
/// <param name="AssigneeId">The person to give to, or null.</param>
/// <param name="Outcome">How cases end: of closing, or once the reply has left; null keeps them open.</param>
/// <param name="WithoutEmail">Whether clients without e-mail get the reply on the tracking page; otherwise their cases are refused.</param>
public sealed record BulkOrder(BulkStep Step, string? Text, Guid? UnitId, Guid? AssigneeId, CaseOutcome? Outcome, bool WithoutEmail);

/// <summary>
/// One step on many cases, confirmed by one person. Each case is a transaction of its own, recorded with its result in the same
/// save: what was cut goes on where it stopped, and nothing is done twice.
/// </summary>
public sealed class BulkRun
{
    /// <summary>Most cases of one run.</summary>
    public const int MaxCases = 500;

    private readonly List<BulkLine> lines = [];

    private BulkRun()
    {
    }

    /// <summary>A confirmed run.</summary>
    /// <param name="token">Made once per form by the server: it becomes the key, so that a form sent twice runs once.</param>
    /// <param name="order">The step.</param>
    /// <param name="cases">The cases as the confirmation showed them.</param>
    /// <param name="by">Who confirmed.</param>
    /// <param name="at">When, UTC.</param>
    public BulkRun(Guid token, BulkOrder order, IReadOnlyList<BulkCase> cases, Actor by, DateTimeOffset at)
    {
        if (cases.Count == 0)
            throw new Refusal("Desk.Bulk.NoCases");
        if (cases.Count > MaxCases)
            throw new Refusal("Desk.Bulk.TooMany", MaxCases);
        Id = token;
        EmployeeId = by.EmployeeId ?? throw new Refusal("Cases.Refusal.NotAllowed");
        (Step, Text, UnitId, AssigneeId, Outcome, WithoutEmail) = (order.Step, order.Text, order.UnitId, order.AssigneeId, order.Outcome, order.WithoutEmail);
        (StartedAt, Total) = (at, cases.Count);
        lines.AddRange(cases.Select((c, i) => new BulkLine(Id, i, c)));
    }

    /// <summary>Key; the token of the form.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who confirmed it; nobody else sees it or goes on with it.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>The step.</summary>
    public BulkStep Step { get; private set; }

    /// <summary>Note, reply or reason.</summary>
    public string? Text { get; private set; }

    /// <summary>The unit to give to.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The person to give to.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>How cases end.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>Whether clients without e-mail get the reply on the tracking page.</summary>
    public bool WithoutEmail { get; private set; }

    /// <summary>When it was confirmed, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the last case was done, UTC; null before.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Number of cases.</summary>
    public int Total { get; private set; }

    /// <summary>The cases, in the order of the list.</summary>
    public IReadOnlyList<BulkLine> Lines => lines;

    /// <summary>No case waits any more.</summary>
    public void Finish(DateTimeOffset at) => FinishedAt ??= at;
}

/// <summary>A case as the confirmation showed it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Version">Its version then: who changed it since wins.</param>
public sealed record BulkCase(Guid Id, string Number, int Version);

/// <summary>One case of a run.</summary>
public sealed class BulkLine
{
    private BulkLine()
    {
    }

    internal BulkLine(Guid runId, int ordinal, BulkCase item) =>
        (RunId, Ordinal, CaseId, Number, SeenVersion) = (runId, ordinal, item.Id, item.Number, item.Version);

    /// <summary>Key; also the key of the message the step writes, so that it is written once.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The run.</summary>
    public Guid RunId { get; private set; }

    /// <summary>Place in the run, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Its number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its version when the confirmation was shown.</summary>
    public int SeenVersion { get; private set; }

    /// <summary>What came of it.</summary>
    public BulkResult Result { get; private set; }

    /// <summary>Key of the sentence that says why it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Values for that sentence; dates as yyyy-MM-dd.</summary>
    public IReadOnlyList<string> Arguments { get; private set; } = [];

    /// <summary>The step is done.</summary>
    public void MarkDone() => Result = BulkResult.Done;

    /// <summary>The step was refused.</summary>
    public void Refuse(string reason, IReadOnlyList<string> arguments) => (Result, Reason, Arguments) = (BulkResult.Refused, reason, arguments);
}
