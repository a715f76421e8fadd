using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteClaim;

/// <summary>A claim of the house: new, from a contract, from a case or free; written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms, ShowDocumentHandler show, IOptions<MunicipalityOptions> house) : DocumentFormPage<ClaimBody>(forms)
{
    private ContractReference? contract;

    /// <summary>The contract a new claim begins from.</summary>
    [FromQuery(Name = "contract")]
    public Guid? FromContract { get; set; }

    [BindProperty]
    public ClaimInput Claim { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Claim;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (FromContract is { } id && (contract = await ContractReference.FindAsync(show, id, HttpContext.RequestAborted)) is null)
            context.Result = NotFound();
        else
            await next();
    }

    protected override void Fill(ClaimBody data) => Claim = ClaimInput.Of(data);

    protected override ClaimBody ToBody() => Claim.ToBody();

    protected override ClaimBody Propose(DocumentProposal proposal)
    {
        var t = Texts.In(proposal.Head.Language);
        var party = contract?.Data.Party;
        // The client of a case found the fault; the claim is made on whom the house has its contract with.
        var fromCase = proposal.CaseNumber is not null;
        return new ClaimBody
        {
            Title = house.Value.ClaimTitle,
            RespondentName = party?.Name ?? (fromCase ? null : proposal.Name),
            RespondentNumber = party?.Number,
            RespondentAddress = party?.Address ?? (fromCase ? null : proposal.Address),
            RespondentEmail = party is null && !fromCase ? proposal.Email : null,
            ContractId = contract?.Id,
            Basis = contract is null ? null : t["Documents.Claim.BasisText", contract.DatedOn, contract.Number],
            Item = contract is null ? null : ClauseText.Lines(contract.Data.Matter).FirstOrDefault(),
            FoundOn = proposal.CaseReceivedOn ?? Today,
            Found = fromCase ? t["Documents.Claim.FoundByClient", proposal.CaseNumber] : null,
            PenaltyRate = contract?.Data.PenaltyRate,
            PenaltyCap = contract?.Data.PenaltyCap,
            AnswerDays = contract?.Data.AnswerDays ?? ContractBody.UsualAnswerDays,
        };
    }
}
