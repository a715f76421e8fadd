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

namespace ServiceDesk.Web.Pages.Desk.Archive.WriteFile;

/// <summary>A line of the nomenclature.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListNomenclaturesHandler list, KeepNomenclatureHandler keep, ArchiveChoices choices, Texts t) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public FileInput Input { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public bool NeedsNote { get; private set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Media => [.. Enum.GetValues<FileMedium>().Select(m => new SelectListItem(t.Of(m), m.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Id is not { } id)
            return Page();
        if (await keep.FindAsync(Year, id, cancellationToken) is not { } file)
            return NotFound();
        (Input, Version) = (FileInput.Of(file.Spec), file.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            if (step == "remove" && Id is { } id)
                await keep.RemoveAsync(Year, id, Version, cancellationToken);
            else
                await keep.SaveAsync(new(Year, Id, Input.Spec(), Note, Version), cancellationToken);
            this.Notice(t["Archive.Saved"]);
            return Redirect($"/desk/archive/{Year}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await list.OfAsync(Year, cancellationToken) is not { } year)
            return false;
        NeedsNote = year.State == NomenclatureState.Approved && Id is null;
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        Topics = [.. (await choices.TopicsAsync(cancellationToken)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        return true;
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Archive.Refusal.IndexMissing" or "Archive.Refusal.IndexThere" => "Input.Index",
        "Archive.Refusal.TitleMissing" => "Input.Title",
        "Archive.Refusal.BasisMissing" => "Input.Basis",
        "Archive.Refusal.YearsMissing" => "Input.Years",
        "Archive.Refusal.RuleMissing" => "Input.OtherRule",
        "Archive.Refusal.NoteMissing" => "Note",
        _ => "",
    };
}
