using ServiceDesk.Application.Documents;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>A registered contract that an amendment or a claim refers to.</summary>
/// <param name="Id">The document.</param>
/// <param name="Number">Its number.</param>
/// <param name="DatedOn">Its date.</param>
/// <param name="Data">What it says.</param>
public sealed record ContractReference(Guid Id, string Number, DateOnly DatedOn, ContractBody Data)
{
    /// <summary>The contract, within what one may see; null when there is none or it has no number yet.</summary>
    public static async Task<ContractReference?> FindAsync(ShowDocumentHandler show, Guid id, CancellationToken cancellationToken) =>
        await show.HandleAsync(id, cancellationToken) is { Document: { Kind: DocumentKind.Contract, State: DocumentState.Registered, Number: { } number, DatedOn: { } day } found }
            ? new ContractReference(id, number, day, show.Read<ContractBody>(found))
            : null;
}
