using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.KeepCodes;

/// <summary>Personal codes of a card: masked; shown for a reason that is written down, in the answer to a post and nowhere else.</summary>
[Authorize(Policy = nameof(Permission.RevealPersonalCodes))]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ShowClientHandler show, KeepCodesHandler keep, ICurrentUser me, Texts t) : CardFormPage(show, t)
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty]
    public RevealInput Reveal { get; set; } = new();

    /// <summary>The code that was asked for, as written on paper.</summary>
    public string? Revealed { get; private set; }

    public bool MayKeep => me.May(Permission.KeepClients) && Client.State == ClientState.Active && Client.Kind is not (ClientKind.LegalPerson or ClientKind.Institution);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRevealAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        try
        {
            Revealed = await keep.RevealAsync(Id, Reveal.Code, Reveal.Reason, cancellationToken);
        }
        catch (Refusal refusal)
        {
            Show(refusal, refusal.Key == "Clients.Refusal.RevealReason" ? "Reveal.Reason" : "");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!me.May(Permission.KeepClients))
            return Forbid();
        return await StepAsync(
            async () => Show(await keep.GiveAsync(new(Id, Input.Version, Input.Text, Input.IsFormer, Input.Insist), cancellationToken), nameof(Input)),
            () =>
            {
                this.Notice(Words["Clients.Form.Saved"]);
                return Redirect(CardAddress + "/codes");
            },
            cancellationToken);
    }

    public sealed class CodeInput
    {
        public int Version { get; set; }

        public string? Text { get; set; }

        public bool IsFormer { get; set; }

        public bool Insist { get; set; }
    }

    public sealed class RevealInput
    {
        public Guid Code { get; set; }

        public string? Reason { get; set; }
    }
}
