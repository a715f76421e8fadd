using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Pages.Public.Protection;

/// <summary>What people are told about their data: the notice in force of each collecting point, and every earlier version.</summary>
public sealed class PrivacyModel(ShowPrivacyNoticeHandler notices) : PageModel
{
    public PublishedNotice Notice { get; private set; } = null!;

    public IReadOnlyList<NoticeVersion> Versions { get; private set; } = [];

    /// <summary>The last day the shown version held; null for the one in force.</summary>
    public DateOnly? Outdated { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? point, int? number, CancellationToken cancellationToken)
    {
        var where = CollectingPoint.General;
        if (point is not null && (int.TryParse(point, out _) || !Enum.TryParse(point, ignoreCase: true, out where)))
            return NotFound();
        var found = number is { } wanted ? await notices.FindAsync(where, wanted, cancellationToken) : await notices.CurrentAsync(where, cancellationToken);
        if (found is null)
            return NotFound();
        Notice = found;
        Versions = await notices.VersionsAsync(where, cancellationToken);
        Outdated = Versions.FirstOrDefault(v => v.Number == found.Number)?.ValidTo;
        return Page();
    }
}
