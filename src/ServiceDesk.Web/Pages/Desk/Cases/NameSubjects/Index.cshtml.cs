using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.NameSubjects;

/// <summary>Whom a complaint is about, what they are told, and whether they may know who complained.</summary>
[Authorize(Policy = nameof(Permission.HandleComplaintsAboutPeople))]
public sealed class IndexModel(ShowCaseHandler show, ComplaintAboutPersonHandler about, CaseChoicesHandler choices, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public AboutPersonShown About { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Case.Steps.MayName)
            return NotFound();
        await PrepareAsync(cancellationToken);
        Input.People = [.. About.Subjects.Select(s => s.Id)];
        Input.Gist = About.Gist;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync("Input.People",
        () => about.HandleAsync(new Application.Cases.AboutPeople.NameSubjects(Id, Input.People, Input.Reason, Input.Seen), cancellationToken), "Desk.About.Named", cancellationToken);

    public Task<IActionResult> OnPostGistAsync(CancellationToken cancellationToken) =>
        SaveAsync("Input.Gist", () => about.HandleAsync(new WriteGist(Id, Input.Gist, Input.Seen), cancellationToken), "Desk.About.GistSent", cancellationToken);

    public Task<IActionResult> OnPostRevealAsync(CancellationToken cancellationToken)
    {
        if (Input.Ground is null)
            ModelState.AddModelError("Input.Ground", T["Desk.About.GroundMissing"]);
        return SaveAsync("Input.Basis", () => about.HandleAsync(new RevealIdentity(Id, Input.Ground!.Value, Input.Basis, Input.Seen), cancellationToken), "Desk.About.RevealDone", cancellationToken);
    }

    public Task<IActionResult> OnPostHideAsync(CancellationToken cancellationToken) =>
        SaveAsync("Input.HideReason", () => about.HandleAsync(new HideIdentity(Id, Input.HideReason, Input.Seen), cancellationToken), "Desk.About.HideDone", cancellationToken);

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        About = await about.ShowAsync(Id, cancellationToken) ?? new AboutPersonShown([], null, null, null, null, null, null);
        People = (await choices.PeopleAsync(cancellationToken)).ByUnit();
    }

    private async Task<IActionResult> SaveAsync(string field, Func<Task> step, string done, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(step, field))
        {
            if (!await LoadAsync(cancellationToken) || !Case.Steps.MayName)
                return NotFound();
            await PrepareAsync(cancellationToken);
            return Page();
        }

        this.Notice(T[done]);
        // Who names somebody may be outside afterwards.
        return Redirect(await LoadAsync(cancellationToken) && Case.MayRead ? Home : "/desk");
    }

    public sealed class Form : CaseInput
    {
        public List<Guid> People { get; set; } = [];

        public string? Reason { get; set; }

        public string? Gist { get; set; }

        public RevealGround? Ground { get; set; }

        public string? Basis { get; set; }

        public string? HideReason { get; set; }
    }
}
