using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Pages.Desk.Cases.ShowCase;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Cases.SaveDraft;

/// <summary>What the composer sends to be kept: every few seconds by script, or by a button.</summary>
public sealed class DraftInput : CaseInput
{
    public string? Salutation { get; set; }

    public string? Text { get; set; }

    public string? NextSteps { get; set; }

    public string? ClientNumber { get; set; }

    public Delivery? Delivery { get; set; }

    public CaseOutcome? Outcome { get; set; }

    public DateOnly? PromisedOn { get; set; }

    public bool ExtendsLaw { get; set; }

    public List<string> Kept { get; set; } = [];

    public List<int> Removed { get; set; } = [];

    public bool Share { get; set; }

    public int? DraftVersion { get; set; }

    /// <summary>The writer has seen that the draft was saved elsewhere and keeps this text.</summary>
    public bool Overwrite { get; set; }

    /// <summary>The prepared text to put in.</summary>
    public Guid? Insert { get; set; }

    public DraftText Draft => new()
    {
        Salutation = Salutation,
        Body = Text,
        NextSteps = NextSteps,
        ClientNumber = ClientNumber,
        Delivery = Delivery,
        Outcome = Outcome,
        PromisedOn = PromisedOn,
        ExtendsLaw = ExtendsLaw,
    };
}

/// <summary>
/// Keeps the draft of a tab. By script it answers with a fragment; without scripts the same buttons keep the text, do their step and
/// lead back to the composer. When the draft was saved elsewhere it shows both texts and lets the writer choose.
/// </summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
[StreamedFiles]
public sealed class IndexModel(
    SaveDraftHandler save, DiscardDraftHandler discard, FillPreparedTextHandler fill, ReadDraftsHandler read, Attachments attachments, Dates dates, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "w")]
    public string? Writing { get; set; }

    public DraftInput Input { get; private set; } = new();

    public SavedDraft Saved { get; private set; } = null!;

    public OwnDraft? Other { get; private set; }

    public AttachmentList Files { get; private set; } = AttachmentList.Empty;

    public DraftTab Tab => ComposerState.TabOf(Writing);

    public string Composer => $"/desk/cases/{Id}?w={ComposerState.WordOf(Tab)}";

    /// <summary>One sentence on what became of the draft.</summary>
    public string Sentence => Saved.Fate switch
    {
        DraftFate.Saved => t["Desk.Draft.Saved", dates.Clock(Saved.At!.Value)],
        DraftFate.Empty => t["Desk.Draft.NothingToSave"],
        DraftFate.SavedElsewhere => t["Desk.Draft.SavedElsewhere", dates.Clock(Saved.At!.Value)],
        DraftFate.SentElsewhere => t["Desk.Draft.SentElsewhere"],
        DraftFate.DiscardedElsewhere => t["Desk.Draft.DiscardedElsewhere"],
        DraftFate.TakenOver => t["Desk.Draft.TakenOver", Saved.By!],
        _ => throw new InvalidOperationException($"No sentence for {Saved.Fate}"),
    };

    public bool IsConflict => Saved.Fate is DraftFate.SavedElsewhere or DraftFate.SentElsewhere or DraftFate.DiscardedElsewhere or DraftFate.TakenOver;

    private bool ByScript => Request.Headers.ContainsKey("HX-Request");

    public IActionResult OnGet() => Redirect(Composer);

    /// <summary>A prepared text with its variables filled, for the script.</summary>
    public async Task<IActionResult> OnGetTextAsync(Guid text, CancellationToken cancellationToken) =>
        await fill.HandleAsync(Id, text, cancellationToken) is { } filled
            ? new JsonResult(new { sort = filled.Sort.ToString(), filled.Salutation, filled.Body, filled.NextSteps })
            : NotFound();

    public Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] DraftInput input, CancellationToken cancellationToken) =>
        KeepAsync(input, input.Draft, () => Composer + "#write", cancellationToken);

    public async Task<IActionResult> OnPostInsertAsync([Bind(Prefix = "Input")] DraftInput input, CancellationToken cancellationToken)
    {
        var draft = input.Draft;
        if (input.Insert is { } text && await fill.HandleAsync(Id, text, cancellationToken) is { } filled)
            draft = FillPreparedTextHandler.Insert(draft, filled);
        return await KeepAsync(input, draft, () => Composer + "#write", cancellationToken);
    }

    public Task<IActionResult> OnPostPreviewAsync([Bind(Prefix = "Input")] DraftInput input, CancellationToken cancellationToken) =>
        KeepAsync(input, input.Draft, () => Saved.Fate == DraftFate.Empty ? Composer + "#write" : $"/desk/cases/{Id}/preview?w={ComposerState.WordOf(Tab)}", cancellationToken);

    public async Task<IActionResult> OnPostDiscardAsync(Guid draft, CancellationToken cancellationToken)
    {
        try
        {
            await discard.HandleAsync(draft, cancellationToken);
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key], NoticeKind.Attention);
            return Redirect(Composer);
        }

        return Redirect($"{Composer}&discarded={draft}#write");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid draft, CancellationToken cancellationToken)
    {
        try
        {
            await discard.RestoreAsync(draft, cancellationToken);
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key], NoticeKind.Attention);
        }

        return Redirect(Composer + "#write");
    }

    private async Task<IActionResult> KeepAsync(DraftInput input, DraftText draft, Func<string> next, CancellationToken cancellationToken)
    {
        Input = input;
        var held = (await read.HandleAsync(Id, cancellationToken)).Of(Tab);
        // What cannot be bound or attached is told at sending; a draft keeps the rest.
        var files = attachments.Collect(HttpContext, input.Kept, input.Removed, ModelState, "Input.Files", held?.Files);
        try
        {
            Saved = await save.HandleAsync(new Application.Correspondence.SaveDraft(Id, Tab, draft, files, input.Share, input.DraftVersion, input.Token, input.Overwrite), cancellationToken);
        }
        catch (Refusal)
        {
            return NotFound();
        }

        Files = new AttachmentList(IsConflict ? files : Saved.Files, attachments.Keep);
        if (ByScript)
            return Partial("_Saved", this);
        if (IsConflict)
        {
            Other = Saved.Fate == DraftFate.SavedElsewhere ? held : null;
            return Page();
        }

        if (ModelState.TryGetValue("Input.Files", out var refused) && refused.Errors.Count > 0)
            this.Notice(refused.Errors[0].ErrorMessage, NoticeKind.Attention);
        else
            this.Notice(Sentence, Saved.Fate == DraftFate.Empty ? NoticeKind.Info : NoticeKind.Success);
        return Redirect(next());
    }
}
