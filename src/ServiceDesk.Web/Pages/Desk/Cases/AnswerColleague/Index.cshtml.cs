using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Cases.AnswerColleague;

/// <summary>Answers a colleague's question; the answer stands in the case it was asked for.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
[StreamedFiles]
public sealed class IndexModel(ShowCaseHandler show, AnswerColleagueHandler answer, Attachments attachments, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public AttachmentList Files { get; private set; } = AttachmentList.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is { Steps: { AskedFor: not null, MayAsk: true } } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        Files = new AttachmentList(files, attachments.Keep);
        if (!ModelState.IsValid
            || !await TryAsync(() => answer.HandleAsync(new Application.Cases.AnswerColleague(Id, Input.Text!, files, Input.Seen, Input.Token), cancellationToken), "Input.Text"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Answer.Done"]);
        return Redirect(Home);
    }
}
