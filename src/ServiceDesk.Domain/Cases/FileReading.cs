namespace ServiceDesk.Domain.Cases;

/// <summary>How far the reading of a file is.</summary>
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

/// <summary>One reading of a file somebody gave: who asked, how far it is, why it failed. A trial changes nothing.</summary>
public abstract class FileReading
{
    /// <summary>For the database.</summary>
    protected FileReading()
    {
    }

    /// <summary>A reading that waits for its turn.</summary>
    /// <param name="fileName">Name of the file.</param>
    /// <param name="hash">Its content in the file store; null when whoever starts it reads it at once.</param>
    /// <param name="size">Its length, bytes.</param>
    /// <param name="isTrial">Whether nothing is to be changed.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="at">When, UTC.</param>
    protected FileReading(string fileName, string? hash, long size, bool isTrial, Actor by, DateTimeOffset at)
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

    /// <summary>Bytes read.</summary>
    public long Position { get; private set; }

    /// <summary>Records so far, without the heading.</summary>
    public int Records { get; private set; }

    /// <summary>Records kept out.</summary>
    public int Rejected { get; private set; }

    /// <summary>Remarks on records taken over.</summary>
    public int Warnings { get; private set; }

    /// <summary>Key of the sentence that says why it failed, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Somebody reads it now.</summary>
    public virtual void Begin(DateTimeOffset at) => (State, ChangedAt) = (ImportState.Running, at);

    /// <summary>Cannot go on.</summary>
    public void Fail(string fault, DateTimeOffset at) => (State, Fault, FinishedAt, ChangedAt) = (ImportState.Failed, fault, at, at);

    /// <summary>So many records are read, so many of them kept out, with so many remarks on the others.</summary>
    protected void Reached(long position, int records, int rejected, int warnings, DateTimeOffset at) =>
        (Position, Records, Rejected, Warnings, ChangedAt) = (position, records, rejected, warnings, at);

    /// <summary>Read to its end.</summary>
    protected void End(DateTimeOffset at) => (State, Position, FinishedAt, ChangedAt) = (ImportState.Done, Size, at, at);
}
