namespace ServiceDesk.Application.Clients.Timeline;

/// <summary>Kinds of things in a client's timeline; each is a filter and has a source of its own.</summary>
public enum TimelineKind
{
    /// <summary>Cases.</summary>
    Case,

    /// <summary>Letters and messages in both directions.</summary>
    Message,

    /// <summary>Phone calls.</summary>
    Call,

    /// <summary>Visits in person.</summary>
    Visit,

    /// <summary>Notes on the card.</summary>
    Note,

    /// <summary>Documents registered.</summary>
    Document,
}

/// <summary>What happened.</summary>
public enum TimelineEvent
{
    /// <summary>A case reached us.</summary>
    CaseReceived,

    /// <summary>A case was closed.</summary>
    CaseClosed,

    /// <summary>The client wrote something more.</summary>
    ClientWrote,

    /// <summary>A letter left for the client.</summary>
    LetterSent,

    /// <summary>A letter to the client could not be sent.</summary>
    LetterFailed,

    /// <summary>The client called, or left a voice message.</summary>
    ClientCalled,

    /// <summary>We told the client something by phone.</summary>
    WeCalled,

    /// <summary>The client came.</summary>
    ClientCame,

    /// <summary>We told the client something in person.</summary>
    ToldInPerson,

    /// <summary>Somebody wrote a note on the card.</summary>
    NoteWritten,

    /// <summary>A document for or with the client was registered.</summary>
    DocumentRegistered,
}

/// <summary>One line of a timeline.</summary>
public sealed record TimelineEntry
{
    /// <summary>Key of the thing it tells of.</summary>
    public required Guid Id { get; init; }

    /// <summary>Under which filter it falls.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>What happened.</summary>
    public required TimelineEvent Event { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Subject or the like; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The beginning of what was said; null when there is nothing to quote.</summary>
    public string? Text { get; init; }

    /// <summary>Number by which it is known, for example of the case.</summary>
    public string? Number { get; init; }

    /// <summary>Where it is shown in full; null when nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>Who of us did it, or which unit answers.</summary>
    public string? By { get; init; }
}

/// <summary>What is asked of the sources: a stretch of one client's timeline, the newest first.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Kinds">All kinds asked for, not only the source's own: what one source tells, another leaves out.</param>
/// <param name="From">Not before this instant, UTC; null without a limit.</param>
/// <param name="Until">Not after this instant, UTC.</param>
/// <param name="Count">At most so many.</param>
public sealed record TimelineQuestion(Guid ClientId, IReadOnlySet<TimelineKind> Kinds, DateTimeOffset? From, DateTimeOffset Until, int Count);

/// <summary>
/// Tells one kind of thing in a client's timeline. A new kind of thing (payments, surveys asked) joins the stream by one class
/// that implements this and one word in <see cref="TimelineKind"/>; classes are found by scanning. A source tells only what the person at
/// the keyboard may see, with a number of commands that does not depend on how much there is.
/// </summary>
public interface ITimelineSource
{
    /// <summary>The kind it tells; it is asked only when that is wanted.</summary>
    TimelineKind Kind { get; }

    /// <summary>The newest entries of the stretch, in any order.</summary>
    Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuestion question, CancellationToken cancellationToken);
}
