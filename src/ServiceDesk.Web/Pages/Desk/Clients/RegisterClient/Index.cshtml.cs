using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.RegisterClient;

/// <summary>A new card.</summary>
[Authorize(Policy = nameof(Permission.KeepClients))]
public sealed class IndexModel(RegisterClientHandler register, ListClientsHandler list, ListColleaguesHandler colleagues, FindEntryCandidatesHandler candidates, Texts t) : ClientFormPage(t)
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    /// <summary>Somebody has looked at the candidates: it is another client.</summary>
    [BindProperty]
    public bool IsAnother { get; set; }

    /// <summary>Cards that may be of the same client.</summary>
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public override ClientInput Facts => Input;

    public async Task OnGetAsync(ClientKind? kind, CancellationToken cancellationToken)
    {
        (Input.Kind, Input.Token) = (kind ?? ClientKind.Person, Guid.CreateVersion7());
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                if (!IsAnother)
                    Candidates = await candidates.HandleAsync(Input.Entry(), Input.Token, cancellationToken);
                if (Candidates.Count > 0)
                {
                    await LoadAsync(cancellationToken);
                    return Page();
                }

                var saved = await register.HandleAsync(new(Input.Entry(), Input.Insist, Input.Token), cancellationToken);
                if (saved.Id is { } id)
                {
                    this.Notice(Words["Clients.Form.Registered"]);
                    return Redirect($"/desk/clients/{id}");
                }

                Show(saved.Faults, nameof(Input), RegisterInput.FieldOf);
            }
            catch (Refusal refusal)
            {
                Show(refusal);
            }
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Groups = await list.GroupsAsync(cancellationToken);
        if (Input.Kind == ClientKind.Internal)
            Employees = await colleagues.HandleAsync(cancellationToken);
    }
}
