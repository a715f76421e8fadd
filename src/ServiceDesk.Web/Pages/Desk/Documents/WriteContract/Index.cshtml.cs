using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteContract;

/// <summary>A contract: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<ContractBody>(forms), IPartyPage
{
    private const decimal UsualVat = 21;

    [BindProperty]
    public PartyInput Party { get; set; } = new();

    [BindProperty]
    public ContractInput Contract { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Contract;

    protected override void Fill(ContractBody data) => (Party, Contract) = (PartyInput.Of(data.Party, data.HouseAuthority, data.HouseRole), ContractInput.Of(data));

    protected override ContractBody ToBody() => Contract.ToBody(Party);

    protected override ContractBody Propose(DocumentProposal proposal)
    {
        var t = Texts.In(proposal.Head.Language);
        return new ContractBody
        {
            HouseAuthority = t["Documents.Contract.HouseAuthorityUsual"],
            HouseRole = t["Documents.Contract.House"],
            Party = new ContractParty { Name = proposal.Name, Address = proposal.Address, Contacts = proposal.Email, Role = t["Documents.Contract.Other"] },
            VatRate = UsualVat,
            StartsOn = Today,
            Clauses = t["Documents.Contract.UsualClauses"],
            AnswerDays = ContractBody.UsualAnswerDays,
        };
    }
}
