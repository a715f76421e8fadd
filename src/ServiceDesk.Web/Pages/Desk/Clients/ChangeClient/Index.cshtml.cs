using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.ChangeClient;

/// <summary>Facts, name and groups of a card.</summary>
[Authorize(Policy = nameof(Permission.KeepClients))]
public sealed class IndexModel(ShowClientHandler show, ChangeClientHandler change, ListClientsHandler list, ListColleaguesHandler colleagues, FindEntryCandidatesHandler candidates, Texts t) : CardFormPage(show, t)
{
    [BindProperty]
    public ChangeInput Input { get; set; } = new();

    [BindProperty]
    public NameInput Other { get; set; } = new();

    /// <summary>Somebody has looked at the candidates: it is another client.</summary>
    [BindProperty]
    public bool IsAnother { get; set; }

    /// <summary>Cards that may be of the same client, as it is told now.</summary>
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public override ClientInput Facts => Input;

    public async Task<IActionResult> OnGetAsync(ClientKind? kind, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        Fill(kind);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                if (!IsAnother)
                    Candidates = await candidates.OfCardAsync(Id, Input.Entry(), cancellationToken);
                if (Candidates.Count > 0)
                    return await ReadAsync(cancellationToken) ? Page() : NotFound();

                var saved = await change.HandleAsync(new(Id, Input.Version, Input.Entry(), Input.NameChange, Input.NameFrom, Input.Insist), cancellationToken);
                if (saved.Id is not null)
                {
                    this.Notice(Words["Clients.Form.Saved"]);
                    return Redirect(CardAddress);
                }

                Show(saved.Faults, nameof(Input));
            }
            catch (Refusal refusal)
            {
                Show(refusal);
            }
        }

        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancellationToken)
    {
        // The fields of the form above were not sent.
        foreach (var key in ModelState.Keys.Where(k => !k.StartsWith(nameof(Other), StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        if (ModelState.IsValid)
        {
            try
            {
                await change.AddNameAsync(new(Id, Other.Version, Other.Name ?? "", Other.Kind, Other.From, Other.To), cancellationToken);
                this.Notice(Words["Clients.Form.NameAdded"]);
                return Redirect(CardAddress);
            }
            catch (Refusal refusal)
            {
                Show(refusal, refusal.Key is "Clients.Refusal.NameMissing" or "Clients.Refusal.NameTooLong" ? "Other.Name" : "");
            }
        }

        if (!await ReadAsync(cancellationToken))
            return NotFound();
        Fill(null);
        return Page();
    }

    private void Fill(ClientKind? kind) => Input = new ChangeInput
    {
        Version = Client.Version,
        Kind = kind ?? Client.Kind,
        Name = Client.Name,
        Language = Client.Language,
        PreferredChannel = Client.PreferredChannel,
        BirthDate = Client.BirthDate,
        RegistrationNumber = Client.RegistrationNumber,
        VatNumber = Client.VatNumber,
        LegalForm = Client.LegalForm,
        EmployeeId = Client.EmployeeId,
        HeardFrom = Client.HeardFrom,
        Groups = [.. Client.Groups.Where(g => g.LeftAt is null).Select(g => g.GroupId)],
    };

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return false;
        Groups = await list.GroupsAsync(cancellationToken, [.. Client.Groups.Where(g => g.LeftAt is null).Select(g => g.GroupId)]);
        Employees = await colleagues.HandleAsync(cancellationToken);
        return true;
    }

    public sealed class ChangeInput : ClientInput
    {
        public int Version { get; set; }

        public NameChange NameChange { get; set; }

        public DateOnly? NameFrom { get; set; }
    }

    public sealed class NameInput
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public ClientNameKind Kind { get; set; } = ClientNameKind.Former;

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }
}
