using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Archive;

/// <summary>Where a file stands.</summary>
public enum FileState
{
    /// <summary>Items are filed into it.</summary>
    Open,

    /// <summary>Finished; its term runs.</summary>
    Closed,

    /// <summary>Handed over to the National Archives.</summary>
    HandedOver,

    /// <summary>Destroyed by an act; the lines of what it held stay.</summary>
    Destroyed,
}

/// <summary>A file (lieta) of a nomenclature.</summary>
public sealed class ArchiveFile : IVersioned
{
    private ArchiveFile()
    {
    }

    /// <summary>A file. A nomenclature once approved takes it only with a note that says why; a closed one takes none.</summary>
    public ArchiveFile(Nomenclature nomenclature, FileSpec spec, string? note, Actor by, DateTimeOffset at)
    {
        (NomenclatureId, Year) = (nomenclature.Id, nomenclature.Year);
        if (nomenclature.State == NomenclatureState.Closed)
            throw new Refusal("Archive.Refusal.NotApproved", Year);
        if (nomenclature.State == NomenclatureState.Approved)
            (AddedNote, AddedBy, AddedAt) = (FileSpec.Said(note, FileSpec.MaxText, "Archive.Refusal.NoteMissing"), by.Name, at);
        Take(spec);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The nomenclature.</summary>
    public Guid NomenclatureId { get; private set; }

    /// <summary>Its year.</summary>
    public int Year { get; private set; }

    /// <summary>Index, for example <c>4.1-5</c>; once in a year.</summary>
    public string Index { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is kept on.</summary>
    public FileMedium Medium { get; private set; }

    /// <summary>How long it is kept.</summary>
    public FileTerm Term { get; private set; }

    /// <summary>Whole years.</summary>
    public int? Years { get; private set; }

    /// <summary>The rule, when it is neither years nor for ever.</summary>
    public string? OtherRule { get; private set; }

    /// <summary>By what right.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>The unit that keeps it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Who keeps it now, once it was handed over between employees.</summary>
    public Guid? KeeperId { get; private set; }

    /// <summary>Only matters of this topic belong in it.</summary>
    public Guid? TopicId { get; private set; }

    /// <summary>Remarks.</summary>
    public string? Remarks { get; private set; }

    /// <summary>Which kinds of item belong in it.</summary>
    public IReadOnlyList<string> Takes { get; private set; } = [];

    /// <summary>Why it was added after approval.</summary>
    public string? AddedNote { get; private set; }

    /// <summary>Who added it then.</summary>
    public string? AddedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? AddedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public FileState State { get; private set; }

    /// <summary>The local day it was closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The last day of its term; null while open, and for what is kept for ever.</summary>
    public DateOnly? KeptThrough { get; private set; }

    /// <summary>The local day it was handed over or destroyed.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Number of the act.</summary>
    public string? ActNumber { get; private set; }

    /// <summary>How archives class it; a rule of its own counts as long.</summary>
    public RetentionClass Class => (Term, Years) switch
    {
        (FileTerm.Permanent, _) => RetentionClass.Permanent,
        (FileTerm.Years, <= 10) => RetentionClass.Temporary,
        _ => RetentionClass.Long,
    };

    /// <summary>The line as it is written, to copy it into another year.</summary>
    public FileSpec Spec => new()
    {
        Index = Index,
        Title = Title,
        Medium = Medium,
        Term = Term,
        Years = Years,
        OtherRule = OtherRule,
        Basis = Basis,
        UnitId = UnitId,
        TopicId = TopicId,
        Remarks = Remarks,
        Takes = Takes,
    };

    /// <summary>Writes the line anew. Refused once the nomenclature is approved.</summary>
    public void Write(Nomenclature nomenclature, FileSpec spec)
    {
        if (nomenclature.State != NomenclatureState.Draft)
            throw new Refusal("Archive.Refusal.Frozen", Index);
        Take(spec);
    }

    /// <summary>Closes it. The term runs from 1 January after. Refused twice, and for a day before its year or to come.</summary>
    /// <param name="on">The local day.</param>
    /// <param name="keptThrough">The last day, for a rule of its own; null when it is not known yet.</param>
    /// <param name="today">The local day now.</param>
    public void Close(DateOnly on, DateOnly? keptThrough, DateOnly today)
    {
        RefuseUnlessOpen();
        if (on > today || on.Year < Year)
            throw new Refusal("Archive.Refusal.ClosingDay", Year);
        (State, ClosedOn) = (FileState.Closed, on);
        KeptThrough = Term switch
        {
            FileTerm.Years => new DateOnly(on.Year + Years!.Value, 12, 31),
            FileTerm.Other => keptThrough,
            _ => null,
        };
    }

    /// <summary>Sets the last day of a rule of its own once it is known. Refused for other terms and for a file that is open or gone.</summary>
    public void KeepThrough(DateOnly day)
    {
        if (Term != FileTerm.Other || State != FileState.Closed)
            throw new Refusal("Archive.Refusal.NotClosed", Index);
        KeptThrough = day;
    }

    /// <summary>Somebody else keeps it from now on.</summary>
    public void GiveTo(Guid keeperId) => KeeperId = keeperId;

    /// <summary>It went to the National Archives. Refused unless it is closed.</summary>
    public void HandOver(string actNumber, DateOnly on) => Leave(FileState.HandedOver, actNumber, on);

    /// <summary>What it held was destroyed. Refused unless it is closed and past its term.</summary>
    public void Destroy(string actNumber, DateOnly on)
    {
        if (KeptThrough is not { } day || day >= on)
            throw new Refusal("Archive.Refusal.NotDue", Index);
        Leave(FileState.Destroyed, actNumber, on);
    }

    /// <summary>Refuses what only an open file takes.</summary>
    public void RefuseUnlessOpen()
    {
        if (State != FileState.Open)
            throw new Refusal("Archive.Refusal.NotOpen", Index);
    }

    private void Leave(FileState state, string actNumber, DateOnly on)
    {
        if (State != FileState.Closed)
            throw new Refusal("Archive.Refusal.NotClosed", Index);
        (State, ActNumber, LeftOn) = (state, actNumber, on);
    }

    private void Take(FileSpec spec)
    {
        var kept = spec.Checked();
        (Index, Title, Medium, Term, Years, OtherRule, Basis) = (kept.Index, kept.Title, kept.Medium, kept.Term, kept.Years, kept.OtherRule, kept.Basis);
        (UnitId, TopicId, Remarks, Takes) = (kept.UnitId, kept.TopicId, kept.Remarks, [.. kept.Takes]);
    }
}
