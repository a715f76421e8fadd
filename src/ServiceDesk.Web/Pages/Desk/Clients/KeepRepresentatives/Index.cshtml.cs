using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.KeepRepresentatives;

/// <summary>Who acts for a client: found first, then chosen, with document and term.</summary>
[Authorize(Policy = nameof(Permission.KeepClients))]
public sealed class IndexModel(ShowClientHandler show, KeepRepresentativesHandler keep, FindClientsHandler find, Texts t) : CardFormPage(show, t)
{
    private const int MostFound = 20;

    [BindProperty]
    public RepresentativeInput Input { get; set; } = new();

    public IReadOnlyList<ClientSketch>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Input.From = Card.Today;
        return Page();
    }

    /// <summary>Looks for cards to choose from; what was typed stays.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        ModelState.Clear();
        await FindAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Representative is null)
            ModelState.AddModelError("Input.Words", Words["Clients.Representatives.ChooseFirst"]);
        if (Input.From is null)
            ModelState.AddModelError("Input.From", Words["Clients.Representatives.FromMissing"]);
        if (ModelState.IsValid)
        {
            try
            {
                await keep.AppointAsync(new(Id, Input.Version, Input.Representative!.Value, Input.Scope, Input.Document, Input.From!.Value, Input.To), cancellationToken);
                this.Notice(Words["Clients.Form.Saved"]);
                return Redirect(CardAddress);
            }
            catch (Refusal refusal)
            {
                Show(refusal, refusal.Key switch { "Clients.Refusal.DocumentMissing" => "Input.Document", "Clients.Refusal.EndsBeforeBegin" => "Input.To", _ => "" });
            }
        }

        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await FindAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostEndAsync(int version, Guid row, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return StepAsync(
            () => keep.EndAsync(Id, version, row, cancellationToken),
            () =>
            {
                this.Notice(Words["Clients.Form.Saved"]);
                return Redirect(CardAddress + "/representatives");
            },
            cancellationToken);
    }

    /// <summary>The card itself is no choice: nobody acts for oneself.</summary>
    private async Task FindAsync(CancellationToken cancellationToken) =>
        Found = [.. (await find.HandleAsync(new(Input.Words, MostFound), cancellationToken)).Clients.Where(c => c.Id != Id)];

    public sealed class RepresentativeInput
    {
        public int Version { get; set; }

        public string? Words { get; set; }

        public Guid? Representative { get; set; }

        public RepresentationScope Scope { get; set; } = RepresentationScope.Documents;

        public string? Document { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }
}
