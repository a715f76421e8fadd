using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients;

/// <summary>A form about a client: errors go to their fields, warnings stand above with a box to insist.</summary>
public abstract class ClientFormPage(Texts t) : PageModel
{
    /// <summary>What looks wrong and may be overridden.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public IReadOnlyList<Choice> Groups { get; protected set; } = [];

    public IReadOnlyList<Choice> Employees { get; protected set; } = [];

    /// <summary>The facts the form is about; null on forms about something else.</summary>
    public virtual ClientInput? Facts => null;

    protected Texts Words => t;

    protected void Show(IReadOnlyList<EntryFault> faults, string prefix, Func<string, string>? field = null)
    {
        foreach (var fault in faults.Where(f => !f.IsWarning))
            ModelState.AddModelError($"{prefix}.{(field is null ? fault.Field : field(fault.Field))}", t[fault.Key, [.. fault.Arguments]]);
        Warnings = [.. faults.Where(f => f.IsWarning).Select(f => t[f.Key, [.. f.Arguments]]).Distinct()];
    }

    protected void Show(Refusal refusal, string field = "") => ModelState.AddModelError(field, t[refusal.Key, [.. refusal.Arguments]]);

    /// <summary>Kinds a card may be of, for the switch above a form.</summary>
    public static IReadOnlyList<ClientKind> Kinds { get; } = Enum.GetValues<ClientKind>();
}

/// <summary>A form on a card that there is.</summary>
public abstract class CardFormPage(ShowClientHandler show, Texts t) : ClientFormPage(t)
{
    [FromRoute]
    public Guid Id { get; set; }

    public ClientCard Card { get; private set; } = null!;

    public Client Client => Card.Client;

    protected string CardAddress => $"/desk/clients/{Id}";

    protected virtual async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, cancellationToken) is not { } card)
            return false;
        Card = card;
        return true;
    }

    /// <summary>Does a step that may be refused; a refusal is shown on the page, which is loaded anew.</summary>
    protected async Task<IActionResult> StepAsync(Func<Task> step, Func<IActionResult> done, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Refusal refusal)
        {
            Show(refusal);
        }

        if (ModelState.IsValid && Warnings.Count == 0)
            return done();
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }
}
