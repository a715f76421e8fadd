using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Web.Pages.Desk.Cases.PrintCase;

/// <summary>The whole case on paper: conversation, clocks, attachments by name. Internal notes only on request.</summary>
[Authorize(Policy = nameof(Permission.OpenCases))]
public sealed class IndexModel(ShowCaseHandler show, TimeProvider time, ICurrentUser me, Texts t) : SingleCasePage(show, t)
{
    [FromQuery(Name = "notes")]
    public bool WithNotes { get; set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public string PrintedBy => me.Name;

    protected override ReadWay Way => ReadWay.Print;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Case.MayRead ? Page() : NotFound();
}
