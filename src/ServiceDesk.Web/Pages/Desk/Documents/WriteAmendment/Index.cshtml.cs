using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteAmendment;

/// <summary>An amendment of a contract: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms, ShowDocumentHandler show) : DocumentFormPage<AmendmentBody>(forms), IPartyPage
{
    private ContractReference? contract;

    /// <summary>The contract a new amendment begins from.</summary>
    [FromQuery(Name = "contract")]
    public Guid? FromContract { get; set; }

    [BindProperty]
    public PartyInput Party { get; set; } = new();

    [BindProperty]
    public AmendmentInput Amendment { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Amendment;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (FromContract is { } id && (contract = await ContractReference.FindAsync(show, id, HttpContext.RequestAborted)) is null)
            context.Result = NotFound();
        else
            await next();
    }

    protected override void Fill(AmendmentBody data) => (Party, Amendment) = (PartyInput.Of(data.Party, data.HouseAuthority, data.HouseRole), new AmendmentInput
    {
        ContractId = data.ContractId,
        ContractNumber = data.ContractNumber,
        ContractDate = data.ContractDate,
        Changes = data.Changes,
        StartsOn = data.StartsOn,
        NewEndsOn = data.NewEndsOn,
    });

    protected override AmendmentBody ToBody() => new()
    {
        ContractId = Amendment.ContractId,
        ContractNumber = Amendment.ContractNumber,
        ContractDate = Amendment.ContractDate,
        HouseAuthority = Party.HouseAuthority,
        HouseRole = Party.HouseRole,
        Party = Party.ToParty(),
        Changes = Amendment.Changes,
        StartsOn = Amendment.StartsOn,
        NewEndsOn = Amendment.NewEndsOn,
    };

    protected override AmendmentBody Propose(DocumentProposal proposal)
    {
        var t = Texts.In(proposal.Head.Language);
        return new AmendmentBody
        {
            ContractId = contract?.Id,
            ContractNumber = contract?.Number,
            ContractDate = contract?.DatedOn,
            HouseAuthority = contract?.Data.HouseAuthority ?? t["Documents.Contract.HouseAuthorityUsual"],
            HouseRole = contract?.Data.HouseRole ?? t["Documents.Contract.House"],
            Party = contract?.Data.Party ?? new ContractParty { Name = proposal.Name, Address = proposal.Address, Contacts = proposal.Email, Role = t["Documents.Contract.Other"] },
            StartsOn = Today,
        };
    }

    public sealed class AmendmentInput
    {
        public Guid? ContractId { get; set; }

        public string? ContractNumber { get; set; }

        public DateOnly? ContractDate { get; set; }

        public string? Changes { get; set; }

        public DateOnly? StartsOn { get; set; }

        public DateOnly? NewEndsOn { get; set; }
    }

    public sealed class AmendmentValidator : AbstractValidator<AmendmentInput>
    {
        public AmendmentValidator(Texts t)
        {
            RuleFor(x => x.ContractNumber).MaximumLength(60).WithMessage(_ => t["Cases.Refusal.TextTooLong", 60]);
            RuleFor(x => x.Changes).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.NewEndsOn).GreaterThanOrEqualTo(x => x.StartsOn).When(x => x is { StartsOn: not null, NewEndsOn: not null }).WithMessage(_ => t["Documents.Refusal.EndsBeforeStart"]);
        }
    }
}
