using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Documents.Contracts;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>
/// Destroys what items hold: of documents the content, every edition, file and word, and who wrote it for whom; of cases everything the map
/// of personal data erases, and whose they were. The rows stay with number, day, kind and unit, so that no register has a gap.
/// </summary>
public sealed class Destroyer(IServiceDeskDb db, IPersonStore store, ArchiveDesk desk)
{
    /// <summary>Destroys. Call inside a transaction; what was loaded before is forgotten.</summary>
    /// <returns>Files nobody refers to any more, by hash: to be removed from the store after the transaction.</returns>
    public async Task<IReadOnlyList<string>> DestroyAsync(IReadOnlyCollection<GoingItem> items, string actNumber, CancellationToken cancellationToken)
    {
        var documents = items.Where(i => i.Thing == FiledThing.Document).ToDictionary(i => i.RecordId);
        var cases = items.Where(i => i.Thing == FiledThing.Case).Select(i => i.RecordId).ToList();
        var hashes = await DocumentsAsync(documents, actNumber, cancellationToken);
        IReadOnlyList<string> left = cases.Count == 0 ? [] : await CasesAsync(cases, actNumber, cancellationToken);
        return [.. left.Union(await store.UnusedAsync(hashes, cancellationToken), StringComparer.Ordinal)];
    }

    private async Task<HashSet<string>> DocumentsAsync(Dictionary<Guid, GoingItem> going, string actNumber, CancellationToken cancellationToken)
    {
        var t = Texts.In("lv");
        HashSet<string> hashes = new(StringComparer.Ordinal);
        foreach (var ids in going.Keys.Chunk(500))
        {
            hashes.UnionWith(await db.Set<DocumentFile>().Where(f => ids.Contains(f.DocumentId)).Select(f => f.Hash).ToListAsync(cancellationToken));
            await db.Set<DocumentFile>().Where(f => ids.Contains(f.DocumentId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<DocumentEdition>().Where(e => ids.Contains(e.DocumentId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<DocumentEvent>().Where(e => ids.Contains(e.DocumentId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<DocumentWord>().Where(w => ids.Contains(w.DocumentId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<ContractPaper>().Where(p => ids.Contains(p.ContractId) || ids.Contains(p.DocumentId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<ContractObligation>().Where(o => ids.Contains(o.ContractId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<ContractVisa>().Where(v => ids.Contains(v.ContractId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<ClaimStep>().Where(s => ids.Contains(s.ClaimId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<ClaimCourse>().Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<Contract>().Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
            foreach (var document in await db.Set<Document>().Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken))
                document.Destroy(t.Of(document.Kind), actNumber, desk.Actor, desk.Now);
            await db.SaveChangesAsync(cancellationToken);
            db.Forget();
        }

        return hashes;
    }

    private async Task<IReadOnlyList<string>> CasesAsync(List<Guid> cases, string actNumber, CancellationToken cancellationToken)
    {
        var unused = await store.EraseAsync(new PersonScope([], cases), Texts.In("lv")["Archive.Destroyed"], cancellationToken);
        foreach (var ids in cases.Chunk(500))
        {
            await db.Set<CaseSubject>().Where(s => ids.Contains(s.CaseId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<CaseReader>().Where(r => ids.Contains(r.CaseId)).ExecuteDeleteAsync(cancellationToken);
            await db.Set<Case>().Where(c => ids.Contains(c.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ClientId, (Guid?)null).SetProperty(c => c.RepresentativeId, (Guid?)null), cancellationToken);
            foreach (var item in await db.Set<Case>().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken))
                item.Record(CaseEventKind.Anonymised, desk.Actor, desk.Now, Texts.In("lv")["Archive.DestroyedBy", actNumber]);
            await db.SaveChangesAsync(cancellationToken);
            db.Forget();
        }

        return unused;
    }
}
