using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Web.Pages.Desk.Documents.ListDocuments;

/// <summary>Documents of the house, drafts and registered ones.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ListDocumentsHandler list) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery]
    public DocumentKind? Kind { get; set; }

    [FromQuery]
    public DocumentState? State { get; set; }

    [FromQuery(Name = "case")]
    public Guid? CaseId { get; set; }

    [FromQuery(Name = "client")]
    public Guid? ClientId { get; set; }

    [FromQuery]
    public bool Mine { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public DocumentPage List { get; private set; } = null!;

    public bool IsFiltered => Words is not null || Kind is not null || State is not null || CaseId is not null || ClientId is not null || Mine;

    public string? PreviousPage => Number > 1 ? Address(Number - 1) : null;

    public string? NextPage => List.HasMore ? Address(Number + 1) : null;

    public static string Look(DocumentState state) => state switch
    {
        DocumentState.Draft => "state-new",
        DocumentState.Registered => "state-done",
        _ => "state-closed",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await list.HandleAsync(
            new() { Words = Words, Kind = Kind, State = State, CaseId = CaseId, ClientId = ClientId, Mine = Mine, Page = Number }, cancellationToken);
    }

    private string Address(int page)
    {
        var query = new QueryBuilder { { "p", page.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        foreach (var (name, value) in new[] { ("q", Words), ("kind", Kind?.ToString()), ("state", State?.ToString()), ("case", CaseId?.ToString()), ("client", ClientId?.ToString()), ("mine", Mine ? "true" : null) })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return "/desk/documents" + query;
    }
}
