using System.Globalization;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <summary>
/// A register (reģistrs, žurnāls) gives numbers by a mask, without gaps, per year. A number is allotted at
/// registration and never used again.
/// </summary>
public sealed class Register
{
    private Register()
    {
    }

    /// <summary>A register with its file index and mask.</summary>
    public Register(string code, string name, string index, string mask)
    {
        if (!mask.Contains("{seq}", StringComparison.Ordinal))
            throw new Refusal("Cases.Refusal.MaskNeedsSequence");
        (Code, Name, Index, Mask) = (code, name, index, mask);
    }

    /// <summary>The register of cases.</summary>
    public const string Cases = "cases";

    /// <summary>The register of questions colleagues ask each other: they are no submissions of clients.</summary>
    public const string Inquiries = "inquiries";

    /// <summary>The register of cases taken over from older registers.</summary>
    public const string Imported = "imported";

    /// <summary>The register of personal-data breaches.</summary>
    public const string DataBreaches = "data-breaches";

    /// <summary>The register of lists of records past their retention term.</summary>
    public const string RetentionLists = "retention-lists";

    /// <summary>Code of the register of improvement tasks.</summary>
    public const string Improvements = "improvements";

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What the code calls it, for example <see cref="Cases"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>File index (lietas indekss), for example <c>4.1-5</c>.</summary>
    public string Index { get; private set; } = "";

    /// <summary>Places: <c>{index}</c>, <c>{yy}</c>, <c>{yyyy}</c>, <c>{seq}</c>.</summary>
    public string Mask { get; private set; } = "";

    /// <summary>The number with this sequence in this year, for example <c>4.1-5/26/1482</c>.</summary>
    public string Format(int year, int sequence) => Mask
        .Replace("{index}", Index, StringComparison.Ordinal)
        .Replace("{yyyy}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{yy}", (year % 100).ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{seq}", sequence.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>The last sequence given in one register in one year.</summary>
public sealed class RegisterCounter
{
    private RegisterCounter()
    {
    }

    /// <summary>A counter that has given nothing yet.</summary>
    public RegisterCounter(Guid registerId, int year) => (RegisterId, Year) = (registerId, year);

    /// <summary>The register.</summary>
    public Guid RegisterId { get; private set; }

    /// <summary>The year of registration, local.</summary>
    public int Year { get; private set; }

    /// <summary>The last number given, 0 at the start of the year.</summary>
    public int Last { get; private set; }
}
