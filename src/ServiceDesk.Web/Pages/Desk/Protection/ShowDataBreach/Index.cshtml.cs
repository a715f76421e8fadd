using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.ShowDataBreach;

/// <summary>One personal-data breach: what is known, the step at hand, the chain of events. The step is in the address.</summary>
[Authorize(Policy = nameof(Permission.ManageDataBreaches))]
public sealed class IndexModel(ListDataBreachesHandler breaches, HandleDataBreachHandler handle, LocalTime local, TimeProvider time, Texts t) : BreachInputPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "do")]
    public DataBreachStep? Chosen { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public DataBreach Item { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => local.DateOf(Now);

    /// <summary>Steps possible now.</summary>
    public IReadOnlyList<DataBreachStep> Steps { get; private set; } = [];

    /// <summary>The step whose form is open: the chosen one, or what comes next.</summary>
    public DataBreachStep? Step { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Input.Fill(Item, local);
        Input.ToldAt = local.At(Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Chosen is not { } step)
            return BadRequest();
        if (step is DataBreachStep.DecideAuthority or DataBreachStep.DecidePersons && Input.Notify is null)
            ModelState.AddModelError("Input.Notify", t["Protection.Refusal.DecisionMissing"]);
        if (!ModelState.IsValid)
            return Page();
        try
        {
            await handle.HandleAsync(step, new(Id, Version)
            {
                Told = Input.ToDescription(local),
                DiscoveredAt = At(Input.Discovered),
                Risk = Input.Risk ?? BreachRisk.NotAssessed,
                Notify = Input.Notify ?? false,
                ToldAt = At(Input.ToldAt),
                How = Input.How,
                Reason = Input.Reason,
            }, cancellationToken);
            this.Notice(t["Protection.Saved"]);
            return Redirect($"/desk/protection/breaches/{Id}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            await LoadAsync(cancellationToken);
            return Page();
        }
    }

    private DateTimeOffset? At(DateTime? wall) => wall is { } at ? local.ToUtc(at) : null;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await breaches.ShowAsync(Id, cancellationToken) is not { } item)
            return false;
        Item = item;
        Steps = [.. Possible(item)];
        Step = Chosen is { } chosen && Steps.Contains(chosen) ? chosen : Next(item);
        return true;
    }

    private static IEnumerable<DataBreachStep> Possible(DataBreach item)
    {
        if (item.State == DataBreachState.Closed)
            return [DataBreachStep.Reopen];
        return Enum.GetValues<DataBreachStep>().Where(step => step switch
        {
            DataBreachStep.Reopen => false,
            DataBreachStep.DecideAuthority or DataBreachStep.DecidePersons or DataBreachStep.Close => item.Risk != BreachRisk.NotAssessed,
            DataBreachStep.NotifyAuthority => item.Authority == NotifyDecision.Notify,
            DataBreachStep.NotifyPersons => item.Persons == NotifyDecision.Notify,
            _ => true,
        });
    }

    private static DataBreachStep? Next(DataBreach item) => item switch
    {
        { State: DataBreachState.Closed } => null,
        { Risk: BreachRisk.NotAssessed } => DataBreachStep.Assess,
        { Authority: NotifyDecision.Undecided } => DataBreachStep.DecideAuthority,
        { Authority: NotifyDecision.Notify, AuthorityNotifiedAt: null } => DataBreachStep.NotifyAuthority,
        { Persons: NotifyDecision.Undecided } => DataBreachStep.DecidePersons,
        { Persons: NotifyDecision.Notify, PersonsNotifiedAt: null } => DataBreachStep.NotifyPersons,
        { Told.Measures: null } => DataBreachStep.Describe,
        _ => DataBreachStep.Close,
    };
}
