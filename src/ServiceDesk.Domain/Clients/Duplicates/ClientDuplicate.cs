using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients.Duplicates;

/// <summary>What became of two cards that looked alike.</summary>
public enum DuplicateState
{
    /// <summary>Somebody should look.</summary>
    Open,

    /// <summary>Somebody looked: not the same client. Remembered for good.</summary>
    NotSame,

    /// <summary>They were merged.</summary>
    Merged,
}

/// <summary>Two cards that may be of the same client, found by the nightly job or by somebody at the form.</summary>
public sealed class ClientDuplicate : IVersioned
{
    private ClientDuplicate()
    {
    }

    /// <summary>A pair that was found.</summary>
    public ClientDuplicate(Guid one, Guid other, DuplicateScore score, DateTimeOffset at)
    {
        (FirstId, SecondId) = Ordered(one, other);
        (Points, Reasons, FoundAt) = (score.Points, score.Reasons, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The card whose key is the lower one.</summary>
    public Guid FirstId { get; private set; }

    /// <summary>The other one.</summary>
    public Guid SecondId { get; private set; }

    /// <summary>How likely it is, 0 to 100.</summary>
    public int Points { get; private set; }

    /// <summary>Why.</summary>
    public DuplicateReasons Reasons { get; private set; }

    /// <summary>What became of it.</summary>
    public DuplicateState State { get; private set; }

    /// <summary>When it was found, UTC.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>When somebody decided, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>Their name then.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>The keys of a pair, the lower one first, the same way on every engine.</summary>
    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => string.CompareOrdinal(one.ToString("N"), other.ToString("N")) <= 0 ? (one, other) : (other, one);

    /// <summary>The cards changed and look more or less alike now; what somebody decided stays.</summary>
    public void Weigh(DuplicateScore score) => (Points, Reasons) = (score.Points, score.Reasons);

    /// <summary>Somebody knows they are two clients.</summary>
    public void SayNotSame(Actor by, DateTimeOffset at) => Decide(DuplicateState.NotSame, by, at);

    /// <summary>They were merged.</summary>
    public void SayMerged(Actor by, DateTimeOffset at) => Decide(DuplicateState.Merged, by, at);

    /// <summary>A merge was undone, or somebody is not so sure any more.</summary>
    public void OpenAgain() => (State, DecidedAt, DecidedById, DecidedByName) = (DuplicateState.Open, null, null, "");

    private void Decide(DuplicateState state, Actor by, DateTimeOffset at) => (State, DecidedAt, DecidedById, DecidedByName) = (state, at, by.EmployeeId, by.Name);
}
