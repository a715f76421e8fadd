using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.EditTerm;

/// <summary>The term of one kind of record, with its history.</summary>
[Authorize(Policy = nameof(Permission.ApproveRetention))]
public sealed class IndexModel(SaveRetentionRuleHandler rules, ShowHistoryHandler history, Texts t) : PageModel
{
    /// <summary>The kind in the address.</summary>
    [FromRoute(Name = "kind")]
    public string Word { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public RecordKind Kind { get; private set; }

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } rule)
            return NotFound();
        Input = new Form { Version = rule.Version, Years = rule.Years, Start = rule.Start, Basis = rule.Basis, FileIndex = rule.FileIndex };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } rule)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await rules.HandleAsync(new(Kind, Input.Years, Input.Start, Input.Basis, Input.FileIndex, Input.Reason, Input.Version), cancellationToken);
            this.Notice(t["Protection.Saved"]);
            return Redirect("/desk/protection/retention/terms");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            ModelState.Remove("Input.Version");
            Input.Version = rule.Version;
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.YearsOutOfRange" => "Input.Years",
        "Protection.Refusal.BasisMissing" => "Input.Basis",
        _ => "",
    };

    private async Task<RetentionRule?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<RecordKind>(Word, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            return null;
        Kind = kind;
        History = await history.HandleAsync(ChangedThing.RetentionTerm, kind.ToString(), cancellationToken);
        return (await rules.ListAsync(cancellationToken)).SingleOrDefault(r => r.Kind == kind);
    }

    public sealed class Form
    {
        public int? Version { get; set; }

        public int? Years { get; set; }

        public RetentionStart Start { get; set; }

        public string? Basis { get; set; }

        public string? FileIndex { get; set; }

        public string? Reason { get; set; }
    }
}
