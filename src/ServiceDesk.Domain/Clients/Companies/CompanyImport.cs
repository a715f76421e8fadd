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

/// <summary>One reading of a file of the Enterprise Register: its progress and what came of it. A trial changes nothing.</summary>
public sealed class CompanyImport
{
    private CompanyImport()
    {
    }

    /// <summary>A reading that waits for its turn.</summary>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="hash">Its content in the file store; null when whoever starts it reads it at once.</param>
    /// <param name="size">Its length, bytes.</param>
    /// <param name="isTrial">Whether nothing is to be changed.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="at">When, UTC.</param>
    public CompanyImport(string fileName, string? hash, long size, bool isTrial, Actor by, DateTimeOffset at)
    {
        (FileName, Hash, Size, IsTrial, StartedById, StartedByName, AskedAt, ChangedAt) = (fileName, hash, size, isTrial, by.EmployeeId, by.Name, at, at);
        State = hash is null ? ImportState.Running : ImportState.Waiting;
    }

    /// <summary>Key, ascending in time.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Content in the file store; null for a reading started at the command line.</summary>
    public string? Hash { get; private set; }

    /// <summary>Length of the file, bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsTrial { get; private set; }

    /// <summary>Who asked; null at the command line.</summary>
    public Guid? StartedById { get; private set; }

    /// <summary>That person's name then.</summary>
    public string StartedByName { get; private set; } = "";

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Last progress, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>End, UTC; null before.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public ImportState State { get; private set; }

    /// <summary>Which file it is, known from its heading; null before the heading was read.</summary>
    public CompanyFileKind? Kind { get; private set; }

    /// <summary>Bytes read.</summary>
    public long Position { get; private set; }

    /// <summary>Records so far, without the heading.</summary>
    public int Records { get; private set; }

    /// <summary>Rows not known before.</summary>
    public int Added { get; private set; }

    /// <summary>Rows that say something else than before.</summary>
    public int Changed { get; private set; }

    /// <summary>Rows that say what they said; they are not written.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Rows known before that are not in the file; they are marked.</summary>
    public int Gone { get; private set; }

    /// <summary>Records kept out.</summary>
    public int Rejected { get; private set; }

    /// <summary>Remarks on records taken over.</summary>
    public int Warnings { get; private set; }

    /// <summary>Key of the sentence that says why it failed, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Somebody reads it now, from its beginning: nothing was written before the whole file was read.</summary>
    public void Begin(DateTimeOffset at) => (State, ChangedAt, Records, Position) = (ImportState.Running, at, 0, 0);

    /// <summary>The heading told which file it is.</summary>
    public void Is(CompanyFileKind kind) => Kind = kind;

    /// <summary>Some more records are read.</summary>
    public void Advance(int records, long position, DateTimeOffset at) => (Records, Position, ChangedAt) = (records, position, at);

    /// <summary>Read to its end.</summary>
    public void Finish(int records, int added, int changed, int unchanged, int gone, int rejected, int warnings, DateTimeOffset at)
    {
        (Records, Added, Changed, Unchanged, Gone, Rejected, Warnings) = (records, added, changed, unchanged, gone, rejected, warnings);
        (State, Position, FinishedAt, ChangedAt) = (ImportState.Done, Size, at, at);
    }

    /// <summary>Cannot go on; the look-up table stays as it was.</summary>
    public void Fail(string fault, DateTimeOffset at) => (State, Fault, FinishedAt, ChangedAt) = (ImportState.Failed, fault, at, at);
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
