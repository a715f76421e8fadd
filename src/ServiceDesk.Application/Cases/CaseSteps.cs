using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Cases;

/// <summary>Where a case stands between people: waiting for the client, offered to somebody, restricted, asked of a colleague.</summary>
public sealed record CaseSteps
{
    /// <summary>A complaint about somebody who works here.</summary>
    public bool IsAboutPerson { get; init; }

    /// <summary>Whom it is about and what they know; null for those who only read.</summary>
    public AboutPeople.AboutPersonShown? AboutPerson { get; init; }

    /// <summary>Whether the person may say whom it is about.</summary>
    public bool MayName { get; init; }

    /// <summary>Whether the person may pass it on for reading.</summary>
    public bool MayPass { get; init; }

    /// <summary>Since when we wait for the client; null when we do not.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The day until which we wait.</summary>
    public DateOnly? WaitingUntilOn { get; init; }

    /// <summary>Working days waited so far.</summary>
    public int WaitedDays { get; init; }

    /// <summary>The offer that waits for acceptance; null when there is none.</summary>
    public OfferShown? Offer { get; init; }

    /// <summary>Reading is restricted. Known also to who sees the head only.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Why, and who reads it; null when it is not restricted or the person may not read it.</summary>
    public ConfidentialityShown? Confidentiality { get; init; }

    /// <summary>The body that answers instead of us.</summary>
    public string? ForwardedTo { get; init; }

    /// <summary>Whether a substantive reply has left since the case was opened the last time.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The case an internal request asks for; null for every other case.</summary>
    public AskedFor? AskedFor { get; init; }

    /// <summary>The day the form of a question begins with: five working days from now.</summary>
    public DateOnly SuggestedWait { get; init; }

    /// <summary>Whether the person may ask the client, a colleague, or forward.</summary>
    public bool MayAsk { get; init; }

    /// <summary>Whether the person may open the closed case again.</summary>
    public bool MayReopen { get; init; }

    /// <summary>Whether the person may restrict reading.</summary>
    public bool MayMark { get; init; }
}

/// <summary>An offer of a case.</summary>
/// <param name="UnitName">The unit it is offered to.</param>
/// <param name="PersonName">The person; null when the unit is to find one.</param>
/// <param name="ByName">Who offered it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="MayAnswer">Whether this person may accept or return it.</param>
/// <param name="MayTakeBack">Whether this person may take it back.</param>
public sealed record OfferShown(string UnitName, string? PersonName, string? ByName, DateTimeOffset At, string? Reason, bool MayAnswer, bool MayTakeBack);

/// <summary>A restriction of reading.</summary>
/// <param name="Reason">Why.</param>
/// <param name="HiddenFromHead">The head of the unit is kept out.</param>
/// <param name="Readers">People named.</param>
public sealed record ConfidentialityShown(string Reason, bool HiddenFromHead, IReadOnlyList<Choice> Readers);

/// <summary>The case an internal request asks for.</summary>
/// <param name="CaseId">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="MayOpen">Whether this person may see that case as well.</param>
/// <param name="Letters">Its letters, where the asker lets them be read; the client is not named beside them.</param>
public sealed record AskedFor(Guid CaseId, string Number, bool MayOpen, IReadOnlyList<SharedLetter> Letters);

/// <summary>A letter of the case an internal request asks for.</summary>
/// <param name="Direction">Which way it went.</param>
/// <param name="Kind">What it is.</param>
/// <param name="WrittenAt">When, UTC.</param>
/// <param name="Text">Plain text.</param>
public sealed record SharedLetter(MessageDirection Direction, MessageKind Kind, DateTimeOffset WrittenAt, string Text);
