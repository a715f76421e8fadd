using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Archive;

/// <summary>What is filed.</summary>
public enum FiledThing
{
    /// <summary>A case with everything in it.</summary>
    Case,

    /// <summary>A registered document.</summary>
    Document,
}

/// <summary>An item in a file: a case or a document under its number. Refiled, the line stays with the reason; destroyed, it is the stub.</summary>
public sealed class FiledItem
{
    private FiledItem()
    {
    }

    /// <summary>Files an item. Refused unless the file is open.</summary>
    /// <param name="file">The file.</param>
    /// <param name="thing">What it is.</param>
    /// <param name="recordId">Which one.</param>
    /// <param name="number">Its number.</param>
    /// <param name="datedOn">Its local day: of the document, of the registration.</param>
    /// <param name="kind">What kind, as <see cref="FiledKind"/> says it.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="at">When, UTC.</param>
    public FiledItem(ArchiveFile file, FiledThing thing, Guid recordId, string number, DateOnly datedOn, string kind, Actor by, DateTimeOffset at)
    {
        file.RefuseUnlessOpen();
        (FileId, Thing, RecordId, Number, DatedOn, Kind, ById, By, At) = (file.Id, thing, recordId, number, datedOn, kind, by.EmployeeId, by.Name, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>What it is.</summary>
    public FiledThing Thing { get; private set; }

    /// <summary>Which one.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>Its register number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its local day.</summary>
    public DateOnly DatedOn { get; private set; }

    /// <summary>What kind, as <see cref="FiledKind"/> says it: the title of the stub.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Who filed it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was taken out again, UTC.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Who took it out.</summary>
    public string? LeftBy { get; private set; }

    /// <summary>Why.</summary>
    public string? LeftReason { get; private set; }

    /// <summary>When what it stands for was destroyed, UTC.</summary>
    public DateTimeOffset? DestroyedAt { get; private set; }

    /// <summary>Number of the act.</summary>
    public string? ActNumber { get; private set; }

    /// <summary>Takes it out of its file, to be filed elsewhere. Refused from a file that is closed, twice, and without a reason.</summary>
    public void Leave(ArchiveFile file, string? reason, Actor by, DateTimeOffset at)
    {
        file.RefuseUnlessOpen();
        if (LeftAt is not null)
            throw new Refusal("Archive.Refusal.LeftAlready", Number);
        (LeftReason, LeftBy, LeftAt) = (FileSpec.Said(reason, FileSpec.MaxText, "Archive.Refusal.ReasonMissing"), by.Name, at);
    }

    /// <summary>What it stands for is no more; number, day, kind and the number of the act stay.</summary>
    public void Destroy(string actNumber, DateTimeOffset at) => (ActNumber, DestroyedAt) = (actNumber, at);
}
