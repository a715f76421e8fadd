using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>Where a proposed day stands.</summary>
public enum ProposalState
{
    /// <summary>Waits for somebody to look at it.</summary>
    Proposed,

    /// <summary>Somebody confirmed it: it is an exception of the calendar.</summary>
    Confirmed,

    /// <summary>Somebody said no. It is not proposed again.</summary>
    Rejected,
}

/// <summary>One day as a file tells it.</summary>
/// <param name="Key">What makes it the same row in the next file: the event's own key, or the date.</param>
/// <param name="On">The local date.</param>
/// <param name="Kind">What it does to the day.</param>
/// <param name="Name">What it is called; becomes the reason of the exception.</param>
/// <param name="Source">Where it is written: Cabinet order, law. May be empty in a file.</param>
/// <param name="PairOn">For a moved day: the day it was moved to, or the one it stands for.</param>
public sealed record SourceDay(string Key, DateOnly On, CalendarExceptionKind Kind, string Name, string Source, DateOnly? PairOn)
{
    /// <summary>Longest name kept, characters.</summary>
    public const int LongestName = 300;

    /// <summary>Longest source kept, characters.</summary>
    public const int LongestSource = 400;

    /// <summary>Whether a file says the same of the day as another did.</summary>
    public bool SaysTheSame(SourceDay other) => this with { Key = other.Key } == other;
}

/// <summary>
/// A day read from a file, which becomes an exception of the calendar only when somebody confirms it. What a person edited or
/// rejected stays so when the file is read again; what the file says otherwise than before is kept beside it as a difference.
/// </summary>
public sealed class CalendarProposal : IVersioned
{
    private CalendarProposal()
    {
    }

