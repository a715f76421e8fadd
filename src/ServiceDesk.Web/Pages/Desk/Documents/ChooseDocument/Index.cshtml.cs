using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Web.Pages.Desk.Documents.ChooseDocument;

/// <summary>Which kind of document to begin, for a case, for a client or for neither.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentKinds kinds) : PageModel
{
    [FromQuery(Name = "case")]
    public Guid? CaseId { get; set; }

    [FromQuery(Name = "client")]
    public Guid? ClientId { get; set; }

    public IEnumerable<IDocumentKind> Kinds => kinds.All;

    public string? Query => CaseId is { } item ? $"?case={item}" : ClientId is { } client ? $"?client={client}" : null;
}
