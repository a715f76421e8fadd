namespace ServiceDesk.Domain.Correspondence;

/// <summary>
/// The structure of a letter (SIG 21.2): address, reference to the client's own message, body, what happens next, who signs.
/// Kept beside the text of the message, so that the letter can be shown in its parts and taken back into the composer.
/// </summary>
public sealed record LetterParts
{
    /// <summary>Longest salutation, characters.</summary>
    public const int MaxSalutation = 200;

    /// <summary>Longest block of next steps, characters.</summary>
    public const int MaxNextSteps = 2000;

    /// <summary>Longest number a client gave their own document, characters.</summary>
    public const int MaxClientNumber = 60;

    /// <summary>How the client is addressed (SIG 21.2.1), as typed: names are never inflected by a machine.</summary>
    public required string Salutation { get; init; }

    /// <summary>Which message of the client is answered: date, number, the client's own number (SIG 21.2.2).</summary>
    public required string Reference { get; init; }

    /// <summary>What is answered (SIG 21.2.3).</summary>
    public required string Body { get; init; }

    /// <summary>The sentence with the promised date; null for letters that promise none.</summary>
    public string? Promise { get; init; }

    /// <summary>Next steps of both sides, thanks or apology (SIG 21.2.4); null when nothing was typed.</summary>
    public string? NextSteps { get; init; }

    /// <summary>Name, post, unit, phone, e-mail and site of who signs, from the employee's record (SIG 21.2.5).</summary>
    public required string Signature { get; init; }

    /// <summary>Notice of confidentiality where the standard wants one (JEL 20.2.5).</summary>
    public string? Notice { get; init; }

    /// <summary>Number the client gave their document, if known; stands in <see cref="Reference"/>.</summary>
    public string? ClientNumber { get; init; }

    /// <summary>The whole letter as plain text, parts apart by a blank line.</summary>
    /// <param name="beforeSignature">A further paragraph of the channel, for example where to follow the case.</param>
    public string AsText(string? beforeSignature = null) =>
        string.Join("\n\n", new[] { Salutation, Reference, Body, Promise, NextSteps, beforeSignature, Signature, Notice }
            .Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()));
}
