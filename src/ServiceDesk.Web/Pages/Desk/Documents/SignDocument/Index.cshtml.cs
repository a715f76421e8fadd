using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Documents.SignDocument;

/// <summary>Notes how and when a document was signed, and takes the signed file back.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
[StreamedFiles]
public sealed class IndexModel(ShowDocumentHandler show, TendDocumentHandler tend, Attachments attachments, Texts t) : DocumentStepPage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public AttachmentList Kept { get; private set; } = AttachmentList.Empty;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        Kept = new AttachmentList(files, attachments.Keep);
        if (files.Count > 1)
            ModelState.AddModelError("Input.Files", T["Documents.Refusal.OneFile"]);
        return TakeAsync(
            () => tend.SignAsync(Id, Version, Input.How!.Value, Input.SignedOn!.Value, files.SingleOrDefault(), cancellationToken), "Documents.Notice.Signed",
            key => key == "Documents.Refusal.SignedInFuture" ? "Input.SignedOn" : "", cancellationToken);
    }

    public sealed class Form
    {
        public SignatureKind? How { get; set; }

        public DateOnly? SignedOn { get; set; }

        public IFormFile? Files { get; set; }

        /// <summary>Sealed references to files sent before.</summary>
        public List<string> Kept { get; set; } = [];

        /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
        public List<int> Removed { get; set; } = [];
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.How).NotNull().WithMessage(_ => t["Documents.Refusal.SignatureMissing"]);
            RuleFor(x => x.SignedOn).NotNull().WithMessage(_ => t["Documents.Refusal.SignedOnMissing"]);
        }
    }
}
