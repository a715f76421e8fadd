using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.EditPurpose;

/// <summary>What people may consent to: names, the text they agree to, all its versions.</summary>
[Authorize(Policy = nameof(Permission.ManageConsents))]
public sealed class IndexModel(ManageConsentsHandler consents, Texts t) : PageModel
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ConsentPurpose? Purpose { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Purpose is { } p && p.Texts.MaxBy(x => x.Number) is { } text)
            Input = new Form { Version = p.Version, NameLv = p.NameLv, NameEn = p.NameEn, NameRu = p.NameRu, TextLv = text.TextLv, TextEn = text.TextEn, TextRu = text.TextRu, IsOffered = p.IsOffered };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await consents.SaveAsync(
                new(Id, Input.Kind, Input.NameLv, Input.NameEn, Input.NameRu, Input.TextLv, Input.TextEn, Input.TextRu, Input.IsOffered, Input.Version), cancellationToken);
            this.Notice(t["Protection.Saved"]);
            return Redirect("/desk/protection/consents");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            ModelState.Remove("Input.Version");
            Input.Version = Purpose?.Version;
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.PurposeNameMissing" => "Input.NameLv",
        "Protection.Refusal.PurposeTextMissing" => "Input.TextLv",
        _ => "",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
            Purpose = (await consents.ListAsync(cancellationToken)).SingleOrDefault(r => r.Purpose.Id == id)?.Purpose;
        return Id is null || Purpose is not null;
    }

    public sealed class Form
    {
        public int? Version { get; set; }

        public ConsentKind Kind { get; set; }

        public string? NameLv { get; set; }

        public string? NameEn { get; set; }

        public string? NameRu { get; set; }

        public string? TextLv { get; set; }

        public string? TextEn { get; set; }

        public string? TextRu { get; set; }

        public bool IsOffered { get; set; } = true;
    }
}
