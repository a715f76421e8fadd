using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>A hold.</summary>
public sealed record HoldRow(
    Guid Id, RecordKind Kind, Guid RecordId, string Label, string Reason, DateTimeOffset PlacedAt, string PlacedBy, DateTimeOffset? LiftedAt, string? LiftedBy, string? LiftReason);

/// <summary>Places holds on cases by their number and lifts them. A record on hold is neither proposed nor approved nor erased.</summary>
public sealed class KeepHoldsHandler(IServiceDeskDb db, ProtectionEditor editor, ICurrentUser user, TimeProvider time)
{
    /// <summary>Standing holds first, then those lifted lately.</summary>
    public async Task<IReadOnlyList<HoldRow>> ListAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        return await db.Set<LegalHold>().AsNoTracking().OrderBy(h => h.LiftedAt == null ? 0 : 1).ThenByDescending(h => h.PlacedAt).Take(500)
            .Select(h => new HoldRow(h.Id, h.Kind, h.RecordId, h.Label, h.Reason, h.PlacedAt, h.PlacedBy, h.LiftedAt, h.LiftedBy, h.LiftReason)).ToListAsync(cancellationToken);
    }

    /// <summary>Places a hold on a case, a document, a breach of personal data or a person's request by its number. Refused for an unknown number and for a record on hold.</summary>
    public async Task PlaceAsync(string? number, string? reason, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        var wanted = number?.Trim() ?? "";
        if (wanted.Length == 0)
            throw new Refusal("Protection.Refusal.NumberMissing");
        var (kind, id, label) = await FindAsync(wanted, cancellationToken) ?? throw new Refusal("Protection.Refusal.NumberUnknown", wanted);
        if (await db.Set<LegalHold>().AnyAsync(h => h.Kind == kind && h.RecordId == id && h.LiftedAt == null, cancellationToken))
            throw new Refusal("Protection.Refusal.OnHold", label);
        db.Set<LegalHold>().Add(new LegalHold(kind, id, label, reason, user.AsActor(), time.GetUtcNow()));
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Lifts a hold; the reason is mandatory.</summary>
    public async Task LiftAsync(Guid id, string? reason, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        var hold = await db.Set<LegalHold>().SingleOrDefaultAsync(h => h.Id == id, cancellationToken) ?? throw new Refusal("Protection.Refusal.HoldUnknown");
        hold.Lift(reason, user.AsActor(), time.GetUtcNow());
        await editor.SaveAsync(cancellationToken);
    }

    private async Task<(RecordKind Kind, Guid Id, string Label)?> FindAsync(string number, CancellationToken cancellationToken)
    {
        var item = await db.Set<Case>().AsNoTracking().Where(c => c.Number == number)
            .Select(c => new { c.Id, c.Number, c.Kind, Register = db.Set<Register>().Where(r => r.Id == c.RegisterId).Select(r => r.Code).First() }).SingleOrDefaultAsync(cancellationToken);
        if (item is not null)
            return (RetentionTerms.KindOf(item.Register, item.Kind), item.Id, item.Number);
        var breach = await db.Set<DataBreach>().AsNoTracking().Where(b => b.Number == number).Select(b => new { b.Id, b.Number }).SingleOrDefaultAsync(cancellationToken);
        if (breach is not null)
            return (RecordKind.DataBreach, breach.Id, breach.Number);
        var document = await db.Set<Document>().AsNoTracking().Where(d => d.Number == number).Select(d => new { d.Id, d.Number }).FirstOrDefaultAsync(cancellationToken);
        if (document is not null)
            return (RecordKind.Document, document.Id, document.Number!);
        var task = await db.Set<Improvement>().AsNoTracking().Where(i => i.Number == number).Select(i => new { i.Id, i.Number }).SingleOrDefaultAsync(cancellationToken);
        if (task is not null)
            return (RecordKind.Improvement, task.Id, task.Number);
        var request = await db.Set<PersonRequest>().AsNoTracking().Where(r => r.Number == number).Select(r => new { r.Id, r.Number }).SingleOrDefaultAsync(cancellationToken);
        return request is null ? null : (RecordKind.PersonRequest, request.Id, request.Number);
    }
}
