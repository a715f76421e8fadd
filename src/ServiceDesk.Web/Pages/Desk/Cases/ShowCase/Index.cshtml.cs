using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Cases.Presence;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Cases.ShowCase;

/// <summary>A case: what was said, what is owed and by when, and the next letter.</summary>
[Authorize(Policy = nameof(Permission.OpenCases))]
[StreamedFiles]
public sealed class IndexModel(
    ShowCaseHandler show, SendReplyHandler sendReply, SendInterimReplyHandler sendInterim, ExtendStatutoryTermHandler extend, AddNoteHandler addNote,
    AssignCaseHandler assign, ResolveFailedLetterHandler resolve, TakeBackLetterHandler takeBack, PreviewPromiseHandler preview,
    MarkNoticesReadHandler markRead, ListCaseLinksHandler listLinks, NotePresenceHandler presence, ComposerDesk composers, Attachments attachments, ICurrentUser me, TimeProvider time, Texts t) : SingleCasePage(show, t)
{
    [FromQuery(Name = "w")]
    public string? Writing { get; set; }

    /// <summary>A letter taken back whose text the composer begins with.</summary>
    [FromQuery(Name = "from")]
    public Guid? From { get; set; }

    /// <summary>A draft thrown away a moment ago.</summary>
    [FromQuery(Name = "discarded")]
    public Guid? Discarded { get; set; }

    public Composer Composer { get; private set; } = null!;

    public ComposerState? State { get; private set; }

    public ReplyInput Reply { get; private set; } = new();

    public InterimInput Interim { get; private set; } = new();

    public NoteInput Note { get; private set; } = new();

    public FailedInput Failed { get; private set; } = new();

    public IReadOnlyList<CaseLinkRow> Links { get; private set; } = [];

    public override string? Typed => Writing switch
    {
        Composer.Reply => Reply.Text,
        Composer.Interim => Interim.Text,
        Composer.Note => Note.Text,
        _ => null,
    };

    public AttachmentList Files { get; private set; } = AttachmentList.Empty;

    public PromisePreview? Promise { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public bool MayTakeOver => Case.MayHandle && Case.State != CaseState.Closed && me.EmployeeId is { } id && Case.AssigneeId != id && Case.UnitId == me.UnitId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await markRead.HandleAsync(Id, cancellationToken);
        var page = await AgainAsync(cancellationToken);
        if (Case is { MayRead: true })
            await presence.NoteAsync(new Application.Cases.Presence.NotePresence(Id, IsWriting: false), Case.IsNotedAsPresent, cancellationToken);
        return page;
    }

    /// <summary>What a date means before it is promised; asked for by script while the date is chosen.</summary>
    public async Task<IActionResult> OnGetPromiseAsync(DateOnly on, CancellationToken cancellationToken) =>
        Partial("_Promise", await preview.HandleAsync(on, cancellationToken));

    public async Task<IActionResult> OnPostReplyAsync([Bind(Prefix = "Input")] ReplyInput input, CancellationToken cancellationToken)
    {
        (Writing, Reply) = (Composer.Reply, input);
        var files = attachments.Collect(HttpContext, input.Kept, input.Removed, ModelState, "Input.Files", await composers.HeldAsync(Id, cancellationToken));
        Files = new AttachmentList(files, attachments.Keep);
        return await StepAsync("Input.Text", () => sendReply.HandleAsync(
            new SendReply(Id, input.Text!, input.Delivery!.Value, input.Outcome, files, input.Seen, input.Token, input.Frame, Registration: input.Registration), cancellationToken),
            input.Registered ? "Desk.Registered.Done" : "Desk.Reply.Done", cancellationToken);
    }

    public Task<IActionResult> OnPostInterimAsync([Bind(Prefix = "Input")] InterimInput input, CancellationToken cancellationToken)
    {
        (Writing, Interim) = (Composer.Interim, input);
        return StepAsync("Input.PromisedOn", () => input.ExtendsLaw
            ? extend.HandleAsync(new ExtendStatutoryTerm(Id, input.Text!, input.PromisedOn!.Value, input.Delivery!.Value, input.Seen, input.Token, input.Frame, input.Registration), cancellationToken)
            : sendInterim.HandleAsync(new SendInterimReply(Id, input.Text!, input.PromisedOn!.Value, input.Delivery!.Value, input.Seen, input.Token, input.Frame, input.Registration), cancellationToken),
            input.Registered ? "Desk.Registered.Done" : "Desk.Interim.Done", cancellationToken);
    }

    public Task<IActionResult> OnPostNoteAsync([Bind(Prefix = "Input")] NoteInput input, CancellationToken cancellationToken)
    {
        (Writing, Note) = (Composer.Note, input);
        return StepAsync("Input.Text", () => addNote.HandleAsync(new AddNote(Id, input.Text!, input.Token, Composed: true), cancellationToken), "Desk.Note.Done", cancellationToken);
    }

    public Task<IActionResult> OnPostTakeOverAsync(Guid unitId, CancellationToken cancellationToken) =>
        StepAsync("", () => assign.HandleAsync(new Application.Cases.AssignCase(Id, unitId, me.EmployeeId, null, null), cancellationToken), "Desk.TakeOver.Done", cancellationToken);

    public Task<IActionResult> OnPostFailedAsync([Bind(Prefix = "Failed")] FailedInput failed, CancellationToken cancellationToken)
    {
        Failed = failed;
        return StepAsync(failed.Again ? "Failed.Address" : "Failed.Reason", () => resolve.HandleAsync(
            new ResolveFailedLetter(Id, failed.MessageId, failed.Again ? failed.Address : null, failed.Reason, failed.Again), cancellationToken),
            failed.Again ? "Desk.Failed.SentAgain" : "Desk.Failed.Settled", cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid messageId, CancellationToken cancellationToken)
    {
        if (!await TryAsync(() => takeBack.HandleAsync(new TakeBackLetter(Id, messageId), cancellationToken)))
            return await AgainAsync(cancellationToken);
        await LoadAsync(cancellationToken);
        this.Notice(T["Desk.TakeBack.Done"]);
        var tab = Case.Messages.FirstOrDefault(m => m.Id == messageId)?.PromisedOn is null ? Composer.Reply : Composer.Interim;
        return Redirect($"{Home}?w={tab}&from={messageId}#write");
    }

    private async Task<IActionResult> StepAsync(string field, Func<Task> step, string done, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(step, field))
            return await AgainAsync(cancellationToken);
        this.Notice(T[done]);
        return Redirect(Home);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Case is { HasLinks: true, MayRead: true })
            Links = await listLinks.HandleAsync(Id, cancellationToken);
        Composer = Composer.Of(Case, Writing);
        if (Composer.Open is { } open)
        {
            LetterInput letter = open == Composer.Interim ? Interim : Reply;
            var isTyped = (open == Composer.Note ? Note.Token : letter.Token) != Guid.Empty;
            State = (await composers.PrepareAsync(Case, open, letter, Note, !isTyped, cancellationToken)) with { Discarded = Discarded };
            if (!isTyped && State is { Tab: DraftTab.Reply, Draft: { } draft })
                Files = new AttachmentList(draft.Files, attachments.Keep);
        }

        if (From is { } id && Case.Messages.FirstOrDefault(m => m.Id == id) is { DeliveryState: DeliveryState.TakenBack } taken && State?.Draft is null)
        {
            Reply.Text = Interim.Text = taken.Letter?.Body ?? taken.Text;
            (Reply.Outcome, Interim.PromisedOn) = (taken.ClosesWith, taken.PromisedOn);
        }

        Interim.PromisedOn ??= Case.SuggestedPromise ?? Case.StatutoryLatest;
        Interim.ExtendsLaw |= Case.PromiseBounds is null;
        if (Composer.Open == Composer.Interim && Interim.PromisedOn is { } on)
            Promise = await preview.HandleAsync(on, cancellationToken);
    }
}
