using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared.Desk;
using ServiceDesk.Web.Shared.Uploads;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>The form by which anybody writes to the municipality (SIG 25).</summary>
/// <remarks>The form's token is checked by hand: an expired form must keep what was typed.</remarks>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.SubmitPolicy)]
[StreamedFiles]
public sealed class SubmitModel(
    SubmitCaseHandler submit, PreviewAnswerDateHandler preview, CatalogueChoicesHandler catalogue, EmployeesNamed employees,
    SubmitTickets tickets, Attachments attachments, ClientSession session, IAntiforgery antiforgery, Texts t) : PageModel
{
    [BindProperty]
    public SubmitInput Input { get; set; } = new();

    public DueDateExplanation? Why { get; private set; }

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    /// <summary>How the form asks which employee a complaint is about.</summary>
    public EmployeeQuestion Question => employees.Question;

    /// <summary>The published list of employees; empty where it is not published.</summary>
    public IReadOnlyList<SelectListItem> Employees { get; private set; } = [];

    public AttachmentList Files { get; private set; } = AttachmentList.Empty;

    public string Ticket { get; private set; } = "";

    /// <summary>The number this form has been given already, when it came again with other words.</summary>
    public string? SentBefore { get; private set; }

    public async Task OnGetAsync(string? kind, CancellationToken cancellationToken)
    {
        if (Enum.TryParse<CaseKind>(kind, ignoreCase: true, out var chosen) && SubmitCaseHandler.Offered.Contains(chosen))
            Input.Kind = chosen;
        // The antiforgery token would forbid the browser to remember the page, and with it what was typed: "back" must bring it back.
        Response.OnStarting(() =>
        {
            Response.Headers.CacheControl = "private, no-cache";
            Response.Headers.Remove(HeaderNames.Pragma);
            return Task.CompletedTask;
        });
        await ShowAsync(null, [], cancellationToken);
    }

    /// <summary>The answer date of the kind just chosen, for the script that refreshes it.</summary>
    public async Task<IActionResult> OnGetDateAsync([FromQuery(Name = "Input.Kind")] CaseKind kind, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Partial("_AnswerDate", new AnswerDate(await preview.HandleAsync(kind, Channel.WebForm, cancellationToken), IsRefresh: true));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        var ticket = tickets.Read(Input.Ticket);
        if (ticket.State == TicketState.TooFast)
            ModelState.AddModelError("", t["Cases.Submit.TooFast"]);
        else if (ticket.State != TicketState.Good || !await antiforgery.IsRequestValidAsync(HttpContext))
            ModelState.AddModelError("", t["Cases.Submit.TooOld"]);
        if (!ModelState.IsValid)
            return await ShowAsync(ticket, files, cancellationToken);

        try
        {
            var submitted = await submit.HandleAsync(
                new SubmitCase
                {
                    Token = ticket.Token!.Value,
                    PreviousId = session.Submitted,
                    Kind = Input.Kind,
                    TopicId = Input.TopicId,
                    ServiceId = Input.ServiceId,
                    Place = Input.Place,
                    AboutEmployee = Input.Employee,
                    AboutEmployeeId = Input.EmployeeId,
                    Text = Input.Text!,
                    Contact = Input.ToContact(),
                    Language = t.Language,
                    PrivacyNoticeId = Input.PrivacyNotice,
                    Files = files,
                },
                cancellationToken);
            session.Submit(submitted.CaseId);
            if (!submitted.IsOther)
                return RedirectToPage("Done");
            SentBefore = submitted.Number;
            return await ShowAsync(null, files, cancellationToken);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            return await ShowAsync(ticket, files, cancellationToken);
        }
    }

    private async Task<PageResult> ShowAsync(Ticket? ticket, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        // A form corrected within seconds is a person's: the first showing counts. One too old begins anew with its own token.
        Ticket = ticket is { State: TicketState.Good or TicketState.TooFast } ? Input.Ticket! : tickets.Issue(ticket?.Token);
        Files = new AttachmentList(files, attachments.Keep);
        Why = await preview.HandleAsync(Input.Kind, Channel.WebForm, cancellationToken);
        Topics = [new SelectListItem(t["Cases.Submit.TopicUnknown"], ""), .. TopicSelect.Of(await catalogue.TopicsAsync(t.Language, cancellationToken), t)];
        Services = TopicSelect.Of(await catalogue.ServicesAsync(t.Language, cancellationToken));
        var units = new Dictionary<string, SelectListGroup>(StringComparer.Ordinal);
        Employees = [.. (await employees.PublishedAsync(cancellationToken)).Select(p => new SelectListItem(p.Name, $"{p.Id}")
        {
            Group = units.TryGetValue(p.UnitName, out var unit) ? unit : units[p.UnitName] = new SelectListGroup { Name = p.UnitName },
        })];
        return Page();
    }
}
