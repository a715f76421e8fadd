using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Contracts;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>Keeps the life of a contract in step with its document, its amendments and the claims from it.</summary>
public sealed class ContractsFollow(IServiceDeskDb db, DocumentKinds kinds) : IFollowsDocument
{
    /// <inheritdoc/>
    public async Task FollowAsync(Document document, CancellationToken cancellationToken)
    {
        switch (kinds.Read(document.Kind, document.Content))
        {
            case ContractBody content:
                (await FindAsync(document.Id, cancellationToken) ?? Begin(document)).Follow(content);
                break;
            case AmendmentBody { ContractId: { } id } amendment when await FindAsync(id, cancellationToken) is { } contract:
                contract.Refer(document, amendment.StartsOn, amendment.NewEndsOn);
                break;
            case ClaimBody { ContractId: { } id } when await FindAsync(id, cancellationToken) is { } contract:
                contract.Refer(document, null, null);
                break;
        }
    }

    private Contract Begin(Document document)
    {
        var contract = Contract.Of(document);
        db.Set<Contract>().Add(contract);
        return contract;
    }

    private Task<Contract?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Set<Contract>().Include(c => c.Papers).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
}
