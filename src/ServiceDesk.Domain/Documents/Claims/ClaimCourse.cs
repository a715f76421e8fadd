using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Documents.Claims;

/// <summary>
/// What becomes of a claim after its paper: of one the house makes, the answer, the payment and the dispute; of a consumer's, that what was
/// promised is done and what the consumer does next (Patērētāju tiesību aizsardzības likums). Begins with the draft and has its key.
/// </summary>
public sealed class ClaimCourse : IVersioned
{
    private readonly List<ClaimStep> steps = [];

    private ClaimCourse()
    {
    }

    /// <summary>Key: that of the claim, or of the decision on a consumer's claim.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Whether the house claims; false for a consumer's claim on the house.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>On whom the house claims; empty for a consumer's claim.</summary>
    public string PartyName { get; private set; } = "";

    /// <summary>What it comes to, euro; of a consumer's claim, what is to be paid back.</summary>
    public decimal Total { get; private set; }

    /// <summary>Euro settled so far.</summary>
    public decimal Settled { get; private set; }

    /// <summary>Where it stands.</summary>
    public ClaimState State { get; private set; }

    /// <summary>The local day by which the next thing is due: the answer, or the settlement.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The first local day on which something may have happened to it: that of the paper.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>The last local day on which the consumer may turn to the consumer rights centre, one year after the claim.</summary>
    public DateOnly? DisputableUntil { get; private set; }

    /// <summary>What happened, where it was loaded, oldest first.</summary>
    public IReadOnlyList<ClaimStep> Steps => steps;

    /// <summary>Whether something is still to come.</summary>
    public bool IsOpen => State is ClaimState.Draft or ClaimState.AwaitingAnswer or ClaimState.ToSettle or ClaimState.Refused or ClaimState.Disputed;

    /// <summary>What may be noted next.</summary>
    public IReadOnlyList<ClaimStepKind> Possible => State switch
    {
        ClaimState.AwaitingAnswer => [ClaimStepKind.Answered, ClaimStepKind.PartSettled, ClaimStepKind.Settled, ClaimStepKind.Disputed, ClaimStepKind.Dropped],
        ClaimState.ToSettle => [ClaimStepKind.PartSettled, ClaimStepKind.Settled, ClaimStepKind.Disputed, ClaimStepKind.Dropped],
        ClaimState.Refused when IsOurs => [ClaimStepKind.Answered, ClaimStepKind.PartSettled, ClaimStepKind.Settled, ClaimStepKind.Disputed, ClaimStepKind.Dropped],
        ClaimState.Refused or ClaimState.Disputed => [ClaimStepKind.PartSettled, ClaimStepKind.Settled, ClaimStepKind.Disputed, ClaimStepKind.Dropped],
        ClaimState.Settled or ClaimState.Dropped => [ClaimStepKind.Reopened],
        _ => [],
    };

    /// <summary>Begins with the draft.</summary>
    public static ClaimCourse Of(Document document) => new() { Id = document.Id, IsOurs = document.Kind == DocumentKind.Claim };

