using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Catalogue.ListRoutes;

/// <summary>Routes in their order, and a box that tells where a case would go and why.</summary>
[Authorize(Policy = nameof(Permission.ManageCatalogue))]
public sealed class IndexModel(
    ListTopicsHandler list, SaveRouteHandler save, CaseRouter router, CatalogueChoicesHandler catalogue, CaseChoicesHandler choices, Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseKind Kind { get; set; } = CaseKind.Complaint;

    [BindProperty(SupportsGet = true)]
    public Channel Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    public IReadOnlyList<RouteRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public Routing? Answer { get; private set; }

    public string? AnswerUnit { get; private set; }

    public string? AnswerPerson { get; private set; }

    /// <summary>What a route wants, in words.</summary>
    public IEnumerable<string> Conditions(RouteRow row)
    {
        if (row.TopicName is { } topic)
            yield return $"{t["Catalogue.Topics.Name"]}: {topic}";
        if (row.ServiceName is { } service)
            yield return $"{t["Catalogue.Services.Name"]}: {service}";
        if (row.Route.Kind is { } kind)
            yield return $"{t["Catalogue.Routes.Kind"]}: {t.Of(kind)}";
        if (row.Route.Channel is { } channel)
            yield return $"{t["Catalogue.Routes.Channel"]}: {t.Of(channel)}";
        if (row.Route.Places is { } places)
            yield return $"{t["Catalogue.Routes.Places"]}: {places}";
    }

    public async Task OnGetAsync([FromQuery(Name = "try")] bool isTried, CancellationToken cancellationToken)
    {
        if (isTried && ModelState.IsValid)
        {
            try
            {
                Answer = await router.DecideAsync(new(Topic, Service, Kind, Channel, Place), cancellationToken);
                AnswerUnit = (await choices.UnitsAsync(cancellationToken)).FirstOrDefault(u => u.Id == Answer.UnitId)?.Name;
                AnswerPerson = (await choices.PeopleAsync(cancellationToken)).FirstOrDefault(p => p.Id == Answer.AssigneeId)?.Name;
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            }
        }

        Rows = await list.RoutesAsync(cancellationToken);
        Topics = TopicSelect.Of(await catalogue.TopicsAsync(t.Language, cancellationToken), t);
        Services = TopicSelect.Of(await catalogue.ServicesAsync(t.Language, cancellationToken));
    }

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, Guid? on, Guid? off, CancellationToken cancellationToken)
    {
        try
        {
            if (up is { } higher)
                await save.MoveAsync(higher, Direction.Up, cancellationToken);
            else if (down is { } lower)
                await save.MoveAsync(lower, Direction.Down, cancellationToken);
            else if ((on ?? off) is { } id)
                await save.SwitchAsync(id, on is not null, cancellationToken);
            this.Notice(t["Catalogue.Saved"]);
            return Redirect("/desk/topics/routes");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", t[refusal.Key, [.. refusal.Arguments]]);
            await OnGetAsync(isTried: false, cancellationToken);
            return Page();
        }
    }
}