    /// <summary>A day to look at.</summary>
    public CalendarProposal(Guid readingId, SourceDay day, DateTimeOffset at)
    {
        (ReadingId, ReadAt, SourceKey) = (readingId, at, day.Key);
        TakeSource(day);
        TakeValues(day);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The reading that last brought it.</summary>
    public Guid ReadingId { get; private set; }

    /// <summary>When that was, UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>What makes it the same row in the next file.</summary>
    public string SourceKey { get; private set; } = "";

    /// <summary>The date the file gave when it was last looked at.</summary>
    public DateOnly SourceOn { get; private set; }

    /// <summary>The kind the file gave.</summary>
    public CalendarExceptionKind SourceKind { get; private set; }

    /// <summary>The name the file gave.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>The source the file gave.</summary>
    public string SourceSource { get; private set; } = "";

    /// <summary>The other half of the pair the file gave.</summary>
    public DateOnly? SourcePairOn { get; private set; }

    /// <summary>The date to be entered.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The kind to be entered.</summary>
    public CalendarExceptionKind Kind { get; private set; }

    /// <summary>The reason to be entered.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The source to be entered; needed before it can be confirmed.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The other half of a moved pair.</summary>
    public DateOnly? PairOn { get; private set; }

    /// <summary>Somebody changed it by hand.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Who decided or edited last; empty before.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The exception it became.</summary>
    public Guid? ExceptionId { get; private set; }

    /// <summary>The file now says something else than when somebody looked at it.</summary>
    public bool HasDifference { get; private set; }

    /// <summary>The date the file says now.</summary>
    public DateOnly? NewOn { get; private set; }

    /// <summary>The kind the file says now.</summary>
    public CalendarExceptionKind? NewKind { get; private set; }

    /// <summary>The name the file says now.</summary>
    public string? NewName { get; private set; }

    /// <summary>The source the file says now.</summary>
    public string? NewSource { get; private set; }

    /// <summary>The other half the file says now.</summary>
    public DateOnly? NewPairOn { get; private set; }

    /// <summary>What the file said when somebody looked at it.</summary>
    public SourceDay Before => new(SourceKey, SourceOn, SourceKind, SourceName, SourceSource, SourcePairOn);

    /// <summary>What the file says now; null when it says the same.</summary>
    public SourceDay? Now => HasDifference ? new(SourceKey, NewOn!.Value, NewKind!.Value, NewName!, NewSource!, NewPairOn) : null;

    /// <summary>A file was read again; whether it says something else than before.</summary>
    public bool SeenAgain(Guid readingId, SourceDay day, DateTimeOffset at)
    {
        (ReadingId, ReadAt) = (readingId, at);
        if (day.SaysTheSame(Before))
        {
            ForgetDifference();
            return false;
        }

        // What nobody has touched yet simply follows the file.
        if (State == ProposalState.Proposed && !IsEdited)
        {
            TakeSource(day);
            TakeValues(day);
            ForgetDifference();
            return true;
        }

        HasDifference = true;
        (NewOn, NewKind, NewName, NewSource, NewPairOn) = (day.On, day.Kind, Cut(day.Name, SourceDay.LongestName), Cut(day.Source, SourceDay.LongestSource), day.PairOn);
        return true;
    }

    /// <summary>Corrects it by hand. Refused once it is confirmed: then the exception itself is edited.</summary>
    public void Edit(DateOnly on, CalendarExceptionKind kind, string? name, string? source, DateOnly? pairOn, string by, DateTimeOffset at)
    {
        if (State == ProposalState.Confirmed)
            throw new Refusal("Deadlines.Refusal.ProposalConfirmed", On);
        if (string.IsNullOrWhiteSpace(name))
            throw new Refusal("Deadlines.Refusal.ExceptionReason");
        if (string.IsNullOrWhiteSpace(source))
            throw new Refusal("Deadlines.Refusal.ExceptionSource");
        if (kind == CalendarExceptionKind.Shortened)
            throw new Refusal("Deadlines.Refusal.ShortenedNeedsHours", on);
        if (on < WorkingCalendar.First || on > WorkingCalendar.Last)
            throw new Refusal("Deadlines.Refusal.DateOutOfRange", on, WorkingCalendar.First.Year, WorkingCalendar.Last.Year);
        if (pairOn == on)
            throw new Refusal("Deadlines.Refusal.PairIsTheSameDay", on);
        (On, Kind, Name, Source, PairOn) = (on, kind, Cut(name.Trim(), SourceDay.LongestName), Cut(source.Trim(), SourceDay.LongestSource), IsMoved(kind) ? pairOn : null);
        IsEdited = true;
        State = ProposalState.Proposed;
        Decided(by, at);
    }

    /// <summary>Says no. Refused once it is confirmed: then the exception is withdrawn.</summary>
    public void Reject(string by, DateTimeOffset at)
    {
        if (State == ProposalState.Confirmed)
            throw new Refusal("Deadlines.Refusal.ProposalConfirmed", On);
        State = ProposalState.Rejected;
        Decided(by, at);
    }

    /// <summary>Says yes: it became this exception. Refused while no source is named.</summary>
    public void Confirm(Guid exceptionId, string by, DateTimeOffset at)
    {
        if (State != ProposalState.Proposed)
            throw new Refusal("Deadlines.Refusal.ProposalDecided", On);
        if (Source.Length == 0)
            throw new Refusal("Deadlines.Refusal.ProposalWithoutSource", On);
        (State, ExceptionId) = (ProposalState.Confirmed, exceptionId);
        Decided(by, at);
    }

    /// <summary>Looks at it again: after a no, or after its exception was withdrawn.</summary>
    public void Reconsider(string by, DateTimeOffset at)
    {
        (State, ExceptionId) = (ProposalState.Proposed, null);
        Decided(by, at);
    }

    /// <summary>Takes what the file says now; it must be confirmed anew.</summary>
    public void TakeDifference(string by, DateTimeOffset at)
    {
        var now = Now ?? throw new Refusal("Deadlines.Refusal.NoDifference", On);
        TakeSource(now);
        TakeValues(now);
        (IsEdited, State, ExceptionId) = (false, ProposalState.Proposed, null);
        ForgetDifference();
        Decided(by, at);
    }

    /// <summary>Keeps what somebody decided; the file's new words are known and not shown again.</summary>
    public void KeepDecision(string by, DateTimeOffset at)
    {
        TakeSource(Now ?? throw new Refusal("Deadlines.Refusal.NoDifference", On));
        ForgetDifference();
        Decided(by, at);
    }

    /// <summary>Whether a kind is half of a pair.</summary>
    public static bool IsMoved(CalendarExceptionKind kind) => kind is CalendarExceptionKind.MovedIn or CalendarExceptionKind.MovedOut;

    private void TakeSource(SourceDay day) =>
        (SourceOn, SourceKind, SourceName, SourceSource, SourcePairOn) = (day.On, day.Kind, Cut(day.Name, SourceDay.LongestName), Cut(day.Source, SourceDay.LongestSource), day.PairOn);

    private void TakeValues(SourceDay day) =>
        (On, Kind, Name, Source, PairOn) = (day.On, day.Kind, Cut(day.Name, SourceDay.LongestName), Cut(day.Source, SourceDay.LongestSource), day.PairOn);

    private void ForgetDifference() => (HasDifference, NewOn, NewKind, NewName, NewSource, NewPairOn) = (false, null, null, null, null, null);

    private void Decided(string by, DateTimeOffset at) => (DecidedBy, DecidedAt) = (by, at);

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;
}

/// <summary>One file of days that somebody brought, and what came of it.</summary>
public sealed class CalendarReading
{
    private CalendarReading()
    {
    }

    /// <summary>A reading.</summary>
    /// <param name="fileName">Name of the file; empty when the text was pasted.</param>
    /// <param name="isICalendar">Whether it is iCalendar; else a table.</param>
    /// <param name="by">Who brought it.</param>
    /// <param name="at">When, UTC.</param>
    public CalendarReading(string fileName, bool isICalendar, string by, DateTimeOffset at) =>
        (FileName, IsICalendar, By, At) = (fileName, isICalendar, by, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Name of the file; empty when the text was pasted.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Whether it is iCalendar; else a table.</summary>
    public bool IsICalendar { get; private set; }

    /// <summary>Who brought it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Days proposed for the first time, or anew because nobody had looked at them.</summary>
    public int Proposed { get; private set; }

    /// <summary>Days the calendar knows already: holidays by law, exceptions in force.</summary>
    public int Known { get; private set; }

    /// <summary>Days decided or waiting since an earlier file, told the same.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Days the file tells otherwise than before.</summary>
    public int Changed { get; private set; }

    /// <summary>What could not be read: line, key of the sentence and the words in question, parted by tabs.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>The result.</summary>
    public void Finish(int proposed, int known, int unchanged, int changed, IEnumerable<string> faults) =>
        (Proposed, Known, Unchanged, Changed, Faults) = (proposed, known, unchanged, changed, [.. faults]);
}
