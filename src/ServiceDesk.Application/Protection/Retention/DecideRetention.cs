using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>Takes rows out of a list.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Rows">Which rows.</param>
/// <param name="Reason">Why they are kept.</param>
/// <param name="NotBefore">Local day before which they are not proposed again; null is a year from now.</param>
/// <param name="Hold">Places a legal hold as well, which lasts until somebody lifts it.</param>
public sealed record KeepRecords(Guid ListId, IReadOnlyCollection<Guid> Rows, string? Reason, DateOnly? NotBefore = null, bool Hold = false);

/// <summary>A person decides about a proposed list: takes rows out, puts them back, approves the rest.</summary>
public sealed class DecideRetentionHandler(IServiceDeskDb db, ProtectionEditor editor, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Takes rows out with a reason. Refused without rows, without a reason, and with a day that is over.</summary>
    public async Task KeepAsync(KeepRecords command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var notBefore = command.NotBefore ?? today.AddYears(1);
        if (notBefore <= today)
            throw new Refusal("Protection.Refusal.NotBeforePast");
        foreach (var row in await RowsAsync(command.ListId, command.Rows, cancellationToken))
        {
            row.Keep(command.Reason, notBefore, user.AsActor(), now);
            if (command.Hold && !await db.Set<LegalHold>().AnyAsync(h => h.Kind == row.Kind && h.RecordId == row.RecordId && h.LiftedAt == null, cancellationToken))
                db.Set<LegalHold>().Add(new LegalHold(row.Kind, row.RecordId, row.Label, command.Reason, user.AsActor(), now));
        }

        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Puts rows back. Refused for a record on hold.</summary>
    public async Task PutBackAsync(Guid listId, IReadOnlyCollection<Guid> rows, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        foreach (var row in await RowsAsync(listId, rows, cancellationToken))
        {
            if (await db.Set<LegalHold>().AnyAsync(h => h.Kind == row.Kind && h.RecordId == row.RecordId && h.LiftedAt == null, cancellationToken))
                throw new Refusal("Protection.Refusal.OnHold", row.Label);
            row.PutBack();
        }

        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Approves what was not taken out; what has been put on hold since is taken out first. The number of rows approved.</summary>
    public async Task<int> ApproveAsync(Guid listId, int? seen, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        return await db.InTransactionAsync(async token =>
        {
            var now = time.GetUtcNow();
            var list = await ProposedAsync(listId, token);
            ProtectionEditor.RefuseIfStale(list, seen);
            var held = await db.Set<RetentionRow>().Where(r => r.ListId == listId && r.State == RetentionRowState.Proposed
                && db.Set<LegalHold>().Any(h => h.Kind == r.Kind && h.RecordId == r.RecordId && h.LiftedAt == null)).ToListAsync(token);
            foreach (var row in held)
            {
                var reason = await db.Set<LegalHold>().Where(h => h.Kind == row.Kind && h.RecordId == row.RecordId && h.LiftedAt == null).Select(h => h.Reason).FirstAsync(token);
                row.Keep(reason, local.DateOf(now).AddDays(1), Actor.System, now);
            }

            await db.SaveChangesAsync(token);
            var rows = await db.Set<RetentionRow>().Where(r => r.ListId == listId && r.State == RetentionRowState.Proposed)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RetentionRowState.Approved), token);
            list.Approve(rows, user.AsActor(), now);
            await editor.SaveAsync(token);
            return rows;
        }, cancellationToken);
    }

    private async Task<RetentionList> ProposedAsync(Guid listId, CancellationToken cancellationToken)
    {
        var list = await db.Set<RetentionList>().SingleOrDefaultAsync(l => l.Id == listId, cancellationToken) ?? throw new Refusal("Protection.Refusal.ListUnknown");
        return list.State == RetentionListState.Proposed ? list : throw new Refusal("Protection.Refusal.ListNotProposed", list.Number);
    }

    private async Task<List<RetentionRow>> RowsAsync(Guid listId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await ProposedAsync(listId, cancellationToken);
        var rows = await db.Set<RetentionRow>().Where(r => r.ListId == listId && ids.Contains(r.Id)).OrderBy(r => r.Label).ToListAsync(cancellationToken);
        return rows.Count > 0 ? rows : throw new Refusal("Protection.Refusal.NoRows");
    }
}
