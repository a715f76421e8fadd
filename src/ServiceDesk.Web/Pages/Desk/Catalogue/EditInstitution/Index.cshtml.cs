using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.EditInstitution;

/// <summary>Adds a body to the directory or changes it; the same form serves both.</summary>
[Authorize(Policy = nameof(Permission.ManageInstitutions))]
public sealed class IndexModel(ListInstitutionsHandler list, SaveInstitutionHandler save, Texts t) : PageModel
{
    /// <summary>The body; null at the address that adds one.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Id is not { } id)
            return Page();
        if (await list.FindAsync(id, cancellationToken) is not { } row)
            return NotFound();
        Input = new Form { Name = row.Name, Email = row.Email, EAddress = row.EAddress, Phone = row.Phone, Note = row.Note, IsOffered = row.IsOffered };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await save.HandleAsync(new SaveInstitution(Id, Input.Name, Input.Email, Input.EAddress, Input.Phone, Input.Note, Input.IsOffered), cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("Input.Name", t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }

        this.Notice(t["Catalogue.Institutions.Saved"]);
        return Redirect("/desk/institutions");
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? EAddress { get; set; }

        public string? Phone { get; set; }

        public string? Note { get; set; }

        public bool IsOffered { get; set; } = true;
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Name).NotEmpty().WithMessage(_ => t["Catalogue.Refusal.InstitutionNeedsName"]);
            RuleFor(x => x.Name).MaximumLength(Case.MaxBodyLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Case.MaxBodyLength]);
            RuleFor(x => x.Email).Must(e => Contact.LooksLikeEmail(e!.Trim())).When(x => !string.IsNullOrWhiteSpace(x.Email)).WithMessage(_ => t["Cases.Refusal.EmailUnusable"]);
            RuleFor(x => x.EAddress).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Phone).MaximumLength(40).WithMessage(_ => t["Cases.Refusal.TextTooLong", 40]);
            RuleFor(x => x.Note).MaximumLength(Institution.MaxNoteLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Institution.MaxNoteLength]);
        }
    }
}
