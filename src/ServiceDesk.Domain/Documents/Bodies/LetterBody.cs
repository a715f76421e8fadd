namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>A letter (vēstule) to somebody outside the house.</summary>
public sealed record LetterBody : DocumentBody
{
    /// <summary>Addressee, in the dative, a line or several: "Ilzei Kalniņai".</summary>
    public string? AddresseeName { get; init; }

    /// <summary>Postal address.</summary>
    public string? AddresseeAddress { get; init; }

    /// <summary>E-mail.</summary>
    public string? AddresseeEmail { get; init; }

    /// <summary>Local date of the letter it answers.</summary>
    public DateOnly? InReplyToDate { get; init; }

    /// <summary>Number of the letter it answers.</summary>
    public string? InReplyToNumber { get; init; }

    /// <summary>How the addressee is greeted: "Labdien!".</summary>
    public string? Salutation { get; init; }

    /// <summary>What it says; an empty line begins a paragraph, a line with "1." or "-" an item of a list.</summary>
    public string? Body { get; init; }

    /// <summary>An interim letter: the day by which a full reply is promised, local, included (SIG 21.1).</summary>
    public DateOnly? PromisedOn { get; init; }

    /// <summary>Leaves the house as it is printed, with nobody's signature: sent with a message of the case.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>What goes along.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [AddresseeName, AddresseeAddress, InReplyToNumber, Body, .. Attachments.Select(a => a.Title)];
}
