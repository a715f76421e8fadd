using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ServiceDesk.Application.Documents.Wording;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>Prepared texts beside a field of the form.</summary>
/// <param name="Page">The form.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Place">The part of the document it is.</param>
public sealed record BlockSlot(IDocumentFormPage Page, string Field, string Label, BlockPlace Place)
{
    public string Choice => "Block:" + Field;

    public string Id => "block-" + string.Concat(Field.Select(c => char.IsLetterOrDigit(c) ? c : '_'));

    public string Anchor => string.Concat(Field.Select(c => char.IsLetterOrDigit(c) ? c : '_'));

    public IReadOnlyList<OfferedBlock> Offered => [.. Page.Blocks.Where(b => b.Place == Place)];
}

/// <content>Puts prepared texts into the fields: a press that keeps all that was typed, or without leaving the page where scripts run.</content>
public abstract partial class DocumentFormPage<TBody>
{
    public IReadOnlyList<OfferedBlock> Blocks { get; private set; } = [];

    /// <summary>The field beside which "insert" was pressed.</summary>
    [BindProperty]
    public string? Insert { get; set; }

    /// <summary>The field a text was put into just now.</summary>
    public string? Inserted { get; private set; }

    /// <summary>The chosen text alone, for the script.</summary>
    public async Task<IActionResult> OnPostBlockAsync(CancellationToken cancellationToken) =>
        Insert is { Length: > 0 } field && await LoadAsync(cancellationToken) && await FilledAsync(field, cancellationToken) is { } text ? Content(text, "text/plain; charset=utf-8") : NotFound();

    private async Task<IActionResult> InsertAsync(string field, CancellationToken cancellationToken)
    {
        Hush();
        if (await FilledAsync(field, cancellationToken) is { } text)
        {
            var typed = Request.Form[field].ToString().TrimEnd();
            var whole = typed.Length == 0 ? text : $"{typed}\n\n{text}";
            // The field shows what the request brought; the record is made from it when the form is saved.
            ModelState.SetModelValue(field, new ValueProviderResult(whole));
            Inserted = field;
        }
        else
        {
            ModelState.AddModelError("", T["Wording.Insert.Gone"]);
        }

        return Page();
    }

    private async Task<string?> FilledAsync(string field, CancellationToken cancellationToken)
    {
        if (!Request.Form.ContainsKey(field) || !Guid.TryParse(Request.Form["Block:" + field], out var block))
            return null;
        var head = Head.ToHead(Head.SignatoryId is { } signatory ? await forms.Proposals.SignatoryAsync(signatory, cancellationToken) : null);
        return await forms.FillBlock.HandleAsync(new(block, Kind, CaseId, ClientId ?? Shown?.Document.ClientId, head), cancellationToken);
    }

    /// <summary>What was typed stays, and nobody is told yet what is wrong with it.</summary>
    private void Hush()
    {
        foreach (var entry in ModelState.Values)
            entry.Errors.Clear();
    }
}
