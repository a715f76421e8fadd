using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.EditProcessingEntry;

/// <summary>What the municipality adds to one activity of the record of processing.</summary>
[Authorize(Policy = nameof(Permission.KeepProcessingRecord))]
public sealed class IndexModel(ShowProcessingHandler show, SaveProcessingHandler save, ShowHistoryHandler history, Texts t) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public ProcessingRow Row { get; private set; } = null!;

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Row.Own is { } own)
            Input = new Form { Version = own.Version, Processors = own.Processors, Transfers = own.Transfers, Recipients = own.Recipients, Security = own.Security, Remark = own.Remark };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            await save.HandleAsync(new SaveProcessingEntry(Code, Input.Processors, Input.Transfers, Input.Recipients, Input.Security, Input.Remark, Input.Version), cancellationToken);
            this.Notice(t["Protection.Saved"]);
            return Redirect("/desk/protection/processing");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            ModelState.Remove("Input.Version");
            Input.Version = Row.Own?.Version;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(cancellationToken)).Rows.SingleOrDefault(r => r.Activity.Code == Code) is not { } row)
            return false;
        Row = row;
        History = await history.HandleAsync(ChangedThing.ProcessingRecord, Code, cancellationToken);
        return true;
    }

    public sealed class Form
    {
        public int? Version { get; set; }

        public string? Processors { get; set; }

        public string? Transfers { get; set; }

        public string? Recipients { get; set; }

        public string? Security { get; set; }

        public string? Remark { get; set; }
    }
}
