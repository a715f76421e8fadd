using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Pages.Desk.Documents.CirculateDocument;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents.ShowDocument;

/// <summary>One document: what it lacks, its number, its files, what happened to it; and its registration.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowDocumentHandler show, TendDocumentHandler tend, ShowRoutesHandler routes, DocumentKinds kinds, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public DocumentView View { get; private set; } = null!;

    /// <summary>The route of the draft.</summary>
    public RoutePanel Route { get; private set; } = null!;

    /// <summary>Whether the draft waits with its number for its route.</summary>
    public bool IsHeld => Route.Routes.Current is { Route.HoldsRegistration: true };

    public string EditHref => $"/desk/documents/{kinds.Of(View.Document.Kind).Slug}/{Id}";

    public string ReplaceHref => $"/desk/documents/{kinds.Of(View.Document.Kind).Slug}?replaces={Id}{(View.Document.CaseId is { } item ? $"&case={item}" : null)}";

    /// <summary>The file that counts: the newest signed one, else the newest printed.</summary>
    public DocumentFile? Authoritative => View.Document.Files.Where(f => f.Role == DocumentFileRole.Signed).MaxBy(f => f.At) ?? View.Document.Files.Where(f => f.Role == DocumentFileRole.Printed).MaxBy(f => f.At);

    /// <summary>Values of a line of the history, enum words in the reader's language.</summary>
    public string Words(DocumentEvent what) => string.Join(", ", what.Arguments.Select(value => what.Kind switch
    {
        DocumentEventKind.Signed when Enum.TryParse<SignatureKind>(value, out var how) => t.Of(how),
        DocumentEventKind.FileAdded when Enum.TryParse<DocumentFileRole>(value, out var role) => t.Of(role),
        _ => value,
    }));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            var number = await tend.RegisterAsync(Id, Version, cancellationToken);
            this.Notice(t["Documents.Notice.Registered", number]);
            return Redirect($"/desk/documents/{Id}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } found)
            return false;
        View = found;
        Route = new RoutePanel(found, await routes.HandleAsync(found.Document, cancellationToken));
        return true;
    }
}
