using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Domain.Surveys;

/// <summary>What became of an invitation.</summary>
public enum InvitationState
{
    /// <summary>Not written yet.</summary>
    Waiting,

    /// <summary>Written.</summary>
    Sent,

    /// <summary>It did not arrive.</summary>
    Bounced,

    /// <summary>Its link was used. Which response came of it, nobody knows.</summary>
    Used,
}

/// <summary>
/// A personal link that works once: an address and the hash of a token, apart from the responses and with no way to one. Goes when the
/// wave closes.
/// </summary>
public sealed class SurveyInvitation
{
    private SurveyInvitation()
    {
    }

    /// <summary>A new invitation.</summary>
    /// <param name="waveId">The wave.</param>
    /// <param name="email">Address, lower case.</param>
    /// <param name="language">Language of letters.</param>
    public SurveyInvitation(Guid waveId, string email, string language) => (WaveId, Email, Language) = (waveId, email, language);

    /// <summary>Random key.</summary>
    public Guid Id { get; private set; } = SurveyResponse.NewKey();

    /// <summary>The wave.</summary>
    public Guid WaveId { get; private set; }

    /// <summary>Address.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Language of letters.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>What became of it.</summary>
    public InvitationState State { get; private set; }

    /// <summary>Hash of the token in its link; empty until the letter is written.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Letters written: one, and the reminders.</summary>
    public int Letters { get; private set; }

    /// <summary>Local day of the last letter.</summary>
    public DateOnly? LetterOn { get; private set; }

    /// <summary>The row of the last letter in the outbox; tells whether it arrived.</summary>
    public Guid? LetterId { get; private set; }

    /// <summary>Hash of a token.</summary>
    public static string HashOf(string? token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((token ?? "").Trim())));

    /// <summary>A letter is written with a new token; the link of an earlier letter works no more. Gives the token, which is kept nowhere.</summary>
    public string Write(DateOnly on)
    {
        var token = RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 20);
        (State, Hash, Letters, LetterOn) = (InvitationState.Sent, HashOf(token), Letters + 1, on);
        return token;
    }

    /// <summary>The letter with the token is in the outbox.</summary>
    public void Posted(Guid letterId) => LetterId = letterId;

    /// <summary>The letter did not arrive.</summary>
    public void Bounce() => State = InvitationState.Bounced;
}

/// <summary>Answers kept for later under a secret link; goes when sent, when the wave closes, and after a month.</summary>
public sealed class SurveyDraft
{
    /// <summary>Days a draft is kept.</summary>
    public const int KeptDays = 30;

    private SurveyDraft()
    {
    }

    /// <summary>A draft under a secret.</summary>
    public SurveyDraft(Guid waveId, string secret) => (WaveId, Hash) = (waveId, SurveyInvitation.HashOf(secret));

    /// <summary>Random key.</summary>
    public Guid Id { get; private set; } = SurveyResponse.NewKey();

    /// <summary>The wave.</summary>
    public Guid WaveId { get; private set; }

    /// <summary>Hash of the secret in its link.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The fields as they stood.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Local day it was saved last.</summary>
    public DateOnly SavedOn { get; private set; }

    /// <summary>Keeps the fields as they stand.</summary>
    public void Keep(string body, DateOnly on) => (Body, SavedOn) = (body, on);

    /// <summary>A new secret.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 20);
}
