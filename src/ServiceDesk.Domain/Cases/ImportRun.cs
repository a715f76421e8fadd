namespace ServiceDesk.Domain.Cases;

/// <summary>How far the taking over of a register is.</summary>
public enum ImportState
{
    /// <summary>Waits for the job.</summary>
    Waiting,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Read to its end.</summary>
    Done,

    /// <summary>Could not be read to its end.</summary>
    Failed,
}

/// <summary>What is to be said about a record of an older register. The first group keeps it out, the second does not.</summary>
public enum ImportRemark
{
    /// <summary>More or fewer columns than the heading.</summary>
    WrongColumns,

    /// <summary>It has no number, or one too long.</summary>
    NoNumber,

    /// <summary>The same file had the number before.</summary>
    DuplicateNumber,

    /// <summary>The receipt is no date.</summary>
    ReceivedNotADate,

    /// <summary>The receipt lies in the future.</summary>
    ReceivedInFuture,

    /// <summary>The kind is none we know.</summary>
    UnknownKind,

    /// <summary>Neither subject nor text.</summary>
    Empty,

    /// <summary>The answer is no date.</summary>
    AnsweredNotADate,

    /// <summary>Answered before it was received.</summary>
    AnsweredBeforeReceived,

    /// <summary>Answered in the future.</summary>
    AnsweredInFuture,

    /// <summary>Neither open nor closed.</summary>
    UnknownState,

    /// <summary>The record is larger than any letter; a quotation mark is probably missing.</summary>
    RecordTooLong,

    /// <summary>The database refused it.</summary>
    NotSaved,

    /// <summary>The e-mail address reaches nobody; left out.</summary>
    EmailLeftOut,

    /// <summary>The channel is none we know; taken as other.</summary>
    ChannelUnknown,

    /// <summary>The unit is none we know; Client Service assigns the case.</summary>
    UnitUnknown,

    /// <summary>A name, phone, address or subject was longer than its place and was cut.</summary>
    CutShort,

    /// <summary>Closed on an unknown day; the day of receipt stands for it.</summary>
    ClosingDayUnknown,
}

/// <summary>One reading of an older register: its progress and what came of it. A trial changes no case.</summary>
public sealed class ImportRun
{
    private ImportRun()
    {
    }

    /// <summary>A reading that waits for its turn.</summary>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="hash">Its content in the file store; null when whoever starts it reads it at once.</param>
    /// <param name="size">Its length, bytes.</param>
    /// <param name="isTrial">Whether nothing is to be taken over.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="at">When, UTC.</param>
    public ImportRun(string fileName, string? hash, long size, bool isTrial, Actor by, DateTimeOffset at)
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

    /// <summary>Whether cases stay untouched.</summary>
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

    /// <summary>Bytes read.</summary>
    public long Position { get; private set; }

    /// <summary>The last record done; the heading is 1.</summary>
    public int LastRecord { get; private set; }

    /// <summary>Records so far, without the heading.</summary>
    public int Records { get; private set; }

    /// <summary>Records taken over; in a trial those that would be.</summary>
    public int Imported { get; private set; }

    /// <summary>Records taken over at an earlier time.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Records kept out.</summary>
    public int Rejected { get; private set; }

    /// <summary>Remarks on records taken over.</summary>
    public int Warnings { get; private set; }

    /// <summary>Key of the sentence that says why it failed, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Somebody reads it now; after a cut from <see cref="LastRecord"/> on.</summary>
    public void Begin(DateTimeOffset at) => (State, ChangedAt) = (ImportState.Running, at);

    /// <summary>Some more records are done.</summary>
    public void Advance(int lastRecord, long position, int records, int imported, int alreadyThere, int rejected, int warnings, DateTimeOffset at)
    {
        (LastRecord, Position, ChangedAt) = (lastRecord, position, at);
        Records += records;
        Imported += imported;
        AlreadyThere += alreadyThere;
        Rejected += rejected;
        Warnings += warnings;
    }

    /// <summary>Read to its end.</summary>
    public void Finish(DateTimeOffset at) => (State, Position, FinishedAt, ChangedAt) = (ImportState.Done, Size, at, at);

    /// <summary>Cannot go on; what was taken over stays.</summary>
    public void Fail(string fault, DateTimeOffset at) => (State, Fault, FinishedAt, ChangedAt) = (ImportState.Failed, fault, at, at);
}

/// <summary>A remark on one record of a reading.</summary>
public sealed class ImportLine
{
    private ImportLine()
    {
    }

    /// <summary>A remark.</summary>
    public ImportLine(Guid runId, int record, string number, ImportRemark remark) =>
        (RunId, Record, Number, Remark) = (runId, record, number, remark);

    /// <summary>The reading.</summary>
    public Guid RunId { get; private set; }

    /// <summary>The record; the heading is 1.</summary>
    public int Record { get; private set; }

    /// <summary>The number the record bears, at most 60 characters; may be empty.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What is to be said.</summary>
    public ImportRemark Remark { get; private set; }

    /// <summary>Whether a remark keeps a record out.</summary>
    public static bool KeepsOut(ImportRemark remark) => remark <= ImportRemark.NotSaved;
}
