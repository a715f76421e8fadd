using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.AnswerHandOver;

/// <summary>Accepts or returns an offered case, or takes the offer back.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, AnswerHandOverHandler answer, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is null or { MayRead: false } ? NotFound() : page;
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => AnswerAsync(HandOverAnswer.Accept, "Desk.HandOver.Accepted", cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) => AnswerAsync(HandOverAnswer.Return, "Desk.HandOver.Returned", cancellationToken);

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) => AnswerAsync(HandOverAnswer.TakeBack, "Desk.HandOver.TakenBack", cancellationToken);

    private async Task<IActionResult> AnswerAsync(HandOverAnswer what, string done, CancellationToken cancellationToken)
    {
        if (!await TryAsync(() => answer.HandleAsync(new Application.Cases.AnswerHandOver(Id, what, Reason), cancellationToken), nameof(Reason)))
            return await AgainAsync(cancellationToken);
        this.Notice(T[done]);
        // Who returned a case may have no right to read it any more.
        return Redirect(await LoadAsync(cancellationToken) ? Home : "/desk");
    }
}
