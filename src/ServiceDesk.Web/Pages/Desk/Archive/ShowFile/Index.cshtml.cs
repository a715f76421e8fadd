using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.ShowFile;

/// <summary>A file with what lies in it; it is closed, put on hold, its items are moved.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ShowArchiveFileHandler show, FileItemsHandler items, FilingPlan plan, KeepNomenclatureHandler keep, HoldFilesHandler holds, ArchiveDesk desk, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Guid? Item { get; set; }

    [BindProperty]
    public Guid? Into { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? Through { get; set; }

    [BindProperty]
    public string? HoldReason { get; set; }

    [BindProperty]
    public DateOnly? HoldUntil { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public ArchiveFileView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Files { get; private set; } = [];

    public bool IsRefiling => Into is not null || Reason is not null;

    public string? PreviousPage => Number > 1 ? $"/desk/archive/files/{Id}?p={Number - 1}" : null;

    public string? NextPage => Number * ShowArchiveFileHandler.PageSize < View.Total ? $"/desk/archive/files/{Id}?p={Number + 1}" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        On = View.File.Year < desk.Today.Year ? new DateOnly(View.File.Year, 12, 31) : desk.Today;
        Through = View.File.KeptThrough;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            await StepAsync(step, cancellationToken);
            this.Notice(t["Archive.Saved"]);
            return Redirect($"/desk/archive/files/{Id}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key, step), t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    private Task StepAsync(string? step, CancellationToken cancellationToken) => step switch
    {
        "refile" => items.RefileAsync(Item ?? throw new Refusal("Archive.Refusal.NothingChosen"), Into, Reason, cancellationToken),
        "hold" => holds.PlaceAsync(Id, HoldReason, HoldUntil, cancellationToken),
        "close" when View.File.State == FileState.Closed => keep.KeepThroughAsync(Id, Through ?? throw new Refusal("Archive.Refusal.DayMissing"), Version, cancellationToken),
        "close" => keep.CloseAsync(Id, On ?? throw new Refusal("Archive.Refusal.DayMissing"), Through, Version, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        if (await show.HandleAsync(Id, Number, cancellationToken) is not { } found)
            return false;
        View = found;
        if (found.File.State == FileState.Open)
            Files = [.. (await plan.OpenFilesAsync(cancellationToken)).Where(f => f.Id != Id).Select(f => new SelectListItem($"{f.Index} ({f.Year}) {f.Title}", f.Id.ToString()))];
        return true;
    }

    private string FieldOf(string refusal, string? step) => refusal switch
    {
        "Archive.Refusal.OtherFileMissing" => nameof(Into),
        "Archive.Refusal.ReasonMissing" => nameof(Reason),
        "Protection.Refusal.ReasonMissing" or "Archive.Refusal.HoldPast" => step == "hold" && refusal.StartsWith("Archive", StringComparison.Ordinal) ? nameof(HoldUntil) : nameof(HoldReason),
        "Archive.Refusal.DayMissing" or "Archive.Refusal.ClosingDay" => View.File.State == FileState.Open ? nameof(On) : nameof(Through),
        _ => "",
    };
}
