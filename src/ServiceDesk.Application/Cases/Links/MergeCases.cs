using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>Merges a case into another, which answers for both.</summary>
/// <param name="CaseId">The case that ends.</param>
/// <param name="SurvivorId">The case that goes on.</param>
/// <param name="Reason">Why, if told.</param>
/// <param name="ClientsMayDiffer">The person has read that the clients differ and merges all the same.</param>
/// <param name="Seen">What the page showed of the case that ends.</param>
/// <param name="SurvivorSeen">What the page showed of the case that goes on.</param>
public sealed record MergeCases(Guid CaseId, Guid SurvivorId, string? Reason, bool ClientsMayDiffer, SeenCase? Seen, SeenCase? SurvivorSeen)
{
    /// <summary>A part goes back to the case it was split from: of the same client, anonymous or not.</summary>
    public bool IsSplitUndone { get; init; }
}

/// <summary>
/// Merges two open cases the person may act on. Clients that are not surely the same are merged only by Client Service, which knows the clients,
/// and knowingly: each then gets letters of their own and never sees the other's.
/// </summary>
public sealed class MergeCasesHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Merges the cases.</summary>
    public Task HandleAsync(MergeCases command, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, token);
        var survivor = await writer.LoadForActingAsync(command.SurvivorId, command.SurvivorSeen, token);
        if (await db.Set<Case>().AnyAsync(c => c.MergedIntoId == item.Id, token))
            throw new Refusal("Cases.Refusal.OthersMergedIntoIt", item.Number, survivor.Number);
        var differ = !command.IsSplitUndone && !SameClient.IsCertain(item.Contact, survivor.Contact);
        if (differ && !user.May(Permission.RegisterCases))
            throw new Refusal("Cases.Refusal.ClientsDiffer");
        if (differ && !command.ClientsMayDiffer)
            throw new Refusal("Cases.Refusal.ClientsDifferUnconfirmed");

        var now = time.GetUtcNow();
        var by = user.AsActor();
        item.MergeInto(survivor, differ, command.Reason, by, now);
        var link = await db.Set<CaseLink>().SingleOrDefaultAsync(l => l.FromId == item.Id && l.ToId == survivor.Id && l.Kind == CaseLinkKind.Merged, token);
        if (link is null)
            db.Set<CaseLink>().Add(new CaseLink(CaseLinkKind.Merged, item.Id, survivor.Id, by, now, command.Reason));
        else
            link.Restore(by, now, command.Reason);
        foreach (var suggested in await db.Set<CaseLink>().Where(l => l.State == CaseLinkState.Suggested
            && ((l.FromId == item.Id && l.ToId == survivor.Id) || (l.FromId == survivor.Id && l.ToId == item.Id))).ToListAsync(token))
            suggested.Restore(by, now);
        if (survivor.AssigneeId is { } owner && owner != user.EmployeeId)
            db.Set<Notice>().Add(new Notice(owner, NoticeKind.CaseMerged, survivor.Id, $"{item.Id:N}/{now.UtcTicks}", now, survivor.Number, item.Number));
        await writer.SaveAsync(command.Seen, token);
        return item.Id;
    }, cancellationToken);
}

/// <summary>Parts a merged case from the one it was merged into.</summary>
/// <param name="CaseId">The case that was merged.</param>
/// <param name="Reason">Why, if told.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record UndoMerge(Guid CaseId, string? Reason, SeenCase? Seen);

