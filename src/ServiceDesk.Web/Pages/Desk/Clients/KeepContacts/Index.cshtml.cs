using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.KeepContacts;

/// <summary>Contact points and addresses of a card.</summary>
[Authorize(Policy = nameof(Permission.KeepClients))]
public sealed class IndexModel(ShowClientHandler show, KeepContactsHandler keep, Texts t) : CardFormPage(show, t)
{
    [BindProperty]
    public ReachInput Input { get; set; } = new();

    [BindProperty]
    public NewAddress Address { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostReachAsync(CancellationToken cancellationToken) => DoAsync(
        async () => Show(await keep.AddReachAsync(new(Id, Input.Version, Input.Kind, Input.Text, Input.Label, Input.Insist), cancellationToken), nameof(Input)), cancellationToken);

    public Task<IActionResult> OnPostPrimaryAsync(int version, Guid row, CancellationToken cancellationToken) =>
        DoAsync(() => keep.MakePrimaryAsync(Id, version, row, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRetireAsync(int version, Guid row, CancellationToken cancellationToken) =>
        DoAsync(() => keep.RetireReachAsync(Id, version, row, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostLeaveAsync(int version, Guid row, CancellationToken cancellationToken) =>
        DoAsync(() => keep.RetireAddressAsync(Id, version, row, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAddressAsync(CancellationToken cancellationToken) => DoAsync(
        async () =>
        {
            try
            {
                await keep.AddAddressAsync(new(Id, Address.Version, Address.Kind, Address.Elements(), Address.Addressee), cancellationToken);
            }
            catch (Refusal refusal) when (refusal.Key is "Clients.PostalCode.Format" or "Clients.Refusal.AddressMissing")
            {
                Show(refusal, refusal.Key == "Clients.PostalCode.Format" ? "Address.PostalCode" : "Address.Street");
            }
        }, cancellationToken);

    private Task<IActionResult> DoAsync(Func<Task> step, CancellationToken cancellationToken) => StepAsync(
        step,
        () =>
        {
            this.Notice(Words["Clients.Form.Saved"]);
            return Redirect(CardAddress + "/contacts");
        },
        cancellationToken);

    public sealed class ReachInput
    {
        public int Version { get; set; }

        public ClientReachKind Kind { get; set; }

        public string? Text { get; set; }

        public string? Label { get; set; }

        public bool Insist { get; set; }
    }

    public sealed class NewAddress : AddressInput
    {
        public int Version { get; set; }

        public ClientAddressKind Kind { get; set; }
    }
}
