using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
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

/// <summary>What the open tab of the composer shows beside what is typed.</summary>
/// <param name="Tab">The tab.</param>
/// <param name="Reference">The line that names the client's message.</param>
/// <param name="Salutations">Salutations to choose from.</param>
/// <param name="Signatory">Who signs.</param>
/// <param name="Signature">The signature.</param>
/// <param name="Offered">Prepared texts that fit.</param>
/// <param name="Draft">One's own draft of this tab.</param>
/// <param name="Shared">Drafts colleagues share on this case.</param>
public sealed record ComposerState(
    DraftTab Tab, string Reference, IReadOnlyList<string> Salutations, Signatory Signatory, string Signature, OfferedTexts Offered, OwnDraft? Draft,
    IReadOnlyList<ColleaguesDraft> Shared)
{
    /// <summary>A draft thrown away a moment ago, which can be had back.</summary>
    public Guid? Discarded { get; init; }

    /// <summary>A mark of the person, so that text kept in a browser comes back to nobody else.</summary>
    public string Person => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Signatory.Email)))[..12];

    /// <summary>The tab as addresses name it.</summary>
    public string Word => WordOf(Tab);

    public static string WordOf(DraftTab tab) => tab.ToString().ToLowerInvariant();

    public static DraftTab TabOf(string? word) => Enum.TryParse<DraftTab>(word, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : DraftTab.Reply;
}

/// <summary>Makes the composer ready: proposals for an empty letter, one's own draft, what colleagues share, prepared texts that fit.</summary>
public sealed class ComposerDesk(ReadDraftsHandler drafts, OfferPreparedTextsHandler offer, LetterWriter words)
{
    /// <summary>The state of the open tab, and the draft in it; <paramref name="fresh"/> fields take the draft, or what is proposed.</summary>
    public async Task<ComposerState> PrepareAsync(CaseDetails item, string open, LetterInput letter, NoteInput note, bool fresh, CancellationToken cancellationToken)
    {
        var start = await drafts.HandleAsync(item.Id, cancellationToken);
        var tab = ComposerState.TabOf(open);
        var draft = start.Of(tab);
        if (fresh && draft is not null)
            Take(draft, letter, note);
        // A case whose client is hidden proposes no name: the composer must not tell what the page hides.
        if (fresh)
        {
            letter.Salutation ??= words.Salutation(item.Language, item.Contact.Name);
            letter.NextSteps ??= words.NextSteps(item.Language, item.Number, tab == DraftTab.Interim);
            letter.ClientNumber ??= item.Messages.LastOrDefault(m => m.Letter?.ClientNumber is not null)?.Letter?.ClientNumber;
        }

        if (fresh)
            (letter.Addressee, letter.Subject) = (item.Contact.Name, item.Subject);
        letter.Delivery ??= Composer.Usual(item);
        var offered = tab == DraftTab.Note ? OfferedTexts.None : await offer.HandleAsync(
            new LetterAtHand(tab == DraftTab.Reply ? LetterKind.Reply : letter is InterimInput { ExtendsLaw: true } ? LetterKind.Extension : LetterKind.Interim,
                item.Kind, item.State, item.Language, item.UnitId, item.TopicId),
            cancellationToken);
        return new ComposerState(tab, words.Reference(item.Language, item.Number, item.ReceivedOn, null), words.Salutations(item.Language, item.Contact.Name),
            start.Signatory, words.Signature(item.Language, start.Signatory), offered, draft, start.Shared);
    }

    /// <summary>Files one's own draft of a reply holds.</summary>
    public async Task<IReadOnlyList<AttachedFile>> HeldAsync(Guid caseId, CancellationToken cancellationToken) =>
        (await drafts.HandleAsync(caseId, cancellationToken)).Of(DraftTab.Reply)?.Files ?? [];

    private static void Take(OwnDraft draft, LetterInput letter, NoteInput note)
    {
        var text = draft.Text;
        if (draft.Tab == DraftTab.Note)
        {
            (note.Text, note.DraftVersion) = (text.Body, draft.Version);
            return;
        }

        (letter.Salutation, letter.Text, letter.NextSteps, letter.ClientNumber, letter.Delivery) = (text.Salutation, text.Body, text.NextSteps, text.ClientNumber, text.Delivery);
        (letter.DraftVersion, letter.Share) = (draft.Version, draft.IsShared);
        if (letter is ReplyInput reply)
            reply.Outcome = text.Outcome;
        if (letter is InterimInput interim)
            (interim.PromisedOn, interim.ExtendsLaw) = (text.PromisedOn, text.ExtendsLaw);
    }
}

/// <summary>The open tab: a reply.</summary>
public sealed record ReplyForm(CaseDetails Case, ReplyInput Input, Web.Shared.Uploads.AttachmentList Files, ComposerState State);

/// <summary>The open tab: an interim reply or a notice of extension.</summary>
public sealed record InterimForm(CaseDetails Case, InterimInput Input, Application.Deadlines.PromisePreview? Promise, ComposerState State);

/// <summary>The open tab: a note.</summary>
public sealed record NoteForm(CaseDetails Case, NoteInput Input, ComposerState State);

/// <summary>The part of a letter's form that replies and interim replies share.</summary>
public sealed record LetterFields(CaseDetails Case, LetterInput Input, ComposerState State);
