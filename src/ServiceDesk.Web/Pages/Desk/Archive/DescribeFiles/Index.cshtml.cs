using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Pages.Desk.Archive.DescribeFiles;

/// <summary>Description lists: closed files of one class of retention.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListNomenclaturesHandler list) : PageModel
{
    [FromQuery]
    public RetentionClass Which { get; set; } = RetentionClass.Permanent;

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Fonds { get; set; }

    [FromQuery(Name = "number")]
    public string? ListNumber { get; set; }

    public IReadOnlyList<ArchiveFileRow> Files { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Files = await list.DescribedAsync(Which, Year, cancellationToken);

    public string Export(string format)
    {
        var query = new QueryBuilder { { "format", format }, { "which", Which.ToString() } };
        foreach (var (name, value) in new[] { ("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("fonds", Fonds), ("number", ListNumber) })
        {
            if (!string.IsNullOrWhiteSpace(value))
                query.Add(name, value);
        }

        return "/desk/archive/description/export" + query;
    }
}
