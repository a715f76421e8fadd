using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Web.Pages.Desk.Cases.ShowCase;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Cases.PreviewLetter;

/// <summary>The letter as its client will see it, read once more before it is sent (SIG 21.2.7).</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, PreviewLetterHandler preview, Attachments attachments, Texts t) : SingleCasePage(show, t)
{
    [FromQuery(Name = "w")]
    public string? Writing { get; set; }

    public LetterPreview Letter { get; private set; } = null!;

    public DraftTab Tab => ComposerState.TabOf(Writing);

    public string Word => ComposerState.WordOf(Tab);

    public Delivery Delivery => Letter.Draft.Text.Delivery ?? Composer.Usual(Case);

    public bool MaySend => Case.State != CaseState.Closed && Letter.Unfilled is null && Letter.Parts.Body.Length > 0;

    public string Keep(AttachedFile file) => attachments.Keep(file);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Case.MayHandle)
            return NotFound();
        if (await preview.HandleAsync(Id, Tab, cancellationToken) is not { } letter)
            return Redirect($"{Home}?w={Word}#write");
        Letter = letter;
        return Page();
    }
}
