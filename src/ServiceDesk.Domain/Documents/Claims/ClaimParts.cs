using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Domain.Documents.Claims;

/// <summary>Where a claim stands after its paper. Follows from the document and the steps noted; never set by hand.</summary>
public enum ClaimState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Sent; the other side has to answer.</summary>
    AwaitingAnswer,

    /// <summary>Admitted, whole or in part; to be paid or done.</summary>
    ToSettle,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Before an authority, a commission or a court.</summary>
    Disputed,

    /// <summary>Paid, set off or done.</summary>
    Settled,

    /// <summary>Over without having been met.</summary>
    Dropped,

    /// <summary>Its document was annulled, or another stands in its place.</summary>
    Void,
}

/// <summary>What happened to a claim.</summary>
public enum ClaimStepKind
{
    /// <summary>The other side answered.</summary>
    Answered,

    /// <summary>A part was paid, set off or done.</summary>
    PartSettled,

    /// <summary>All was paid, set off or done.</summary>
    Settled,

    /// <summary>It went to an authority, a commission or a court.</summary>
    Disputed,

    /// <summary>It ended without being met: withdrawn, given up, lost.</summary>
    Dropped,

    /// <summary>It goes on after all.</summary>
    Reopened,
}

/// <summary>Who decides where the two sides do not agree.</summary>
public enum ClaimForum
{
    /// <summary>Patērētāju tiesību aizsardzības centrs: consumers' claims only, within a year of the claim.</summary>
    Ptac,

    /// <summary>Patērētāju strīdu risināšanas komisija: consumers' claims only.</summary>
    Commission,

    /// <summary>A court.</summary>
    Court,
}

/// <summary>What somebody notes about a claim.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The local day; not in the future, not before the claim.</param>
public sealed record ClaimNews(ClaimStepKind Kind, DateOnly? On)
{
    /// <summary>What the other side answered; needed with an answer.</summary>
    public ClaimDecision? Decision { get; init; }

    /// <summary>Euro: admitted with an answer, paid with a settlement.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The local day by which the other side will settle.</summary>
    public DateOnly? SettleBy { get; init; }

    /// <summary>Who decides; needed with a dispute.</summary>
    public ClaimForum? Forum { get; init; }

    /// <summary>Number of the answer, payment, set-off or case.</summary>
    public string? Number { get; init; }

    /// <summary>What was said; needed with a refusal, an end and a reopening.</summary>
    public string? Text { get; init; }
}

/// <summary>A step of a claim, as it was noted. Never changed.</summary>
public sealed class ClaimStep
{
    /// <summary>Longest number, characters.</summary>
    public const int MaxNumber = 100;

    private ClaimStep()
    {
    }

    internal ClaimStep(Guid claimId, int order, ClaimNews news, string by, DateTimeOffset at)
    {
        (ClaimId, Order, Kind, On, By, At) = (claimId, order, news.Kind, news.On!.Value, by, at);
        (Decision, Amount, SettleBy, Forum, Number, Text) = (news.Decision, news.Amount, news.SettleBy, news.Forum, Kept(news.Number), Kept(news.Text));
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The claim.</summary>
    public Guid ClaimId { get; private set; }

    /// <summary>Place in the order noted, from 0.</summary>
    public int Order { get; private set; }

    /// <summary>What happened.</summary>
    public ClaimStepKind Kind { get; private set; }

    /// <summary>The local day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What the other side answered.</summary>
    public ClaimDecision? Decision { get; private set; }

    /// <summary>Euro.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>The local day by which it will be settled.</summary>
    public DateOnly? SettleBy { get; private set; }

    /// <summary>Who decides.</summary>
    public ClaimForum? Forum { get; private set; }

    /// <summary>Number of the paper.</summary>
    public string? Number { get; private set; }

    /// <summary>What was said.</summary>
    public string? Text { get; private set; }

    /// <summary>Name of who noted it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When it was noted, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
