using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>Where a list of records past their term stands.</summary>
public enum RetentionListState
{
    /// <summary>Made by the nightly job; waits for a person.</summary>
    Proposed,

    /// <summary>A person approved it; an act of destruction or hand-over may be made of it.</summary>
    Approved,

    /// <summary>An act took it over.</summary>
    TakenOver,
}

/// <summary>
/// Records whose term is over: proposed by a job, approved by a person, handed to an act. Nothing is deleted here. While one list is
/// proposed, what becomes due is added to it.
/// </summary>
public sealed class RetentionList : IVersioned
{
    /// <summary>Longest number of an act, characters.</summary>
    public const int MaxActNumber = 60;

    private RetentionList()
    {
    }

    /// <summary>An empty list with its register number.</summary>
    public RetentionList(Register register, int year, int sequence, DateTimeOffset at) =>
        (RegisterYear, Sequence, Number, ProposedAt) = (year, sequence, register.Format(year, sequence), at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Year of the number, local.</summary>
    public int RegisterYear { get; private set; }

    /// <summary>Sequence in the year, from 1 without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>Number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public RetentionListState State { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When it was approved, UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>Their name.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When an act took it over, UTC.</summary>
    public DateTimeOffset? TakenOverAt { get; private set; }

    /// <summary>Number of that act.</summary>
    public string? ActNumber { get; private set; }

    /// <summary>A person answers for the list. Refused twice, and for a list from which nothing would go.</summary>
    /// <param name="rows">Rows that go, after those taken out and those on hold.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="at">Now, UTC.</param>
    public void Approve(int rows, Actor by, DateTimeOffset at)
    {
        if (State != RetentionListState.Proposed)
            throw new Refusal("Protection.Refusal.ListNotProposed", Number);
        if (rows == 0)
            throw new Refusal("Protection.Refusal.ListEmpty");
        (State, ApprovedAt, ApprovedById, ApprovedBy) = (RetentionListState.Approved, at, by.EmployeeId, by.Name);
    }

    /// <summary>An act of destruction or hand-over took the list over. Refused before it is approved, twice, and without a number.</summary>
    public void TakeOver(string? actNumber, DateTimeOffset at)
    {
        if (State != RetentionListState.Approved)
            throw new Refusal("Protection.Refusal.ListNotApproved", Number);
        if (string.IsNullOrWhiteSpace(actNumber) || actNumber.Trim().Length > MaxActNumber)
            throw new Refusal("Protection.Refusal.ActNumberMissing", MaxActNumber);
        (State, TakenOverAt, ActNumber) = (RetentionListState.TakenOver, at, actNumber.Trim());
    }
}

/// <summary>What became of one row of a list.</summary>
public enum RetentionRowState
{
    /// <summary>Waits for approval.</summary>
    Proposed,

    /// <summary>A person, or a hold, took it out: it is kept.</summary>
    Kept,

    /// <summary>Approved to go.</summary>
    Approved,
}

/// <summary>One record on a list, or one year of a log. It names no person: only the number by which it is found.</summary>
public sealed class RetentionRow
{
    /// <summary>Longest reason, characters.</summary>
    public const int MaxReason = 500;

    private RetentionRow()
    {
    }

    /// <summary>A row.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="kind">Kind of record.</param>
    /// <param name="recordId">Which one.</param>
    /// <param name="label">Its number, or the year of a log.</param>
    /// <param name="quantity">How many records stand behind it.</param>
    /// <param name="closedOn">Local day it was closed.</param>
    /// <param name="keptThrough">Last day of its term.</param>
    /// <param name="basis">The basis of the term when it was proposed.</param>
    public RetentionRow(Guid listId, RecordKind kind, Guid recordId, string label, int quantity, DateOnly closedOn, DateOnly keptThrough, string basis) =>
        (ListId, Kind, RecordId, Label, Quantity, ClosedOn, KeptThrough, Basis) = (listId, kind, recordId, label, quantity, closedOn, keptThrough, basis);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The list.</summary>
    public Guid ListId { get; private set; }

    /// <summary>Kind of record.</summary>
    public RecordKind Kind { get; private set; }

    /// <summary>Which one.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>Its number, or the year of a log.</summary>
    public string Label { get; private set; } = "";

    /// <summary>How many records stand behind it.</summary>
    public int Quantity { get; private set; }

    /// <summary>Local day it was closed.</summary>
    public DateOnly ClosedOn { get; private set; }

    /// <summary>Last day of its term.</summary>
    public DateOnly KeptThrough { get; private set; }

    /// <summary>The basis of the term when it was proposed.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>What became of it.</summary>
    public RetentionRowState State { get; private set; }

    /// <summary>Why it is kept.</summary>
    public string? KeptReason { get; private set; }

    /// <summary>Who took it out; null for the system.</summary>
    public Guid? KeptById { get; private set; }

    /// <summary>Their name.</summary>
    public string? KeptBy { get; private set; }

    /// <summary>When it was taken out, UTC.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>It is not proposed again before this local day.</summary>
    public DateOnly? NotBefore { get; private set; }

    /// <summary>Takes it out of the list. Refused without a reason, and for a row already decided.</summary>
    public void Keep(string? reason, DateOnly notBefore, Actor by, DateTimeOffset at)
    {
        if (State != RetentionRowState.Proposed)
            throw new Refusal("Protection.Refusal.RowDecided", Label);
        var why = reason?.Trim() ?? "";
        if (why.Length is 0 or > MaxReason)
            throw new Refusal(why.Length == 0 ? "Protection.Refusal.ReasonMissing" : "Cases.Refusal.TextTooLong", MaxReason);
        (State, KeptReason, KeptById, KeptBy, KeptAt, NotBefore) = (RetentionRowState.Kept, why, by.EmployeeId, by.Name, at, notBefore);
    }

    /// <summary>Puts it back among what is proposed. Refused when it was not taken out.</summary>
    public void PutBack()
    {
        if (State != RetentionRowState.Kept)
            throw new Refusal("Protection.Refusal.RowNotKept", Label);
        (State, KeptReason, KeptById, KeptBy, KeptAt, NotBefore) = (RetentionRowState.Proposed, null, null, null, null, null);
    }

    /// <summary>It goes.</summary>
    public void Approve() => State = State == RetentionRowState.Proposed ? RetentionRowState.Approved : throw new Refusal("Protection.Refusal.RowDecided", Label);
}