    /// <summary>Takes over what a claim of the house says now. Load the steps before.</summary>
    /// <param name="document">Its document.</param>
    /// <param name="content">What it says.</param>
    /// <param name="answerDueOn">The local day an answer is due; null for a draft.</param>
    public void Follow(Document document, ClaimBody content, DateOnly? answerDueOn)
    {
        PartyName = content.RespondentName?.Split('\n')[0].Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, 300)] : "";
        Total = content.Total;
        Stand(document, ClaimState.AwaitingAnswer, answerDueOn);
    }

    /// <summary>Takes over what the decision on a consumer's claim says now. Load the steps before.</summary>
    public void Follow(Document document, ClaimAnswerBody content)
    {
        var refused = content.Decision is null or ClaimDecision.Refused;
        Total = refused ? 0 : content.Amount ?? 0;
        DisputableUntil = content.ReceivedOn?.AddYears(1);
        Stand(document, refused ? ClaimState.Refused : ClaimState.ToSettle, refused ? null : content.DoneBy);
    }

    /// <summary>Notes what happened. Refused for what cannot follow where it stands, and for what is missing or cannot be.</summary>
    /// <param name="news">What happened.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="today">The local day.</param>
    /// <param name="at">Now, UTC.</param>
    public void Note(ClaimNews news, Actor by, DateOnly today, DateTimeOffset at)
    {
        if (!Possible.Contains(news.Kind))
            throw new Refusal("Documents.Refusal.ClaimStep");
        Check(news, today);
        var kept = news.Kind is ClaimStepKind.Answered or ClaimStepKind.PartSettled or ClaimStepKind.Settled ? news with { Amount = Amount(news) } : news with { Amount = null };
        steps.Add(new ClaimStep(Id, steps.Count, kept, by.Name, at));
        if (kept.Kind is ClaimStepKind.PartSettled or ClaimStepKind.Settled)
            Settled += kept.Amount ?? 0;
        (State, DueOn) = After(kept);
    }

    private void Stand(Document document, ClaimState registered, DateOnly? due)
    {
        SentOn = document.DatedOn;
        if (document.State is DocumentState.Annulled or DocumentState.Superseded)
            (State, DueOn) = (ClaimState.Void, null);
        else if (document.State == DocumentState.Draft)
            (State, DueOn) = (ClaimState.Draft, null);
        else if (steps.Count == 0)
            (State, DueOn) = (registered, due);
    }

    private void Check(ClaimNews news, DateOnly today)
    {
        if (news.On is not { } on)
            throw new Refusal("Documents.Refusal.ClaimDayMissing");
        if (on > today || on < SentOn)
            throw new Refusal("Documents.Refusal.ClaimDay");
        if (news.Number?.Trim().Length > ClaimStep.MaxNumber || news.Text?.Trim().Length > Document.MaxReason)
            throw new Refusal("Documents.Refusal.ReasonTooLong", news.Number?.Trim().Length > ClaimStep.MaxNumber ? ClaimStep.MaxNumber : Document.MaxReason);
        if (news.Amount is < 0 or > 1_000_000_000)
            throw new Refusal("Documents.Refusal.ClaimAmount");
        switch (news.Kind)
        {
            case ClaimStepKind.Answered when news.Decision is null:
                throw new Refusal("Documents.Refusal.ClaimDecisionMissing");
            case ClaimStepKind.Answered when news is { Decision: ClaimDecision.Partly, Amount: null }:
                throw new Refusal("Documents.Refusal.ClaimAmountMissing");
            case ClaimStepKind.Answered when news.SettleBy < on:
                throw new Refusal("Documents.Refusal.ClaimSettleBy");
            case ClaimStepKind.PartSettled when news.Amount is not > 0:
                throw new Refusal("Documents.Refusal.ClaimAmountMissing");
            case ClaimStepKind.Disputed when news.Forum is null:
                throw new Refusal("Documents.Refusal.ClaimForumMissing");
            case ClaimStepKind.Disputed when IsOurs && news.Forum != ClaimForum.Court:
                throw new Refusal("Documents.Refusal.ClaimForum");
        }

        var needsWords = news.Kind is ClaimStepKind.Dropped or ClaimStepKind.Reopened || news is { Kind: ClaimStepKind.Answered, Decision: ClaimDecision.Refused };
        if (needsWords && string.IsNullOrWhiteSpace(news.Text))
            throw new Refusal("Cases.Refusal.ReasonMissing");
    }

    /// <summary>What an admission or a last payment comes to when nobody says: all that is left.</summary>
    private decimal? Amount(ClaimNews news) => news switch
    {
        { Amount: { } said } => said,
        { Kind: ClaimStepKind.Answered, Decision: ClaimDecision.Agreed } => Total,
        { Kind: ClaimStepKind.Settled } => Math.Max(0, Admitted - Settled),
        _ => null,
    };

    private decimal Admitted => steps.LastOrDefault(s => s.Kind == ClaimStepKind.Answered)?.Amount ?? Total;

    private (ClaimState State, DateOnly? DueOn) After(ClaimNews news) => news.Kind switch
    {
        ClaimStepKind.Answered => news.Decision == ClaimDecision.Refused ? (ClaimState.Refused, null) : (ClaimState.ToSettle, news.SettleBy),
        ClaimStepKind.PartSettled => (State, DueOn),
        ClaimStepKind.Settled => (ClaimState.Settled, null),
        ClaimStepKind.Disputed => (ClaimState.Disputed, null),
        ClaimStepKind.Dropped => (ClaimState.Dropped, null),
        _ => (steps.LastOrDefault(s => s.Kind is ClaimStepKind.Answered or ClaimStepKind.Disputed) switch
        {
            { Kind: ClaimStepKind.Disputed } => ClaimState.Disputed,
            { Decision: ClaimDecision.Refused } => ClaimState.Refused,
            null when IsOurs => ClaimState.AwaitingAnswer,
            _ => ClaimState.ToSettle,
        }, null),
    };
}
