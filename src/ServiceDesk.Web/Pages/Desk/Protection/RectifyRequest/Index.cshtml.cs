using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.RectifyRequest;

/// <summary>Puts facts of the person's card right within their request, one at a time, with the proof.</summary>
[Authorize(Policy = nameof(Permission.HandlePersonRequests))]
public sealed class IndexModel(RectifyCardHandler rectify, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RectifyInput Input { get; set; } = new();

    public RectifyForm Form { get; private set; } = null!;

    /// <summary>What may be overridden, once read.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public bool MayRectify => Form.Request is { IsOpen: true, Identity: not null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Token = Guid.CreateVersion7();
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            var faults = await rectify.HandleAsync(new RectifyCard(Id, Input.Token, Input.CardSeen, Input.Fact, Input.Value, Input.IsNone, Input.Proof, Input.Insist), cancellationToken);
            foreach (var fault in faults.Where(f => !f.IsWarning))
                ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", t[fault.Key, [.. fault.Arguments]]);
            Warnings = [.. faults.Where(f => f.IsWarning).Select(f => t[f.Key, [.. f.Arguments]])];
            if (faults.Count == 0)
            {
                this.Notice(t["Protection.Rectify.Done"]);
                return Redirect($"/desk/protection/requests/{Id}/rectify");
            }
        }
        catch (Refusal refusal) when (refusal.Key is "Protection.Refusal.RequestUnknown" or "Protection.Refusal.NoCard")
        {
            return NotFound();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Key is "Protection.Refusal.SameValue" or "Clients.Refusal.NameTooLong" ? "Input.Value" : "", t[refusal.Key, [.. refusal.Arguments]]);
        }

        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // A form shown again goes on from the card as it is now; what was typed stays.
        ModelState.Remove("Input.CardSeen");
        return Page();
    }

    /// <summary>A fact in the list of the form.</summary>
    public string Words(CardFact fact) => fact.Value is { } value ? t["Protection.Rectify.Fact", t.Of(fact.Field), value] : t["Protection.Rectify.Missing", t.Of(fact.Field)];

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await rectify.ShowAsync(Id, cancellationToken) is not { } form)
            return false;
        Form = form;
        Input.CardSeen = form.CardVersion;
        return true;
    }

    public sealed class RectifyInput
    {
        public Guid Token { get; set; }

        public int CardSeen { get; set; }

        public string? Fact { get; set; }

        public string? Value { get; set; }

        public bool IsNone { get; set; }

        public string? Proof { get; set; }

        public bool Insist { get; set; }
    }
}
