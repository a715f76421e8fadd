using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;
using NoticeKind = ServiceDesk.Domain.Desk.NoticeKind;

namespace ServiceDesk.Web.Pages.Desk.Notices.ListNotices;

/// <summary>What the system told this person. A notice names the case by number only.</summary>
[Authorize(Policy = nameof(Permission.KeepOwnAccount))]
public sealed class IndexModel(ListNoticesHandler list, MarkNoticesReadHandler markRead, Texts t, Dates dates) : PageModel
{
    [FromQuery]
    public Guid? After { get; set; }

    public NoticePage List { get; private set; } = null!;

    public string Sentence(NoticeRow row) =>
        t[Texts.KeyOf(row.Kind), [.. row.Arguments.Select(a => (object)(DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? dates.Short(day) : a))]];

    /// <summary>Where the matter is dealt with.</summary>
    public static string Link(NoticeRow row) => row switch
    {
        { CaseId: { } id } => $"/desk/cases/{id}",
        { Kind: NoticeKind.GistForYou } => "/desk/about-me",
        { Kind: NoticeKind.GlassBroken } => "/desk/break-glass",
        { Kind: NoticeKind.NobodyToDecide } => "/desk/accounts",
        { Kind: NoticeKind.StandsIn } => "/desk",
        { Kind: NoticeKind.DataBreachReported or NoticeKind.DataBreachDue or NoticeKind.DataBreachLate } => $"/desk/protection/breaches/{row.Arguments[1]}",
        { Kind: NoticeKind.PersonRequestDue or NoticeKind.PersonRequestLate } => $"/desk/protection/requests/{row.Arguments[1]}",
        { Kind: NoticeKind.ContractEnds or NoticeKind.ContractObligationDue or NoticeKind.ContractObligationLate } => $"/desk/contracts/{row.Arguments[1]}",
        { Kind: NoticeKind.ClaimDue or NoticeKind.ClaimLate } => $"/desk/claims/{row.Arguments[1]}",
        { Kind: NoticeKind.ImprovementProposed or NoticeKind.ImprovementGiven or NoticeKind.ImprovementDue or NoticeKind.ImprovementLate or NoticeKind.ImprovementToCheck } => $"/desk/improvements/{row.Arguments[1]}",
        { Kind: NoticeKind.DocumentToApprove or NoticeKind.DocumentReturned or NoticeKind.DocumentApproved or NoticeKind.DocumentLate or NoticeKind.DocumentLateWithOthers } => $"/desk/documents/{row.Arguments[0]}",
        { Kind: NoticeKind.RetentionProposed } => "/desk/protection/retention",
        { Kind: NoticeKind.CalendarYearMissing } => $"/desk/calendar?year={row.Arguments[0]}",
        _ => "/desk/breaches",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = await list.HandleAsync(After, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await markRead.HandleAsync(null, cancellationToken);
        this.Notice(t["Desk.Notices.AllRead"]);
        return Redirect("/desk/notices");
    }
}
