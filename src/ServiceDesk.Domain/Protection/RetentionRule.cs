using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>The kinds of record that have a retention term.</summary>
public enum RecordKind
{
    /// <summary>A request, question, suggestion or other submission with everything that was written about it.</summary>
    Submission,

    /// <summary>A complaint.</summary>
    Complaint,

    /// <summary>A question colleagues asked each other.</summary>
    Inquiry,

    /// <summary>A case taken over from an older register.</summary>
    ImportedCase,

    /// <summary>The card of a client, from the day nothing of the client is open or kept any more.</summary>
    ClientCard,

    /// <summary>A person's request about the own data.</summary>
    PersonRequest,

    /// <summary>An entry of the register of personal-data breaches.</summary>
    DataBreach,

    /// <summary>The proof of a consent, from the day it was withdrawn or not confirmed.</summary>
    Consent,

    /// <summary>Who read what, by years.</summary>
    AccessLog,

    /// <summary>What those who run the desk have changed, by years.</summary>
    ChangeLog,

    /// <summary>A letter, certificate or claim that lies in no file; in a file the term of the file holds.</summary>
    Document,

    /// <summary>A file of the nomenclature, by the term it has there.</summary>
    File,

    /// <summary>An improvement task.</summary>
    Improvement,
}

/// <summary>From which day a retention term runs.</summary>
public enum RetentionStart
{
    /// <summary>From 1 January of the year after closing, the usual practice of archives.</summary>
    YearAfterClosing,

    /// <summary>From the day after closing.</summary>
    DayAfterClosing,
}

/// <summary>How archives class a term.</summary>
public enum RetentionClass
{
    /// <summary>Up to ten years.</summary>
    Temporary,

    /// <summary>Longer than ten years.</summary>
    Long,

    /// <summary>Never destroyed.</summary>
    Permanent,
}

/// <summary>How long one kind of record is kept, from when, and by what right. Officials keep it in step with the approved file nomenclature.</summary>
public sealed class RetentionRule : IVersioned
{
    /// <summary>Longest term in years; what is to be kept longer is kept for ever.</summary>
    public const int MostYears = 100;

    /// <summary>Longest basis, characters.</summary>
    public const int MaxBasis = 500;

    /// <summary>Longest file index, characters.</summary>
    public const int MaxIndex = 40;

    private const int TemporaryYears = 10;

    private RetentionRule()
    {
    }

    /// <summary>A rule for a kind of record. Refused as <see cref="Set"/> refuses.</summary>
    public RetentionRule(RecordKind kind, int? years, RetentionStart start, string? basis, string? fileIndex)
    {
        Kind = kind;
        Set(years, start, basis, fileIndex);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The kind of record; one rule for each.</summary>
    public RecordKind Kind { get; private set; }

    /// <summary>Whole years, 1 to <see cref="MostYears"/>; null keeps for ever.</summary>
    public int? Years { get; private set; }

    /// <summary>From which day the years run.</summary>
    public RetentionStart Start { get; private set; }

    /// <summary>The law or nomenclature that says so.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Index in the file nomenclature, for example <c>4.1-5</c>.</summary>
    public string? FileIndex { get; private set; }

    /// <summary>How archives class it.</summary>
    public RetentionClass Class => Years switch { null => RetentionClass.Permanent, > TemporaryYears => RetentionClass.Long, _ => RetentionClass.Temporary };

    /// <summary>Sets the term. Refused out of range and without a basis.</summary>
    public void Set(int? years, RetentionStart start, string? basis, string? fileIndex)
    {
        if (years is < 1 or > MostYears)
            throw new Refusal("Protection.Refusal.YearsOutOfRange", MostYears);
        var said = basis?.Trim() ?? "";
        if (said.Length == 0)
            throw new Refusal("Protection.Refusal.BasisMissing");
        var index = string.IsNullOrWhiteSpace(fileIndex) ? null : fileIndex.Trim();
        if (said.Length > MaxBasis || index?.Length > MaxIndex)
            throw new Refusal("Cases.Refusal.TextTooLong", said.Length > MaxBasis ? MaxBasis : MaxIndex);
        (Years, Start, Basis, FileIndex) = (years, start, said, index);
    }

    /// <summary>The last local day on which a record closed on a day must be kept; null for ever.</summary>
    public DateOnly? KeptThrough(DateOnly closedOn) => Years is not { } years
        ? null
        : Start == RetentionStart.YearAfterClosing ? new DateOnly(closedOn.Year + years, 12, 31) : closedOn.AddYears(years);

    /// <summary>The last closing day whose records may go on a day; null when none may. What was closed later is still kept.</summary>
    public DateOnly? MayGoIfClosedBy(DateOnly today)
    {
        if (Years is not { } years)
            return null;
        return Start == RetentionStart.YearAfterClosing ? new DateOnly(today.Year - years - 1, 12, 31) : LastBefore(today, years);
    }

    // 29 February plus a year is 28 February: the inverse is searched, so that both directions agree.
    private static DateOnly LastBefore(DateOnly today, int years)
    {
        var closed = today.AddYears(-years).AddDays(1);
        while (closed.AddYears(years) >= today)
            closed = closed.AddDays(-1);
        return closed;
    }
}
