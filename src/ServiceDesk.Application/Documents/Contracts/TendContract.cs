using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>Steps in the life of a contract, for who may write its document; an obligation is marked as done by who sees to it too.</summary>
public sealed class TendContractHandler(IServiceDeskDb db, DocumentDesk desk, ContractPeople people, ICurrentUser user)
{
    /// <summary>Adds an obligation. Its owner must be somebody who sees the contract.</summary>
    public Task OweAsync(Guid id, int? seen, string? what, Guid? ownerId, DateOnly? dueOn, CancellationToken cancellationToken) => StepAsync(id, seen, async (contract, document, token) =>
    {
        await people.DemandAsync(document, ownerId, token);
        contract.Owe(what, ownerId, dueOn);
    }, cancellationToken);

    /// <summary>Gives the contract to somebody to look after.</summary>
    public Task GiveAsync(Guid id, int? seen, Guid? ownerId, CancellationToken cancellationToken) => StepAsync(id, seen, async (contract, document, token) =>
    {
        await people.DemandAsync(document, ownerId, token);
        contract.GiveTo(ownerId ?? throw new Refusal("Documents.Refusal.OwnerMissing"));
    }, cancellationToken);

    /// <summary>Ends the contract before its end.</summary>
    public Task TerminateAsync(Guid id, int? seen, DateOnly? on, string? reason, CancellationToken cancellationToken) =>
        StepAsync(id, seen, (contract, document, _) => Done(() => contract.Terminate(document, on, reason)), cancellationToken);

    /// <summary>Marks an obligation as done.</summary>
    public async Task DoneAsync(Guid id, Guid obligationId, CancellationToken cancellationToken)
    {
        var visible = await db.Set<Document>().DocumentsVisibleTo(user, db.Set<Case>()).AnyAsync(d => d.Id == id, cancellationToken);
        var contract = await db.Set<Contract>().Include(c => c.Obligations).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        var mayWrite = await db.Set<Document>().DocumentsWritableBy(user, db.Set<Case>()).AnyAsync(d => d.Id == id, cancellationToken);
        if (!visible || contract is null || !(mayWrite || contract.Obligations.Any(o => o.Id == obligationId && o.OwnerId == user.EmployeeId)))
            throw new Refusal("Cases.Refusal.NotAllowed");
        contract.Done(obligationId, desk.Actor, desk.Today);
        await SaveAsync(cancellationToken);
    }

    private async Task StepAsync(Guid id, int? seen, Func<Contract, Document, CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        var document = await desk.LoadAsync(id, null, cancellationToken);
        var contract = await db.Set<Contract>().Include(c => c.Visas).Include(c => c.Obligations).Include(c => c.Papers).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotAllowed");
        if (seen is { } version && version != contract.Version)
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        await step(contract, document, cancellationToken);
        await SaveAsync(cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        }
    }

    private static Task Done(Action step)
    {
        step();
        return Task.CompletedTask;
    }
}
