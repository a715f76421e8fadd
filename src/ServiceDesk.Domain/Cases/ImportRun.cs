namespace ServiceDesk.Domain.Cases;

/// <summary>What a file holds that is taken over record by record.</summary>
public enum ImportKind
{
    /// <summary>An older register of cases.</summary>
    Cases,

    /// <summary>Clients.</summary>
    Clients,
}

/// <summary>One reading of an older register or of a file of clients. One that was cut goes on from <see cref="LastRecord"/>; what was taken over stays.</summary>
public sealed class ImportRun : FileReading
{
    private ImportRun()
    {
    }

    /// <summary>A reading that waits for its turn.</summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="hash">Its content in the file store; null when whoever starts it reads it at once.</param>
    /// <param name="size">Its length, bytes.</param>
    /// <param name="isTrial">Whether nothing is to be taken over.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="at">When, UTC.</param>
    public ImportRun(ImportKind kind, string fileName, string? hash, long size, bool isTrial, Actor by, DateTimeOffset at)
        : base(fileName, hash, size, isTrial, by, at) => Kind = kind;

    /// <summary>What the file holds.</summary>
    public ImportKind Kind { get; private set; }

    /// <summary>The last record done; the heading is 1.</summary>
    public int LastRecord { get; private set; }

    /// <summary>Records taken over; in a trial those that would be.</summary>
    public int Imported { get; private set; }

    /// <summary>Records that were there already.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Some more records are done.</summary>
    public void Advance(int lastRecord, long position, int records, int imported, int alreadyThere, int rejected, int warnings, DateTimeOffset at)
    {
        Reached(position, Records + records, Rejected + rejected, Warnings + warnings, at);
        (LastRecord, Imported, AlreadyThere) = (lastRecord, Imported + imported, AlreadyThere + alreadyThere);
    }

    /// <summary>Read to its end.</summary>
    public void Finish(DateTimeOffset at) => End(at);
}

/// <summary>A remark on one record of a reading.</summary>
public sealed class ImportLine
{
    /// <summary>The record that is the heading.</summary>
    public const int Heading = 1;

    private ImportLine()
    {
    }

    /// <summary>A remark.</summary>
    /// <param name="runId">The reading.</param>
    /// <param name="record">The record; the heading is 1.</param>
    /// <param name="number">What the remark points at; what is too long for its place is cut.</param>
    /// <param name="remark">What is to be said.</param>
    public ImportLine(Guid runId, int record, string number, ImportRemark remark) =>
        (RunId, Record, Number, Remark) = (runId, record, number.Length > Case.MaxOldNumberLength ? number[..Case.MaxOldNumberLength] : number, remark);

    /// <summary>The reading.</summary>
    public Guid RunId { get; private set; }

    /// <summary>The record; the heading is 1.</summary>
    public int Record { get; private set; }

    /// <summary>What the remark points at, at most 60 characters: the number a record of an older register bears, the columns of a file of clients; may be empty.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What is to be said.</summary>
    public ImportRemark Remark { get; private set; }

    /// <summary>Whether a remark keeps a record out.</summary>
    public static bool KeepsOut(ImportRemark remark) => remark <= ImportRemark.NotSaved;
}
