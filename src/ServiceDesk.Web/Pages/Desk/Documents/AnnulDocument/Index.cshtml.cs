using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Documents.AnnulDocument;

/// <summary>Annuls a registered document with a reason.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(ShowDocumentHandler show, TendDocumentHandler tend, Texts t) : DocumentStepPage(show, t)
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        TakeAsync(
            () => tend.AnnulAsync(Id, Version, Reason ?? "", cancellationToken), "Documents.Notice.Annulled",
            key => key is "Cases.Refusal.ReasonMissing" or "Documents.Refusal.ReasonTooLong" ? nameof(Reason) : "", cancellationToken);
}
