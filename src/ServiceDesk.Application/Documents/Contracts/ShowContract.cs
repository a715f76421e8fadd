using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>An amendment of a contract or a claim from it, with the day an answer to a registered claim is due.</summary>
public sealed record ContractPaperRow(Guid Id, DocumentKind Kind, DocumentState State, string? Number, string Subject, DateOnly? DatedOn, DateOnly? AnswerDueOn);

/// <summary>A contract with all that its page shows.</summary>
/// <param name="Life">What runs.</param>
/// <param name="Document">The document.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Papers">Amendments and claims within what one may see, oldest first.</param>
/// <param name="People">Who may look after it or owe something.</param>
/// <param name="MayWrite">Whether the person may take steps on it.</param>
public sealed record ContractView(
    Contract Life, DocumentView Document, ContractState State, string? Owner, IReadOnlyList<ContractPaperRow> Papers, IReadOnlyList<PersonChoice> People, bool MayWrite);

/// <summary>Shows the life of a contract, within what one may see of its document.</summary>
public sealed class ShowContractHandler(
    IServiceDeskDb db, ShowDocumentHandler documents, DocumentKinds kinds, CalendarProvider calendars, ContractPeople people, DocumentDesk desk, ICurrentUser user)
{
    /// <summary>The contract; null when there is none one may see.</summary>
    public async Task<ContractView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await documents.HandleAsync(id, cancellationToken) is not { } shown)
            return null;
        var contract = await db.Set<Contract>().AsNoTracking().Include(c => c.Visas.OrderBy(v => v.At)).Include(c => c.Obligations.OrderBy(o => o.DueOn)).Include(c => c.Papers)
            .SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (contract is null)
            return null;
        var document = shown.Document;
        var owner = await db.Set<Employee>().Where(e => e.Id == contract.OwnerId).Select(e => e.Name + " " + e.Surname).FirstOrDefaultAsync(cancellationToken);
        var choices = await people.OfAsync(document.UnitId, document.AuthorId, document.SignatoryId, cancellationToken);
        return new ContractView(contract, shown, contract.State(document.State, document.SignedOn, desk.Today), owner, await PapersAsync(id, cancellationToken), choices, shown.MayWrite);
    }

    private async Task<IReadOnlyList<ContractPaperRow>> PapersAsync(Guid id, CancellationToken cancellationToken)
    {
        var calendar = await calendars.GetAsync(cancellationToken);
        var found = await db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).Where(d => db.Set<ContractPaper>().Any(p => p.ContractId == id && p.DocumentId == d.Id))
            .OrderBy(d => d.CreatedAt).Select(d => new { d.Id, d.Kind, d.State, d.Number, d.Subject, d.DatedOn, d.Content }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(d => new ContractPaperRow(
                d.Id, d.Kind, d.State, d.Number, d.Subject, d.DatedOn,
                d is { Kind: DocumentKind.Claim, State: DocumentState.Registered, DatedOn: { } day } ? ClaimBody.AnswerDueOn(calendar, day, ((ClaimBody)kinds.Read(d.Kind, d.Content)).AnswerDays) : null)),
        ];
    }
}
