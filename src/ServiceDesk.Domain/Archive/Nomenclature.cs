using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Archive;

/// <summary>Where the file nomenclature of a year stands.</summary>
public enum NomenclatureState
{
    /// <summary>Being drawn up.</summary>
    Draft,

    /// <summary>Approved: its files are frozen, further ones come with a note; items are filed.</summary>
    Approved,

    /// <summary>The year is over: every file is closed.</summary>
    Closed,
}

/// <summary>The file nomenclature (lietu nomenklatūra) of one year: which files there are, how long each is kept and by what right.</summary>
public sealed class Nomenclature : IVersioned
{
    /// <summary>Longest word on what the approval rests, characters.</summary>
    public const int MaxAgreement = 300;

    private Nomenclature()
    {
    }

    /// <summary>The nomenclature of a year. Refused for a year nobody can mean.</summary>
    public Nomenclature(int year, Actor by, DateTimeOffset at)
    {
        if (year is < 1990 or > 2200)
            throw new Refusal("Archive.Refusal.YearOutOfRange");
        (Year, BegunBy, BegunAt) = (year, by.Name, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The year; there is one nomenclature for each.</summary>
    public int Year { get; private set; }

    /// <summary>Where it stands.</summary>
    public NomenclatureState State { get; private set; }

    /// <summary>Who began it.</summary>
    public string BegunBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>What the approval rests on: order, agreement of the National Archives with date and number.</summary>
    public string? Agreement { get; private set; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>Their name.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>When it was approved, UTC.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>When the year was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Approves it; its files are frozen from now on. Refused twice, without files and without what it rests on.</summary>
    public void Approve(int files, string? agreement, Actor by, DateTimeOffset at)
    {
        if (State != NomenclatureState.Draft)
            throw new Refusal("Archive.Refusal.NoDraft", Year);
        if (files == 0)
            throw new Refusal("Archive.Refusal.NoFiles");
        (Agreement, State, ApprovedById, ApprovedBy, ApprovedAt) =
            (FileSpec.Said(agreement, MaxAgreement, "Archive.Refusal.AgreementMissing"), NomenclatureState.Approved, by.EmployeeId, by.Name, at);
    }

    /// <summary>The year is over and every file closed. Refused before approval and while the year lasts.</summary>
    public void Close(DateOnly today, DateTimeOffset at)
    {
        RefuseUnlessApproved();
        if (today.Year <= Year)
            throw new Refusal("Archive.Refusal.YearLasts", Year);
        (State, ClosedAt) = (NomenclatureState.Closed, at);
    }

    internal void RefuseUnlessApproved()
    {
        if (State != NomenclatureState.Approved)
            throw new Refusal("Archive.Refusal.NotApproved", Year);
    }
}
