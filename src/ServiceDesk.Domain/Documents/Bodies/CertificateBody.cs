namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>A certificate (izziņa): facts of a register as of a day, for somebody who needs them somewhere.</summary>
public sealed record CertificateBody : DocumentBody
{
    /// <summary>For whom it is issued.</summary>
    public string? Applicant { get; init; }

    /// <summary>The facts certified, a line each.</summary>
    public string? Facts { get; init; }

    /// <summary>The register or record the facts are taken from.</summary>
    public string? Source { get; init; }

    /// <summary>The local day as of which they hold.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Where it is to be handed in: "iesniegšanai …".</summary>
    public string? Purpose { get; init; }

    /// <summary>The last local day it is valid; null without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Fee in euro; null when it is free.</summary>
    public decimal? Fee { get; init; }

    /// <summary>The payment: document, number, date.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>Copies issued, from 1.</summary>
    public int Copies { get; init; } = 1;

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [Applicant, Facts, Source, Purpose];
}
