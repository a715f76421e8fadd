using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>Finds a case by the number somebody typed.</summary>
public sealed class FindCaseHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Its key; null when there is none, or none this person may see.</summary>
    public Task<Guid?> HandleAsync(string? number, CancellationToken cancellationToken)
    {
        var wanted = CaseNumbers.Clean(number);
        return db.Set<Case>().HeadsVisibleTo(user).Where(c => c.Number == wanted).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What merging two cases means, before it is done.</summary>
/// <param name="ClientsDiffer">They are not surely of one client.</param>
/// <param name="MayMergeDiffering">Whether the person may merge them all the same.</param>
/// <param name="EarliestDueOn">The date that holds for both; null when neither owes anything.</param>
/// <param name="EarliestNumber">The case it comes from.</param>
/// <param name="Refusal">Why they cannot be merged; null when they can.</param>
public sealed record MergePreview(bool ClientsDiffer, bool MayMergeDiffering, DateOnly? EarliestDueOn, string? EarliestNumber, Refusal? Refusal);

/// <summary>Says what merging two cases means. Nothing is saved.</summary>
public sealed class PreviewMergeHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>What it means to merge one case into the other.</summary>
    public async Task<MergePreview> HandleAsync(Guid caseId, Guid survivorId, CancellationToken cancellationToken)
    {
        try
        {
            var item = await writer.LoadForActingAsync(caseId, seen: null, cancellationToken);
            var survivor = await writer.LoadForActingAsync(survivorId, seen: null, cancellationToken);
            var differ = !SameClient.IsCertain(item.Contact, survivor.Contact);
            var earliest = new[] { item, survivor }.Where(c => c.NextDueOn is not null).MinBy(c => c.NextDueOn);
            var preview = new MergePreview(differ, user.May(Permission.RegisterCases), earliest?.NextDueOn, earliest?.Number, null);
            try
            {
                if (await db.Set<Case>().AnyAsync(c => c.MergedIntoId == item.Id, cancellationToken))
                    throw new Refusal("Cases.Refusal.OthersMergedIntoIt", item.Number, survivor.Number);
                item.MergeInto(survivor, differ, null, user.AsActor(), time.GetUtcNow());
            }
            catch (Refusal refusal)
            {
                return preview with { Refusal = refusal };
            }

            return preview;
        }
        catch (Refusal refusal)
        {
            return new MergePreview(true, false, null, null, refusal);
        }
        finally
        {
            db.Forget();
        }
    }
}

/// <summary>What parting two merged cases means, before it is done.</summary>
/// <param name="Survivor">The case that answered for both.</param>
/// <param name="MergedAt">When they were merged, UTC.</param>
/// <param name="Letters">Letters sent to the client since; they stay where they are.</param>
/// <param name="DueOn">By when the parted case must be answered again; null when it owes nothing.</param>
/// <param name="Refusal">Why they cannot be parted; null when they can.</param>
public sealed record UndoPreview(NumberedCase Survivor, DateTimeOffset MergedAt, IReadOnlyList<SentLetter> Letters, DateOnly? DueOn, Refusal? Refusal);

/// <summary>A letter that left the house.</summary>
public sealed record SentLetter(MessageKind Kind, DateTimeOffset SentAt, string AuthorName, bool ToOtherClient);

/// <summary>Says what parting means. Nothing is saved.</summary>
public sealed class PreviewUndoMergeHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>What it means to part a case from the one it was merged into; null when it was not merged or is not for this person.</summary>
    public async Task<UndoPreview?> HandleAsync(Guid caseId, CancellationToken cancellationToken)
    {
        try
        {
            var readable = db.Set<Case>().ReadableBy(user);
            var ids = await db.Set<Case>().Where(c => c.Id == caseId && c.MergedIntoId != null && readable.Any(r => r.Id == c.Id || r.Id == c.MergedIntoId))
                .Select(c => c.MergedIntoId).SingleOrDefaultAsync(cancellationToken);
            if (ids is not { } survivorId || !user.May(Permission.HandleCases))
                return null;
            var item = await writer.LoadAsync(caseId, cancellationToken);
            var survivor = await writer.LoadAsync(survivorId, cancellationToken);
            var mergedAt = item.MergedAt!.Value;
            List<SentLetter> letters =
            [
                .. survivor.Messages.Where(m => m.Direction == MessageDirection.ToClient && m.SentAt > mergedAt).Select(m => new SentLetter(m.Kind, m.SentAt!.Value, m.AuthorName, false)),
                .. item.Messages.Where(m => m.Direction == MessageDirection.ToClient && m.SentAt > mergedAt).Select(m => new SentLetter(m.Kind, m.SentAt!.Value, m.AuthorName, true)),
            ];
            Refusal? refused = null;
            try
            {
                item.UndoMerge(survivor, null, user.AsActor(), time.GetUtcNow());
            }
            catch (Refusal refusal)
            {
                refused = refusal;
            }

            return new UndoPreview(new NumberedCase(survivor.Id, survivor.Number), mergedAt, [.. letters.OrderBy(l => l.SentAt)], item.NextDueOn, refused);
        }
        finally
        {
            db.Forget();
        }
    }
}
