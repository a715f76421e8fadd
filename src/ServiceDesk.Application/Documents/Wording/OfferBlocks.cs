using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents.Wording;

/// <summary>A block on offer beside a field of a document's form.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">The part it is for.</param>
/// <param name="Language">Its language.</param>
public sealed record OfferedBlock(Guid Id, string Name, BlockPlace Place, string Language);

/// <summary>Offers the blocks of a kind of document.</summary>
public sealed class OfferBlocksHandler(IServiceDeskDb db, PreparedTextCache cache, ICurrentUser user)
{
    /// <summary>Those for everybody and for the person's units; of the language of the document first.</summary>
    public async Task<IReadOnlyList<OfferedBlock>> HandleAsync(DocumentKind kind, string language, CancellationToken cancellationToken) =>
    [
        .. (await cache.GetAsync(db, cancellationToken)).OfType<DocumentBlock>()
            .Where(b => b.DocumentKind == kind && (b.UnitId is not { } unit || unit == user.UnitId || user.HeadedUnitIds.Contains(unit)))
            .OrderBy(b => b.Language != language).ThenBy(b => b.Language, StringComparer.Ordinal).ThenBy(b => b.Name, StringComparer.CurrentCulture)
            .Select(b => new OfferedBlock(b.Id, b.Name, b.Place, b.Language)),
    ];
}

/// <summary>A block to be filled for a document that is being written.</summary>
/// <param name="BlockId">The block.</param>
/// <param name="Kind">The kind of document.</param>
/// <param name="CaseId">The case it belongs to.</param>
/// <param name="ClientId">The client it is for.</param>
/// <param name="Head">The head as typed.</param>
public sealed record FillBlock(Guid BlockId, DocumentKind Kind, Guid? CaseId, Guid? ClientId, DocumentHead Head);

/// <summary>Fills the variables of a block with what the person may know; what has no value stays visible, and no document is registered with it.</summary>
public sealed class FillBlockHandler(IServiceDeskDb db, PreparedTextCache cache, LetterFacts facts, ICurrentUser user)
{
    /// <summary>The words; null when there is no such block for this kind.</summary>
    public async Task<string?> HandleAsync(FillBlock query, CancellationToken cancellationToken)
    {
        var block = (await cache.GetAsync(db, cancellationToken)).OfType<DocumentBlock>().FirstOrDefault(b => b.Id == query.BlockId && b.DocumentKind == query.Kind);
        return block is null ? null : Placeholders.Fill(block.Body, await ValuesAsync(query, block.Language, cancellationToken));
    }

    private async Task<Dictionary<string, string?>> ValuesAsync(FillBlock query, string language, CancellationToken cancellationToken)
    {
        var values = query.CaseId is { } item && await facts.OfAsync(item, cancellationToken, language) is { } known ? known.Values : facts.Common(language);
        if (query.CaseId is null && query.ClientId is { } card)
            await AddClientAsync(values, card, language, cancellationToken);
        var unit = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.Id == query.Head.UnitId).Select(u => new { u.Name, u.Phone, u.Email }).SingleOrDefaultAsync(cancellationToken);
        var phone = await db.Set<Employee>().AsNoTracking().Where(e => e.Id == user.EmployeeId).Select(e => e.Phone).SingleOrDefaultAsync(cancellationToken);
        (values["unit.name"], values["unit.phone"], values["unit.email"]) = (unit?.Name, unit?.Phone, unit?.Email);
        (values["employee.name"], values["employee.phone"]) = (user.Name, phone ?? unit?.Phone);
        (values["signatory.name"], values["signatory.post"], values["document.subject"]) = (query.Head.SignatoryName, query.Head.SignatoryPost, query.Head.Subject);
        return values;
    }

    private async Task AddClientAsync(Dictionary<string, string?> values, Guid card, string language, CancellationToken cancellationToken)
    {
        var client = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Id == card)
            .Select(c => new { c.Name, Address = c.Addresses.Where(a => a.RetiredAt == null).OrderBy(a => a.Id).Select(a => a.Line).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        values["client.name"] = client?.Name;
        values["client.dative"] = LetterFacts.Addressed(client?.Name, language);
        values["client.address"] = client?.Address;
    }
}
