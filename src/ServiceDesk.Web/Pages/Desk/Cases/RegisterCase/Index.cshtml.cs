using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;
using ServiceDesk.Web.Shared.Uploads;

namespace ServiceDesk.Web.Pages.Desk.Cases.RegisterCase;

/// <summary>Registers what somebody said or brought: phone first, a minute from the first word to the number.</summary>
[Authorize(Policy = nameof(Permission.RegisterCases))]
[StreamedFiles]
public sealed class IndexModel(
    RegisterCaseHandler register, FindDuplicatesHandler findDuplicates, AddToCaseHandler addTo, CaseChoicesHandler choices, CatalogueChoicesHandler catalogue, PreviewAnswerDateHandler preview, Attachments attachments, ICurrentUser me,
    ClientField clients, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public AttachmentList Files { get; private set; } = AttachmentList.Empty;

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Whom a complaint may be about.</summary>
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    /// <summary>The client: looked for, chosen, or new.</summary>
    public ClientField Clients => clients;

    public DueDateExplanation? AnswerBy { get; private set; }

    /// <summary>Cases that may be the same; shown, never in the way.</summary>
    public IReadOnlyList<DuplicateRow> Duplicates { get; private set; } = [];

    public string Registrar => me.Name;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<CaseKind>().Where(k => k != CaseKind.InternalRequest).Select(k => new SelectListItem(t.Of(k), k.ToString()));

    public async Task OnGetAsync(Guid? client, CancellationToken cancellationToken)
    {
        Input.Received = Minute(local.At(time.GetUtcNow()));
        if (client is { } id)
            await clients.StepAsync(Input, ClientStep.Choose, id, cancellationToken);
        await PrepareAsync(cancellationToken);
    }

    /// <summary>Finds, chooses, drops the client or begins a new card, with everything typed kept. A script asks for the parts that change only.</summary>
    public async Task<IActionResult> OnPostClientAsync(ClientStep step, Guid? client, CancellationToken cancellationToken)
    {
        Files = new AttachmentList(attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files"), attachments.Keep);
        ModelState.Clear();
        await clients.StepAsync(Input, step, client, cancellationToken);
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            await clients.LoadAsync(Input, cancellationToken);
            return Partial("_ClientParts", this);
        }

        await PrepareAsync(cancellationToken);
        return Page();
    }

    /// <summary>The answer date for what is chosen so far; asked for by script.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await PreviewAsync(cancellationToken);
        return Partial("_AnswerBy", AnswerBy);
    }

    /// <summary>Cases that may be the same, for what is typed so far; asked for by script.</summary>
    public async Task<IActionResult> OnPostDuplicatesAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return Partial("_Duplicates", await FindAsync(cancellationToken));
    }

    /// <summary>What was typed belongs to a case registered before.</summary>
    public async Task<IActionResult> OnPostAddToAsync(Guid to, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        Files = new AttachmentList(files, attachments.Keep);
        if (string.IsNullOrWhiteSpace(Input.Text))
            ModelState.AddModelError("Input.Text", t["Desk.Register.TextMissing"]);
        if (ModelState.IsValid)
        {
            try
            {
                await addTo.HandleAsync(new AddToCase(to, Input.Token, Input.Text!, files), cancellationToken);
                this.Notice(t["Desk.Duplicates.Added"]);
                return Redirect($"/desk/cases/{to}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        Duplicates = await FindAsync(cancellationToken);
        await PrepareAsync(cancellationToken);
        return Page();
    }

    /// <summary>The same without script: the form again, with the date counted anew.</summary>
    public async Task<IActionResult> OnPostRecountAsync(CancellationToken cancellationToken)
    {
        Files = new AttachmentList(attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files"), attachments.Keep);
        ModelState.Clear();
        await PrepareAsync(cancellationToken);
        return Page();
    }

    /// <summary>Registers. Who has not seen yet what may be the same sees it first, once; the next press registers.</summary>
    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellationToken)
    {
        var files = attachments.Collect(HttpContext, Input.Kept, Input.Removed, ModelState, "Input.Files");
        Files = new AttachmentList(files, attachments.Keep);
        Duplicates = await FindAsync(cancellationToken);
        var unseen = Duplicates.Any(d => !Input.Shown.Contains(d.Id) && !Input.NotDuplicateOf.Contains(d.Id)) | await clients.MustBeSeenAsync(Input, cancellationToken);
        if (ModelState.IsValid && !unseen)
        {
            try
            {
                var id = await register.HandleAsync(Command(files), cancellationToken);
                this.Notice(t[Input.Next == NextStep.SolvedInTalk ? "Desk.Register.DoneSolved" : "Desk.Register.Done", Input.Subject]);
                return Redirect(another ? "/desk/register" : $"/desk/cases/{id}");
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        await PrepareAsync(cancellationToken);
        return Page();
    }

    private Application.Cases.RegisterCase Command(IReadOnlyList<AttachedFile> files) => new(
        Input.ToCase(files, Received(), me.EmployeeId), Input.Next == NextStep.SolvedInTalk ? Input.Solution : null, Input.Outcome, Input.NotDuplicateOf);

    private Task<IReadOnlyList<DuplicateRow>> FindAsync(CancellationToken cancellationToken) => findDuplicates.HandleAsync(
        new FindDuplicates(Input.Contact, Input.Subject, Input.Text, Input.Token), cancellationToken);

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Topics = TopicSelect.Of(await catalogue.TopicsAsync(t.Language, cancellationToken), t);
        Services = TopicSelect.Of(await catalogue.ServicesAsync(t.Language, cancellationToken));
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        var people = await choices.PeopleAsync(cancellationToken);
        (People, Colleagues) = (people.ByUnit(), people.ByUnit());
        await clients.LoadAsync(Input, cancellationToken);
        await PreviewAsync(cancellationToken);
    }

    private async Task PreviewAsync(CancellationToken cancellationToken) => AnswerBy = await preview.HandleAsync(
        Input.RealKind, Input.Channel, cancellationToken, Input.Audience, Input.IsFormal && !Input.IsInternal, Received());

    /// <summary>The instant meant; the current minute means now.</summary>
    private DateTimeOffset? Received()
    {
        var now = time.GetUtcNow();
        return Input.Received is { } at && at > new DateTime(2020, 1, 1) && local.ToUtc(at) is var instant && instant <= now && now - instant > TimeSpan.FromMinutes(1) ? instant : null;
    }

    private static DateTime Minute(DateTime at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0);
}
