using ServiceDesk.Application.Cases;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Pages.Desk.Cases.ShowCase;

/// <summary>Which tabs of the composer a case offers, and which is open.</summary>
/// <param name="Tabs">Reply, interim, note: what may be written now; empty for who may not write.</param>
/// <param name="Open">The tab shown; null when there is none.</param>
public sealed record Composer(IReadOnlyList<string> Tabs, string? Open)
{
    public const string Reply = "reply";
    public const string Interim = "interim";
    public const string Note = "note";

    /// <summary>Outcomes a reply may close a case with.</summary>
    public static IReadOnlyList<CaseOutcome> Outcomes { get; } =
        [CaseOutcome.Granted, CaseOutcome.PartlyGranted, CaseOutcome.Explained, CaseOutcome.Refused, CaseOutcome.ThanksPassedOn];

    public static Composer Of(CaseDetails item, string? wanted)
    {
        if (!item.MayHandle)
            return new Composer([], null);
        List<string> tabs = [];
        if (item.State != CaseState.Closed)
        {
            if (item.Steps.AskedFor is null)
                tabs.Add(Reply);
            if (item.PromiseBounds is not null || item.StatutoryLatest is not null)
                tabs.Add(Interim);
        }

        tabs.Add(Note);
        return new Composer(tabs, wanted is not null && tabs.Contains(wanted) ? wanted : tabs[0]);
    }

    /// <summary>Ways a letter may leave the house for this client.</summary>
    public static IEnumerable<Delivery> Deliveries(CaseDetails item) =>
        Enum.GetValues<Delivery>().Where(d => d is not (Delivery.None or Delivery.InHouse) && (d != Delivery.Email || item.HasEmail));

    /// <summary>The way offered first: the one the client came by, where it leads back.</summary>
    public static Delivery Usual(CaseDetails item) => item switch
    {
        { HasEmail: true } => Delivery.Email,
        { Channel: Channel.Phone or Channel.Voicemail } => Delivery.Phone,
        { Channel: Channel.InPerson or Channel.Internal } => Delivery.InPerson,
        { Channel: Channel.Paper } => Delivery.Post,
        _ => Delivery.TrackingPage,
    };
}

/// <summary>One line of the conversation: a message or an event.</summary>
public sealed record TimelineItem(DateTimeOffset At, MessageRow? Message, EventRow? Event)
{
    private static readonly CaseEventKind[] Told =
    [
        CaseEventKind.Assigned, CaseEventKind.MessageTakenBack, CaseEventKind.FailureResolved, CaseEventKind.ClockExtended, CaseEventKind.ClockBreached,
        CaseEventKind.ClockMoved, CaseEventKind.BreachExplained, CaseEventKind.Closed, CaseEventKind.Reopened,
        CaseEventKind.Merged, CaseEventKind.TookIn, CaseEventKind.MergeUndone, CaseEventKind.GaveBack, CaseEventKind.Split, CaseEventKind.SplitOff, CaseEventKind.Added,
        CaseEventKind.WaitingStarted, CaseEventKind.WaitingEnded, CaseEventKind.HandOverOffered, CaseEventKind.HandOverAccepted, CaseEventKind.HandOverReturned,
        CaseEventKind.HandOverTakenBack, CaseEventKind.ClientDisputed, CaseEventKind.FollowedUp, CaseEventKind.FollowsUp, CaseEventKind.ConfidentialityMarked,
        CaseEventKind.ConfidentialityLifted, CaseEventKind.ForwardDecided, CaseEventKind.ColleagueAsked,
    ];

    /// <summary>Messages and the events worth a line, oldest first. What was taken back before it left is not part of the conversation.</summary>
    public static IEnumerable<TimelineItem> Of(CaseDetails item) => item.Messages
        .Where(m => m.DeliveryState != DeliveryState.TakenBack)
        .Select(m => new TimelineItem(m.WrittenAt, m, null))
        .Concat(item.History.Where(e => Told.Contains(e.Kind)).Select(e => new TimelineItem(e.At, null, e)))
        .OrderBy(x => x.At);
}

/// <summary>The open tab: a reply.</summary>
public sealed record ReplyForm(CaseDetails Case, ReplyInput Input, Web.Shared.Uploads.AttachmentList Files);

/// <summary>The open tab: an interim reply or a notice of extension.</summary>
public sealed record InterimForm(CaseDetails Case, InterimInput Input, Application.Deadlines.PromisePreview? Promise);

/// <summary>The open tab: a note.</summary>
public sealed record NoteForm(CaseDetails Case, NoteInput Input);
