using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Web.Pages.Desk.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.AttachClient;

/// <summary>Says whose case it is: a card found, suggested, or made of what was told; or nobody's after all.</summary>
[Authorize(Policy = nameof(Permission.SeeClients))]
public sealed class IndexModel(ShowCaseHandler show, AttachClientHandler attach, FindClientsHandler find, SuggestClientsHandler suggest, ListRepresentativesHandler representatives, ICurrentUser me, Texts t)
    : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What is typed to find the client.</summary>
    [BindProperty(Name = "q")]
    public string? Sought { get; set; }

    public FoundClients? Found { get; private set; }

    public IReadOnlyList<ClientHint> Hints { get; private set; } = [];

    public IReadOnlyList<RepresentativeChoice> Representatives { get; private set; } = [];

    public bool MayMake => me.May(Permission.KeepClients) && !Case.Contact.IsAnonymous;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        return Case is not null && IsOpenToMe ? page : NotFound();
    }

    /// <summary>Attaches the case to the client chosen.</summary>
    public Task<IActionResult> OnPostAsync(Guid? client, CancellationToken cancellationToken) => client is { } id
        ? ChangeAsync(() => attach.HandleAsync(new Application.Clients.OfCases.AttachClient(Id, id, Input.Seen), cancellationToken), "Clients.Attach.Done", cancellationToken)
        : OnPostFindAsync(cancellationToken);

    /// <summary>Looks for the client; without scripts.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Found = await find.HandleAsync(new Application.Clients.Lookup.FindClients(Sought, 20), cancellationToken);
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>Makes a card of what was told with the case.</summary>
    public Task<IActionResult> OnPostNewAsync(CancellationToken cancellationToken) => ChangeAsync(
        () => attach.HandleAsync(new AttachNewClient(Id, new NewCard(Input.Token, Input.Kind, Input.RegistrationNumber, Input.HeardFrom), Input.Seen), cancellationToken), "Clients.Attach.Made", cancellationToken);

    public Task<IActionResult> OnPostDetachAsync(CancellationToken cancellationToken) =>
        ChangeAsync(() => attach.DetachAsync(Id, Input.Seen, cancellationToken), "Clients.Attach.Detached", cancellationToken);

    public Task<IActionResult> OnPostRepresentAsync(CancellationToken cancellationToken) =>
        ChangeAsync(() => attach.RepresentAsync(Id, Input.RepresentativeId, Input.Seen, cancellationToken), "Clients.Attach.Represented", cancellationToken);

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Case.Client is null)
            Hints = await suggest.HandleAsync(Case.Contact, cancellationToken);
        else
            Representatives = await representatives.HandleAsync(Case.Client.Id, cancellationToken);
    }

    private bool IsOpenToMe => Case.MayHandle && !Case.ClientIsHidden && me.MayAttachClients();

    private async Task<IActionResult> ChangeAsync(Func<Task> change, string done, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !IsOpenToMe)
            return NotFound();
        if (!ModelState.IsValid || !await TryAsync(change))
            return await AgainAsync(cancellationToken);
        this.Notice(T[done]);
        return Redirect($"{Home}#client");
    }

    public sealed class Form : CaseInput
    {
        public ClientKind Kind { get; set; } = ClientKind.Person;

        public string? RegistrationNumber { get; set; }

        public HeardFrom? HeardFrom { get; set; }

        public Guid? RepresentativeId { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t) => RuleFor(x => x.RegistrationNumber).Must(n => Domain.Clients.Identifiers.RegistrationNumber.Check(n).IsValid)
            .When(x => !string.IsNullOrWhiteSpace(x.RegistrationNumber) && x.Kind is ClientKind.LegalPerson or ClientKind.Institution)
            .WithMessage(x => t[Domain.Clients.Identifiers.RegistrationNumber.Check(x.RegistrationNumber).Error!]);
    }
}
