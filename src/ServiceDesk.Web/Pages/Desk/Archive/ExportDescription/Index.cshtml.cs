using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.ExportDescription;

/// <summary>A description list as PDF, CSV or JSON.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(ListNomenclaturesHandler list, ArchivePapers papers, ICurrentUser user, Texts current) : PageModel
{
    [FromQuery]
    public RetentionClass Which { get; set; } = RetentionClass.Permanent;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? format, [FromQuery] int? year, [FromQuery] string? fonds, [FromQuery] string? number, CancellationToken cancellationToken)
    {
        var t = Texts.In("lv");
        List<DocumentFact> facts = [];
        if (!string.IsNullOrWhiteSpace(fonds))
            facts.Add(new(t["Archive.Fonds"], fonds.Trim()));
        if (!string.IsNullOrWhiteSpace(number))
            facts.Add(new(t["Archive.ListNumber"], number.Trim()));
        facts.Add(new(t["Archive.Paper.Compiler"], user.AsActor().Name));
        facts.Add(new(t["Archive.Paper.Approver"], t["Archive.Paper.Blank"]));
        facts.Add(new(t["Archive.ArchivesAgreement"], t["Archive.Paper.Blank"]));
        var subject = year is { } only ? t["Archive.Paper.DescriptionOfYear", t.Of(Which), $"{only}"] : t["Archive.Paper.DescriptionOf", t.Of(Which)];
        try
        {
            var made = await papers.MakeAsync(
                format, $"{t["Archive.Paper.DescriptionFile"]}-{Which}", new(t["Archive.Paper.Description"], subject, facts), await list.DescribedAsync(Which, year, cancellationToken), true, cancellationToken);
            return made is null ? NotFound() : new ArchiveExportResult(made);
        }
        catch (Refusal refusal)
        {
            this.Notice(current[refusal.Key, [.. refusal.Arguments]], NoticeKind.Failure);
            return Redirect("/desk/archive/description");
        }
    }
}
