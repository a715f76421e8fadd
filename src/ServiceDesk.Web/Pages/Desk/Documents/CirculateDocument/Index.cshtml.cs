using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents.CirculateDocument;

/// <summary>The route of a draft: whom it is sent to, what they answer, and what the writer does with it.</summary>
[Authorize(Policy = nameof(Permission.SeeDocuments))]
public sealed class IndexModel(ShowDocumentHandler show, ShowRoutesHandler routes, CirculateDocumentHandler circulate, IOptions<CirculationOptions> options, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RouteInput Input { get; set; } = new();

    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The button for one more line.</summary>
    [BindProperty]
    public bool AddStep { get; set; }

    public DocumentView View { get; private set; } = null!;

    public RoutesView Routes { get; private set; } = null!;

    public RoutePanel Panel => new(View, Routes);

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public bool MaySend => View is { MayWrite: true, Document.State: DocumentState.Draft } && Routes.Current is null or { Route.State: RouteState.Finished };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Token = Guid.CreateVersion7();
        if (MaySend)
            Input.Fill(await routes.UsualAsync(View.Document, cancellationToken), options.Value.UsualDays);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (AddStep)
        {
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            foreach (var entry in ModelState.Values)
                entry.Errors.Clear();
            Input.Pad(Input.Steps.Count + 1, options.Value.UsualDays);
            return Page();
        }

        return await TakeAsync(
            () => circulate.SendAsync(new(Token, Id, Input.Plan(), Input.IsParallel, Input.IsMandatory, Input.Note), cancellationToken), "Circulation.Notice.Sent", FieldOf, cancellationToken);
    }

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) => TakeAsync(
        () => circulate.AnswerAsync(Answer.StepId, Answer.Read, Answer.How == RouteAnswerWay.Approve, Answer.Remark, cancellationToken),
        Answer.How == RouteAnswerWay.Approve ? "Circulation.Notice.Approved" : "Circulation.Notice.Returned", _ => "Answer.Remark", cancellationToken);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken) =>
        TakeAsync(() => circulate.SendAgainAsync(Id, Version, Note, cancellationToken), "Circulation.Notice.Sent", _ => nameof(Note), cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        TakeAsync(() => circulate.WithdrawAsync(Id, Version, Reason, cancellationToken), "Circulation.Notice.Withdrawn", _ => nameof(Reason), cancellationToken);

    private static string FieldOf(string key) => key switch
    {
        "Circulation.Refusal.NobodyAsked" => "Input.Steps[0].Who",
        "Circulation.Refusal.Days" => "Input.Steps[0].Days",
        "Documents.Refusal.ReasonTooLong" => "Input.Note",
        _ => "",
    };

    private async Task<IActionResult> TakeAsync(Func<Task> step, string done, Func<string, string> fieldOf, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await step();
                this.Notice(t[done]);
                return Redirect($"/desk/documents/{Id}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(fieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } found)
            return false;
        View = found;
        Routes = await routes.HandleAsync(found.Document, cancellationToken);
        if (!MaySend)
            return Routes.Current is not null || Routes.Earlier.Count > 0;
        var choices = await routes.ChoicesAsync(found.Document, cancellationToken);
        var units = choices.Select(c => c.UnitName).Distinct().ToDictionary(n => n, n => new SelectListGroup { Name = n });
        People = [.. choices.Select(c => new SelectListItem(c.Name, RouteInput.Written(c.Recipient)) { Group = units[c.UnitName] })];
        Input.Pad(Math.Max(Input.Steps.Count, 3), options.Value.UsualDays);
        return true;
    }
}
