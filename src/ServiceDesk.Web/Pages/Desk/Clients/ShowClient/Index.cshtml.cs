using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ShowClient;

/// <summary>The card of a client.</summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(
    ShowClientHandler show, AddClientNoteHandler addNote, CompareClientsHandler merges, ManageConsentsHandler consents, ICurrentUser me, Texts t) : CardFormPage(show, t)
{
    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public bool MayKeep => me.May(Permission.KeepClients) && Client.State == ClientState.Active;

    public bool MayReveal => me.May(Permission.RevealPersonalCodes);

    /// <summary>What the addresses on the card have agreed to; only Client Service is shown it.</summary>
    public IReadOnlyList<ConsentOfClient> Consents { get; private set; } = [];

    public IEnumerable<ClientEvent> History => Client.History.OrderByDescending(e => e.Ordinal).Take(30);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // The address of a card that became part of another one leads there.
        if (await merges.FollowAsync(Id, cancellationToken) is { } into)
            return Redirect($"/desk/clients/{into}");
        Input.Token = Guid.CreateVersion7();
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!me.May(Permission.KeepClients))
            return Forbid();
        return await StepAsync(
            () => addNote.HandleAsync(new(Id, Input.Text ?? "", Input.Token), cancellationToken),
            () =>
            {
                this.Notice(Words["Clients.Card.NoteSaved"]);
                return Redirect(CardAddress + "#notes");
            },
            cancellationToken);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        if (me.SeesAllClients())
            Consents = await consents.OfAddressesAsync([.. Client.Reaches.Where(r => r.Kind == ClientReachKind.Email && r.RetiredAt is null).Select(r => r.Value)], cancellationToken);
        return true;
    }

    public sealed class NoteInput
    {
        public Guid Token { get; set; }

        public string? Text { get; set; }
    }
}