/// <summary>Parts the cases again. Whoever answers for the survivor, or might answer for the merged case, may.</summary>
public sealed class UndoMergeHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Parts the cases.</summary>
    public Task HandleAsync(UndoMerge command, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var item = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).SingleOrDefaultAsync(c => c.Id == command.CaseId, token);
        if (item is null || !user.May(Permission.HandleCases)
            || !await db.Set<Case>().ReadableBy(user).AnyAsync(c => c.Id == item.Id || c.Id == item.MergedIntoId, token))
            throw new Refusal("Cases.Refusal.NotAllowed");
        if (command.Seen is { } seen && seen.Version != item.Version)
            throw new StaleCase(seen.At);
        var survivor = await writer.LoadAsync(item.MergedIntoId ?? throw new Refusal("Cases.Refusal.NotMerged", item.Number), token);
        var now = time.GetUtcNow();
        var by = user.AsActor();
        var mergedAt = item.MergedAt;
        item.UndoMerge(survivor, command.Reason, by, now);

        var clocks = item.Clocks.ToDictionary(c => c.Id);
        var ids = clocks.Keys.ToList();
        foreach (var breach in await db.Set<Breach>().Where(b => ids.Contains(b.ClockId)).ToListAsync(token))
            breach.ComeBack(item.Id, clocks[breach.ClockId].SettledAt is null);
        // With the merge goes what was accepted by it: that the two ask the same.
        foreach (var link in await db.Set<CaseLink>().Where(l => (l.FromId == item.Id && l.ToId == survivor.Id && l.Kind == CaseLinkKind.Merged)
            || (l.Kind == CaseLinkKind.Duplicate && l.At == mergedAt && ((l.FromId == item.Id && l.ToId == survivor.Id) || (l.FromId == survivor.Id && l.ToId == item.Id)))).ToListAsync(token))
            link.Remove(by, now);
        foreach (var split in await db.Set<CaseLink>().Where(l => l.FromId == survivor.Id && l.ToId == item.Id && l.Kind == CaseLinkKind.Split).ToListAsync(token))
            split.Restore(by, now);
        if (item.AssigneeId is { } owner && owner != user.EmployeeId)
            db.Set<Notice>().Add(new Notice(owner, NoticeKind.MergeUndone, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number, survivor.Number));
        await writer.SaveAsync(command.Seen, token);
        return item.Id;
    }, cancellationToken);
}

/// <summary>Letters to the clients of merged cases that are not the client of the case that answers.</summary>
public sealed class MergedLetters(IServiceDeskDb db, LetterWriter letters)
{
    /// <summary>Writes each of them the same in a letter of their own.</summary>
    /// <returns>Cases and copies that count as sent now, because they do not go by e-mail.</returns>
    public async Task<IReadOnlyList<(Case Case, Message Copy)>> CopyAsync(Case survivor, Message letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (letter.Kind is not (MessageKind.Reply or MessageKind.InterimReply or MessageKind.StatutoryExtension or MessageKind.Forwarding))
            return [];
        var merged = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages)
            .Where(c => c.MergedIntoId == survivor.Id && c.HasOtherClient).ToListAsync(cancellationToken);
        List<(Case, Message)> shown = [];
        foreach (var item in merged)
        {
            var copy = item.CopyLetter(letter, now, letter.Letter is { } parts ? letters.ForOther(item, survivor, parts) : null);
            if (copy.Delivery == Delivery.Email)
                db.Set<OutgoingMessage>().Add(letters.Letter(item, copy, null, now));
            else
                shown.Add((item, copy));
        }

        return shown;
    }

    /// <summary>Takes the copies of a letter back with it, in the seconds before they leave. Refused once one of them has left.</summary>
    public async Task TakeBackAsync(Guid letterId, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var copies = await db.Set<Message>().Where(m => m.CopyOfId == letterId).Select(m => new { m.Id, m.CaseId }).ToListAsync(cancellationToken);
        foreach (var copy in copies)
        {
            var taken = await db.Set<OutgoingMessage>()
                .Where(o => o.MessageId == copy.Id && o.State == OutgoingState.Queued && o.NotBefore > now && (o.ClaimedUntil == null || o.ClaimedUntil < now))
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutgoingState.Cancelled), cancellationToken);
            if (taken == 0)
                throw new Refusal("Cases.Refusal.AlreadyLeft");
            var item = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).SingleAsync(c => c.Id == copy.CaseId, cancellationToken);
            item.TakeBack(copy.Id, by, now);
        }
    }
}
