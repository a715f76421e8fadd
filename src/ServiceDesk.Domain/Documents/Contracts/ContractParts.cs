using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Documents.Contracts;

/// <summary>As what somebody approves a contract.</summary>
public enum VisaField
{
    /// <summary>The law.</summary>
    Law,

    /// <summary>The money.</summary>
    Finance,
}

/// <summary>An answer of who approves (vīza), noted by the writer before drafts went on routes. Kept to be read; nothing is added.</summary>
public sealed class ContractVisa
{
    private ContractVisa()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The contract.</summary>
    public Guid ContractId { get; private set; }

    /// <summary>As what.</summary>
    public VisaField Field { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Their name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether they approve.</summary>
    public bool IsApproved { get; private set; }

    /// <summary>What they ask to change, or remark.</summary>
    public string? Remark { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>Something owed under a contract, by a day.</summary>
public sealed class ContractObligation
{
    /// <summary>Longest text, characters.</summary>
    public const int MaxText = 500;

    private ContractObligation()
    {
    }

    internal ContractObligation(Guid contractId, string text, Guid ownerId, DateOnly dueOn) => (ContractId, Text, OwnerId, DueOn) = (contractId, text, ownerId, dueOn);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The contract.</summary>
    public Guid ContractId { get; private set; }

    /// <summary>What.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who sees to it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The local day it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Name of who said so.</summary>
    public string? DoneBy { get; private set; }

    internal void Done(Actor by, DateOnly today)
    {
        if (DoneOn is null)
            (DoneOn, DoneBy) = (today, by.Name);
    }
}

/// <summary>An amendment of a contract, or a claim from it.</summary>
public sealed class ContractPaper
{
    private ContractPaper()
    {
    }

    internal ContractPaper(Guid contractId, Guid documentId) => (ContractId, DocumentId) = (contractId, documentId);

    /// <summary>The amendment or claim.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>The contract.</summary>
    public Guid ContractId { get; private set; }

    /// <summary>Whether it is registered and neither annulled nor superseded.</summary>
    public bool IsInForce { get; private set; }

    /// <summary>First local day of an amendment.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The last local day an amendment gives the contract.</summary>
    public DateOnly? NewEndsOn { get; private set; }

    internal void GiveWay() => IsInForce = false;

    internal void Take(bool isInForce, DateOnly? startsOn, DateOnly? newEndsOn) => (IsInForce, StartsOn, NewEndsOn) = (isInForce, startsOn, newEndsOn);
}
