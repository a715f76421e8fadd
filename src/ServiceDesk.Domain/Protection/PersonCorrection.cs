using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>What was put right on the card.</summary>
/// <param name="Fact">Which fact.</param>
/// <param name="Was">The wrong value as it was shown; null when it was missing. Personal codes are masked.</param>
/// <param name="Became">The right one; null when there is none.</param>
/// <param name="Proof">Who proved it and by what.</param>
public sealed record Correction(ClientField Fact, string? Was, string? Became, string Proof);

/// <summary>One fact put right at the person's request (GDPR art. 16): what, from what, to what, on what proof, by whom and when.</summary>
public sealed class PersonCorrection
{
    /// <summary>Longest value, characters.</summary>
    public const int MaxValue = 500;

    /// <summary>Longest proof, characters.</summary>
    public const int MaxProof = 300;

    private PersonCorrection()
    {
    }

    internal PersonCorrection(Guid id, Guid requestId, Correction what, Actor by, DateTimeOffset at, int place)
    {
        if (string.IsNullOrWhiteSpace(what.Proof))
            throw new Refusal("Protection.Refusal.ProofMissing");
        if (what.Proof.Trim().Length > MaxProof)
            throw new Refusal("Protection.Refusal.TextTooLong", MaxProof);
        (Id, RequestId, Fact, Was, Became, Proof) = (id, requestId, what.Fact, Within(what.Was), Within(what.Became), what.Proof.Trim());
        (ById, ByName, At, Ordinal) = (by.EmployeeId, by.Name, at, at.UtcTicks + place);
    }

    /// <summary>Key; the one-time token of the form.</summary>
    public Guid Id { get; private set; }

    /// <summary>The request.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Which fact of the card.</summary>
    public ClientField Fact { get; private set; }

    /// <summary>The wrong value; null when it was missing. A personal code is masked.</summary>
    public string? Was { get; private set; }

    /// <summary>The right value; null when there is none. A personal code is masked.</summary>
    public string? Became { get; private set; }

    /// <summary>Who proved it and by what.</summary>
    public string Proof { get; private set; } = "";

    /// <summary>The employee who put it right.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Orders those of the same instant.</summary>
    public long Ordinal { get; private set; }

    private static string? Within(string? value) => value is { Length: > MaxValue } ? value[..MaxValue] : value;
}
