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

namespace ServiceDesk.Web.Pages.Desk.Archive.FileItems;

/// <summary>Closed cases and registered documents that lie in no file yet, with the files suggested.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(FileItemsHandler items, Texts t) : PageModel
{
    [FromQuery]
    public FiledThing What { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public List<Guid> Rows { get; set; } = [];

    [BindProperty]
    public Guid? Into { get; set; }

    public UnfiledPage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Files => [.. List.Files.Select(f => new SelectListItem($"{f.Index} ({f.Year}) {f.Title}", f.Id.ToString()))];

    public string? PreviousPage => Number > 1 ? Address(Number - 1) : null;

    public string? NextPage => List.HasMore ? Address(Number + 1) : null;

    /// <summary>What has a suggestion is chosen until somebody says otherwise.</summary>
    public bool IsChosen(UnfiledRow row) => HttpMethods.IsPost(Request.Method) ? Rows.Contains(row.Id) : row.Suggested is not null;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        try
        {
            if (step == "into" && Into is null)
                throw new Refusal("Archive.Refusal.OtherFileMissing");
            var filed = await items.FileAsync(What, Rows, step == "into" ? Into : null, cancellationToken);
            this.Notice(t.Plural("Archive.Filed", filed), filed == 0 ? NoticeKind.Info : NoticeKind.Success);
            return Redirect(Address(Number));
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key == "Archive.Refusal.OtherFileMissing" ? nameof(Into) : "", t[refusal.Key, [.. refusal.Arguments]]);
            await LoadAsync(cancellationToken);
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await items.ListAsync(What, Number, cancellationToken);
    }

    private string Address(int page) => $"/desk/archive/unfiled?what={What}&p={page}";
}
