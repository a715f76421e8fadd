using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>
/// Rows that belong to a client without being part of the card, and follow it when cards are merged: one class for each kind, found by
/// scanning. What moved is written down row by row, so that an undone merge takes back exactly that.
/// </summary>
public interface IFollowsClient
{
    /// <summary>What the rows are.</summary>
    MergedThing Thing { get; }

    /// <summary>Moves all rows of one client to another and tells their keys.</summary>
    Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken);

    /// <summary>Moves back those of the rows that are still with <paramref name="from"/>.</summary>
    Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken);
}

/// <summary>Cases of the client.</summary>
public sealed class CasesFollow(IServiceDeskDb db) : IFollowsClient
{
    /// <inheritdoc/>
    public MergedThing Thing => MergedThing.Case;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Case>().Where(c => c.ClientId == from).Select(c => c.Id).ToListAsync(cancellationToken);
        await MoveBackAsync(ids, from, to, cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken) =>
        db.Set<Case>().Where(c => ids.Contains(c.Id) && c.ClientId == from).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClientId, to), cancellationToken);
}

/// <summary>Cases in which the client acts for somebody.</summary>
public sealed class RepresentedCasesFollow(IServiceDeskDb db) : IFollowsClient
{
    /// <inheritdoc/>
    public MergedThing Thing => MergedThing.RepresentedCase;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Case>().Where(c => c.RepresentativeId == from).Select(c => c.Id).ToListAsync(cancellationToken);
        await MoveBackAsync(ids, from, to, cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken) =>
        db.Set<Case>().Where(c => ids.Contains(c.Id) && c.RepresentativeId == from).ExecuteUpdateAsync(s => s.SetProperty(c => c.RepresentativeId, to), cancellationToken);
}

/// <summary>Lines on other cards that say the client acts for them.</summary>
public sealed class RepresentationsFollow(IServiceDeskDb db) : IFollowsClient
{
    /// <inheritdoc/>
    public MergedThing Thing => MergedThing.Representation;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        // Those of the two cards themselves stay: nobody acts for oneself.
        var ids = await db.Set<ClientRepresentative>().Where(r => r.RepresentativeId == from && r.ClientId != to).Select(r => r.Id).ToListAsync(cancellationToken);
        await MoveBackAsync(ids, from, to, cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken) =>
        db.Set<ClientRepresentative>().Where(r => ids.Contains(r.Id) && r.RepresentativeId == from).ExecuteUpdateAsync(s => s.SetProperty(r => r.RepresentativeId, to), cancellationToken);
}

/// <summary>Checks in the Enterprise Register.</summary>
public sealed class CompanyChecksFollow(IServiceDeskDb db) : IFollowsClient
{
    /// <inheritdoc/>
    public MergedThing Thing => MergedThing.CompanyCheck;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var ids = await db.Set<CompanyCheck>().Where(c => c.ClientId == from).Select(c => c.Id).ToListAsync(cancellationToken);
        await MoveBackAsync(ids, from, to, cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken) =>
        db.Set<CompanyCheck>().Where(c => ids.Contains(c.Id) && c.ClientId == from).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClientId, to), cancellationToken);
}

/// <summary>What the client asked about their own data: the answer has to speak of the card that stays.</summary>
public sealed class PersonRequestsFollow(IServiceDeskDb db) : IFollowsClient
{
    /// <inheritdoc/>
    public MergedThing Thing => MergedThing.PersonRequest;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var ids = await db.Set<PersonRequest>().Where(r => r.ClientId == from).Select(r => r.Id).ToListAsync(cancellationToken);
        await MoveBackAsync(ids, from, to, cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken) =>
        db.Set<PersonRequest>().Where(r => ids.Contains(r.Id) && r.ClientId == from).ExecuteUpdateAsync(s => s.SetProperty(r => r.ClientId, to), cancellationToken);
}

/// <summary>Documents for or with the client.</summary>
public sealed class DocumentsFollow(IServiceDeskDb db) : IFollowsClient
{
    /// <inheritdoc/>
    public MergedThing Thing => MergedThing.Document;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Document>().Where(d => d.ClientId == from).Select(d => d.Id).ToListAsync(cancellationToken);
        await MoveBackAsync(ids, from, to, cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task MoveBackAsync(IReadOnlyCollection<Guid> ids, Guid from, Guid to, CancellationToken cancellationToken) =>
        db.Set<Document>().Where(d => ids.Contains(d.Id) && d.ClientId == from).ExecuteUpdateAsync(s => s.SetProperty(d => d.ClientId, to), cancellationToken);
}
