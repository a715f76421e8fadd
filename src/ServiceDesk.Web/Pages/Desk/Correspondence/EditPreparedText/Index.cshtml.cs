using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Documents.Wording;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Documents;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Correspondence.EditPreparedText;

/// <summary>Writes, changes, retires a prepared text, and shows every edition it ever had.</summary>
[Authorize(Policy = nameof(Permission.ManageTemplates))]
public sealed class IndexModel(ShowPreparedTextsHandler show, EditPreparedTextHandler edit, ShowSamplePaperHandler papers, Texts t) : PageModel
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public TextInput Input { get; set; } = new();

    public PreparedTextKind Sort => PreparedTextPages.SortOf(Request.Path);

    public string Home => PreparedTextPages.Of(Sort);

    public PreparedTextDetails? Text { get; private set; }

    public PreparedTextChoices Choices { get; private set; } = new([], []);

    /// <summary>The texts with made-up values, by language.</summary>
    public IReadOnlyList<(string Language, string Text)> Samples { get; private set; } = [];

    /// <summary>What differs from the text a colleague saved meanwhile; null when nobody did.</summary>
    public IReadOnlyList<FieldChange>? Meanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Input = Text is null ? new TextInput { Language = "lv", Letter = LetterKind.Reply } : TextInput.Of(Text.Content, Text.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await StepAsync(async () => Id = await edit.HandleAsync(new Application.Correspondence.EditPreparedText(Id, Sort, Input.Content, Input.Version), cancellationToken),
            "Desk.Prepared.Saved", cancellationToken);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            // The same checks as at saving, so that the preview never shows what cannot be kept.
            PreparedText.Make(Sort, Input.Content, Actor.System, default);
            Samples = Sort == PreparedTextKind.Template
                ? [(Input.Language!, Sample(string.Join("\n\n", new[] { Input.Salutation, Input.Body, Input.NextSteps }.Where(p => !string.IsNullOrWhiteSpace(p))), Input.Language!))]
                : [.. new[] { ("lv", Input.TextLv), ("en", Input.TextEn), ("ru", Input.TextRu) }.Where(x => !string.IsNullOrWhiteSpace(x.Item2)).Select(x => (x.Item1, Sample(x.Item2, x.Item1)))];
        }
        catch (Refusal refusal)
        {
            Refused(refusal);
        }

        return Page();
    }

    /// <summary>A kept block on its paper, for the frame beside the form.</summary>
    public async Task<IActionResult> OnGetPaperAsync(CancellationToken cancellationToken) =>
        Sort == PreparedTextKind.Block && await LoadAsync(cancellationToken) && Text is { } kept ? new DocumentPreviewResult(await papers.HandleAsync(kept.Content, cancellationToken)) : NotFound();

    /// <summary>What is typed, on its paper; what cannot be saved says why in its place.</summary>
    public async Task<IActionResult> OnPostPaperAsync(CancellationToken cancellationToken)
    {
        if (Sort != PreparedTextKind.Block)
            return NotFound();
        try
        {
            return new DocumentPreviewResult(await papers.HandleAsync(Input.Content, cancellationToken));
        }
        catch (Refusal refusal)
        {
            return new DocumentPreviewResult(SentencePage.Of(t.Language, t[refusal.Key, [.. refusal.Arguments]]));
        }
    }

    public Task<IActionResult> OnPostRetireAsync(bool retired, int version, CancellationToken cancellationToken) =>
        StepAsync(() => edit.RetireAsync(Id ?? Guid.Empty, Sort, retired, version, cancellationToken), retired ? "Desk.Prepared.RetiredDone" : "Desk.Prepared.ReinstatedDone", cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(int edition, int version, CancellationToken cancellationToken) =>
        StepAsync(() => edit.RestoreAsync(Id ?? Guid.Empty, Sort, edition, version, cancellationToken), "Desk.Prepared.RestoredDone", cancellationToken);

    private string Sample(string? text, string language) => show.Sample(text, language);

    private async Task<IActionResult> StepAsync(Func<Task> step, string done, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Refusal refusal)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            Refused(refusal);
            if (Text is not null && Input.Name is null)
                Input = TextInput.Of(Text.Content, Text.Version);
            else if (Text is not null && refusal.Key == "Correspondence.Refusal.TextMoved")
                await ShowBothAsync(Text, cancellationToken);
            return Page();
        }

        this.Notice(t[done]);
        return Redirect($"{Home}/edit/{Id}");
    }

    /// <summary>Both texts are shown, and the next save is made knowing the other one.</summary>
    private async Task ShowBothAsync(PreparedTextDetails kept, CancellationToken cancellationToken)
    {
        Meanwhile = await show.DifferencesAsync(kept.Content, Input.Content, cancellationToken);
        Input.Version = kept.Version;
        ModelState.Remove("Input.Version");
    }

    private void Refused(Refusal refusal) => ModelState.AddModelError(FieldOf(refusal), t[refusal.Key, [.. refusal.Arguments]]);

    private string FieldOf(Refusal refusal) => refusal.Key switch
    {
        "Correspondence.Refusal.NameMissing" => "Input.Name",
        "Correspondence.Refusal.CodeUnusable" or "Correspondence.Refusal.CodeTaken" => "Input.Code",
        "Correspondence.Refusal.LetterMissing" => "Input.Letter",
        "Correspondence.Refusal.LanguageMissing" => "Input.Language",
        "Correspondence.Refusal.BodyMissing" or "Wording.Refusal.BodyMissing" => "Input.Body",
        "Wording.Refusal.PlaceMissing" => "Input.Spot",
        "Correspondence.Refusal.TextLvMissing" => "Input.TextLv",
        "Correspondence.Refusal.UrlUnusable" => "Input.Url",
        "Correspondence.Refusal.UnknownVariable" or "Correspondence.Refusal.BrokenVariable" => Holder((string)refusal.Arguments[0]),
        _ => "",
    };

    /// <summary>The field the broken variable stands in.</summary>
    private string Holder(string variable)
    {
        var piece = variable.TrimEnd('…');
        (string Name, string? Value)[] fields =
        [
            ("Input.Name", Input.Name), ("Input.Salutation", Input.Salutation), ("Input.Body", Input.Body), ("Input.NextSteps", Input.NextSteps),
            ("Input.TextLv", Input.TextLv), ("Input.TextEn", Input.TextEn), ("Input.TextRu", Input.TextRu),
        ];
        return fields.FirstOrDefault(f => f.Value?.Contains(piece, StringComparison.Ordinal) == true).Name ?? "";
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Choices = await show.ChoicesAsync(cancellationToken);
        if (Id is not { } id)
            return true;
        Text = await show.FindAsync(id, Sort, cancellationToken);
        return Text is not null;
    }
}
