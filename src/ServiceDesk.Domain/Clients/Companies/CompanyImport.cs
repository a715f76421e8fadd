using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Clients.Companies;

/// <summary>The files of the Enterprise Register's open data that are read.</summary>
public enum CompanyFileKind
{
    /// <summary>All entries (<c>register.csv</c>).</summary>
    Register,

    /// <summary>Insolvency and legal protection (<c>insolvency_legal_person_proceeding.csv</c>).</summary>
    Insolvency,

    /// <summary>Liquidations under way (<c>liquidations.csv</c>).</summary>
    Liquidations,
}

/// <summary>What is to be said about a record of such a file. The first group keeps it out, the second does not.</summary>
public enum CompanyRemark
{
    /// <summary>More or fewer columns than the heading.</summary>
    WrongColumns,

    /// <summary>The registration number is not 11 digits.</summary>
    NotANumber,

    /// <summary>It has no name.</summary>
    NoName,

    /// <summary>The same file had the number before.</summary>
    SecondTime,

    /// <summary>The record is longer than any entry; a quotation mark is probably missing.</summary>
    RecordTooLong,

    /// <summary>A proceeding of a kind we do not know.</summary>
    UnknownKind,

    /// <summary>A date is no date; left out.</summary>
    DateLeftOut,

    /// <summary>A name or an address was longer than its place and was cut.</summary>
    CutShort,
}

/// <summary>One reading of a file of the Enterprise Register. Nothing is written before the whole file was read: one that was cut begins anew, one that failed leaves the look-up table as it was.</summary>
public sealed class CompanyImport : FileReading
{
    private CompanyImport()
    {
    }

    /// <inheritdoc cref="FileReading(string, string?, long, bool, Actor, DateTimeOffset)"/>
    public CompanyImport(string fileName, string? hash, long size, bool isTrial, Actor by, DateTimeOffset at)
        : base(fileName, hash, size, isTrial, by, at)
    {
    }

    /// <summary>Which file it is, known from its heading; null before the heading was read.</summary>
    public CompanyFileKind? Kind { get; private set; }

    /// <summary>Rows not known before.</summary>
    public int Added { get; private set; }

    /// <summary>Rows that say something else than before.</summary>
    public int Changed { get; private set; }

    /// <summary>Rows that say what they said; they are not written.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Rows known before that are not in the file; they are marked.</summary>
    public int Gone { get; private set; }

    /// <inheritdoc/>
    public override void Begin(DateTimeOffset at)
    {
        base.Begin(at);
        Reached(0, 0, 0, 0, at);
    }

    /// <summary>The heading told which file it is.</summary>
    public void Is(CompanyFileKind kind) => Kind = kind;

    /// <summary>Some more records are read.</summary>
    public void Advance(int records, long position, DateTimeOffset at) => Reached(position, records, Rejected, Warnings, at);

    /// <summary>Read to its end.</summary>
    public void Finish(int records, int added, int changed, int unchanged, int gone, int rejected, int warnings, DateTimeOffset at)
    {
        Reached(Size, records, rejected, warnings, at);
        (Added, Changed, Unchanged, Gone) = (added, changed, unchanged, gone);
        End(at);
    }
}

/// <summary>A remark on one record of a reading.</summary>
public sealed class CompanyImportLine
{
    /// <summary>Longest number kept, characters.</summary>
    public const int MaxNumberLength = 40;

    private CompanyImportLine()
    {
    }

    /// <summary>A remark.</summary>
    public CompanyImportLine(Guid importId, int record, string number, CompanyRemark remark) =>
        (ImportId, Record, Number, Remark) = (importId, record, number.Length > MaxNumberLength ? number[..MaxNumberLength] : number, remark);

    /// <summary>The reading.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>The record; the heading is 1.</summary>
    public int Record { get; private set; }

    /// <summary>The number the record bears; may be empty or anything.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What is to be said.</summary>
    public CompanyRemark Remark { get; private set; }

    /// <summary>Whether a remark keeps a record out.</summary>
    public static bool KeepsOut(CompanyRemark remark) => remark <= CompanyRemark.UnknownKind;
}
