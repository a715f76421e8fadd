using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>Where a consent stands.</summary>
public enum ConsentState
{
    /// <summary>Asked for; the letter with the link is out, nobody has confirmed.</summary>
    Requested,

    /// <summary>Confirmed from the address itself.</summary>
    Active,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Not confirmed in time: the address is forgotten.</summary>
    Lapsed,
}

/// <summary>The way a consent came in.</summary>
public enum ConsentChannel
{
    /// <summary>The public page.</summary>
    PublicPage,

    /// <summary>An employee entered the address for a client; it is confirmed from the address all the same.</summary>
    Desk,
}

/// <summary>The way a consent was withdrawn.</summary>
public enum WithdrawalWay
{
    /// <summary>The link in a letter, and the button behind it.</summary>
    Link,

    /// <summary>The button of the mail program (RFC 8058).</summary>
    OneClick,

    /// <summary>An employee did it for the client.</summary>
    Desk,
}

/// <summary>
/// A consent of whoever reads an e-mail address (GDPR art. 7): which text, when asked, when confirmed, when and how withdrawn. The
/// address of the computer is not kept. A consent given again after withdrawal is a new one; the old stays as proof.
/// </summary>
public sealed class Consent : IVersioned
{
    /// <summary>Days within which the link in the letter confirms.</summary>
    public const int ConfirmWithinDays = 7;

    private Consent()
    {
    }

    /// <summary>A consent asked for.</summary>
    /// <param name="purposeId">The purpose.</param>
    /// <param name="textId">The text shown.</param>
    /// <param name="email">E-mail address, lower case.</param>
    /// <param name="language">Language of letters: lv, en or ru.</param>
    /// <param name="channel">How it came in.</param>
    /// <param name="confirmKey">Secret of the link that confirms.</param>
    /// <param name="withdrawKey">Secret of the link that withdraws.</param>
    /// <param name="at">Now, UTC.</param>
    public Consent(Guid purposeId, Guid textId, string email, string language, ConsentChannel channel, string confirmKey, string withdrawKey, DateTimeOffset at) =>
        (PurposeId, TextId, Email, Language, Channel, ConfirmKey, WithdrawKey, RequestedAt, ConfirmBefore) =
        (purposeId, textId, email, language, channel, confirmKey, withdrawKey, at, at.AddDays(ConfirmWithinDays));

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The purpose.</summary>
    public Guid PurposeId { get; private set; }

    /// <summary>The text the person saw.</summary>
    public Guid TextId { get; private set; }

    /// <summary>E-mail address, lower case; empty once lapsed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Language of letters.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>Where it stands.</summary>
    public ConsentState State { get; private set; }

    /// <summary>How it came in.</summary>
    public ConsentChannel Channel { get; private set; }

    /// <summary>Secret of the link that confirms; empty once the consent is over.</summary>
    public string ConfirmKey { get; private set; } = "";

    /// <summary>Secret of the link that withdraws.</summary>
    public string WithdrawKey { get; private set; } = "";

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When the letter with the link was written last, UTC: not too often to one address.</summary>
    public DateTimeOffset? LetterAt { get; private set; }

    /// <summary>The link confirms until then, UTC.</summary>
    public DateTimeOffset ConfirmBefore { get; private set; }

    /// <summary>When it was confirmed, UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>How.</summary>
    public WithdrawalWay? WithdrawnBy { get; private set; }

    /// <summary>Local day it ended, for the retention term of the proof.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>The letter with the link is written.</summary>
    public void LetterWritten(DateTimeOffset at) => LetterAt = at;

    /// <summary>The person asks again before confirming: the text shown now counts, and the days begin anew.</summary>
    public void AskAgain(Guid textId, string language, DateTimeOffset at)
    {
        if (State == ConsentState.Requested)
            (TextId, Language, RequestedAt, ConfirmBefore) = (textId, language, at, at.AddDays(ConfirmWithinDays));
    }

    /// <summary>Somebody who reads the address confirms. Twice is once; refused too late and after withdrawal.</summary>
    public void Confirm(DateTimeOffset at)
    {
        if (State == ConsentState.Active)
            return;
        if (State != ConsentState.Requested || at > ConfirmBefore)
            throw new Refusal("Protection.Refusal.ConfirmTooLate");
        (State, ConfirmedAt) = (ConsentState.Active, at);
    }

    /// <summary>Withdraws it; twice is once.</summary>
    public void Withdraw(WithdrawalWay way, DateOnly today, DateTimeOffset at)
    {
        if (State is ConsentState.Withdrawn or ConsentState.Lapsed)
            return;
        (State, WithdrawnAt, WithdrawnBy, EndedOn, ConfirmKey) = (ConsentState.Withdrawn, at, way, today, "");
    }

    /// <summary>Nobody confirmed in time: the address and the keys are forgotten.</summary>
    public void Lapse(DateOnly today, DateTimeOffset at)
    {
        if (State == ConsentState.Requested && at > ConfirmBefore)
            (State, Email, ConfirmKey, WithdrawKey, EndedOn) = (ConsentState.Lapsed, "", "", "", today);
    }
}
