using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Quality;

/// <summary>Where an improvement task stands.</summary>
public enum ImprovementState
{
    /// <summary>Somebody sees a need; nobody has taken it on.</summary>
    Proposed,

    /// <summary>Agreed with the unit: it has an owner and a day.</summary>
    Agreed,

    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Done; whether it helped is still to be seen.</summary>
    Done,

    /// <summary>It helped.</summary>
    Effective,

    /// <summary>It did not help.</summary>
    NotEffective,

    /// <summary>Nothing comes of it, for a reason.</summary>
    Dropped,
}

/// <summary>What showed the need for an improvement.</summary>
public enum ImprovementOrigin
{
    /// <summary>Somebody noticed it at work.</summary>
    Observation,

    /// <summary>The result of a survey or a study.</summary>
    Survey,

    /// <summary>A complaint.</summary>
    Complaint,

    /// <summary>Another case.</summary>
    Case,

    /// <summary>A mystery shopper's visit.</summary>
    MysteryVisit,

    /// <summary>The yearly report of a unit.</summary>
    UnitReport,

    /// <summary>A suggestion of the staff.</summary>
    Suggestion,

    /// <summary>A violation of the standard.</summary>
    Violation,

    /// <summary>A missed term.</summary>
    Breach,
}

/// <summary>What showed the need: a kind, the thing itself, and the screen it was seen on.</summary>
/// <param name="Origin">Kind of thing.</param>
/// <param name="ThingId">The thing: case, breach, survey wave …; null for an observation.</param>
/// <param name="Label">Its number or name; no person's name.</param>
/// <param name="Screen">The desk page the signal came from, a path without a query; null when unknown.</param>
public sealed record ImprovementSource(ImprovementOrigin Origin, Guid? ThingId = null, string? Label = null, string? Screen = null);

/// <summary>What a task is about: why, to which end, by which measure. No names of people belong here.</summary>
public sealed record ImprovementPlan
{
    /// <summary>In a few words.</summary>
    public string Title { get; init; } = "";

    /// <summary>What is wrong.</summary>
    public string? Why { get; init; }

    /// <summary>What it is to be like afterwards.</summary>
    public string Goal { get; init; } = "";

    /// <summary>The steps to it, one on a line.</summary>
    public string? Steps { get; init; }

    /// <summary>By what it is measured, with its unit: "share of those who waited over 15 minutes, %".</summary>
    public string? Measure { get; init; }

    /// <summary>The measure before.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The measure wanted.</summary>
    public decimal? Target { get; init; }

    /// <summary>Key of the survey question that shows the measure, if one does.</summary>
    public string? WatchKey { get; init; }

    /// <summary>How far of the way from baseline to target a value lies, percent; null without both, or where they are equal.</summary>
    public decimal? ProgressAt(decimal? value) =>
        value is { } v && Baseline is { } from && Target is { } to && from != to ? Math.Round((v - from) / (to - from) * 100, MidpointRounding.AwayFromZero) : null;

    /// <summary>The plan trimmed; refused without title and goal, and with values nobody can say of what they are.</summary>
    internal ImprovementPlan Checked()
    {
        if (Measure is null or "" && (Baseline is not null || Target is not null))
            throw new Refusal("Quality.Refusal.MeasureMissing");
        if (Baseline is not null && Baseline == Target)
            throw new Refusal("Quality.Refusal.TargetIsBaseline");
        return this with
        {
            Title = Improvement.Optional(Title, Improvement.MaxTitle) ?? throw new Refusal("Quality.Refusal.TitleMissing"),
            Goal = Improvement.Optional(Goal) ?? throw new Refusal("Quality.Refusal.GoalMissing"),
            Why = Improvement.Optional(Why),
            Steps = Improvement.Optional(Steps),
            Measure = Improvement.Optional(Measure, Improvement.MaxShort),
            WatchKey = Improvement.Optional(WatchKey, Improvement.MaxShort),
        };
    }
}

/// <summary>What the public is told: "what we did".</summary>
public sealed record ImprovementPublicText
{
    /// <summary>Whether it is told.</summary>
    public bool IsShown { get; init; }

    /// <summary>In Latvian.</summary>
    public string? Lv { get; init; }

    /// <summary>In English; Latvian stands in for it.</summary>
    public string? En { get; init; }

    /// <summary>In Russian; Latvian stands in for it.</summary>
    public string? Ru { get; init; }

    /// <summary>In a language, or in Latvian where there is none; null when the public is told nothing.</summary>
    public string? In(string language) => !IsShown ? null : language switch { "en" => En ?? Lv, "ru" => Ru ?? Lv, _ => Lv };
}

/// <summary>What happened to a task.</summary>
public enum ImprovementEventKind
{
    /// <summary>Proposed.</summary>
    Proposed,

    /// <summary>Written anew.</summary>
    Described,

    /// <summary>Agreed with the unit.</summary>
    Agreed,

    /// <summary>Begun.</summary>
    Started,

    /// <summary>Given to another owner.</summary>
    HandedOver,

    /// <summary>Another day.</summary>
    Postponed,

    /// <summary>A remark.</summary>
    Noted,

    /// <summary>Something that proves it was added.</summary>
    EvidenceAdded,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>It helped.</summary>
    FoundEffective,

    /// <summary>It did not help.</summary>
    FoundNotEffective,

    /// <summary>Dropped.</summary>
    Dropped,

    /// <summary>Taken up again.</summary>
    Reopened,

    /// <summary>The public is told.</summary>
    Published,

    /// <summary>The public is not told any more.</summary>
    Unpublished,
}

/// <summary>One thing that happened to a task. Never changed.</summary>
public sealed class ImprovementEvent
{
    private ImprovementEvent()
    {
    }

    internal ImprovementEvent(Guid improvementId, ImprovementEventKind kind, Actor by, DateTimeOffset at, string? text, DateOnly? day) =>
        (ImprovementId, Kind, ById, By, At, Text, Day) = (improvementId, kind, by.EmployeeId, by.Name, at, text, day);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid ImprovementId { get; private set; }

    /// <summary>What happened.</summary>
    public ImprovementEventKind Kind { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Reason or remark.</summary>
    public string? Text { get; private set; }

    /// <summary>The day agreed, local.</summary>
    public DateOnly? Day { get; private set; }
}

/// <summary>Something that proves what was done: a link or a file.</summary>
public sealed class ImprovementEvidence
{
    private ImprovementEvidence()
    {
    }

    internal ImprovementEvidence(Guid improvementId, string? address, AttachedFile? file, string? caption, Actor by, DateTimeOffset at) =>
        (ImprovementId, Address, FileName, ContentType, Size, Hash, Caption, AddedBy, AddedAt) = (improvementId, address, file?.FileName, file?.ContentType, file?.Size, file?.Hash, caption, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid ImprovementId { get; private set; }

    /// <summary>What it shows.</summary>
    public string? Caption { get; private set; }

    /// <summary>A web address; null for a file.</summary>
    public string? Address { get; private set; }

    /// <summary>Name of the file; null for a link.</summary>
    public string? FileName { get; private set; }

    /// <summary>Media type found in the content.</summary>
    public string? ContentType { get; private set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; private set; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string? Hash { get; private set; }

    /// <summary>Who added it.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }
}
