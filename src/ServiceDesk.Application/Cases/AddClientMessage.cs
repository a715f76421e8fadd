using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;

namespace ServiceDesk.Application.Cases;

/// <summary>The client adds something on the tracking page.</summary>
/// <param name="CaseId">The case whose key the client showed.</param>
/// <param name="Text">What they add.</param>
/// <param name="Files">Files already stored.</param>
public sealed record AddClientMessage(Guid CaseId, string Text, IReadOnlyList<AttachedFile> Files);

/// <summary>Adds the message and tells the person who answers.</summary>
public sealed class AddClientMessageHandler(IServiceDeskDb db, CaseWriter writer, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Adds the message. The same text sent twice within a minute (a double click) is added once.</summary>
    public async Task HandleAsync(AddClientMessage command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.InTransactionAsync(async token =>
                {
                    await AddAsync(command, token);
                    return await db.SaveChangesAsync(token);
                }, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Staff saved the case meanwhile; the client's words are added all the same.
            }
        }
    }

    private async Task AddAsync(AddClientMessage command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadAsync(command.CaseId, cancellationToken);
        var now = time.GetUtcNow();
        if (item.Messages.Any(m => m.Kind == Domain.Correspondence.MessageKind.Addition && m.Text == command.Text?.Trim() && now - m.WrittenAt < TimeSpan.FromMinutes(1)))
            return;
        var message = item.AddClientMessage(command.Text, command.Files, now);
        var answering = item;
        if (item.MergedIntoId is { } survivorId)
        {
            answering = await writer.LoadAsync(survivorId, cancellationToken);
            answering.HearOfMerged(item, now);
        }

        if (answering.AssigneeId is { } owner)
            db.Set<Notice>().Add(new Notice(owner, NoticeKind.ClientWrote, answering.Id, message.Id.ToString("N"), now, answering.Number));
    }
}

/// <summary>The client says no reply is needed any more.</summary>
/// <param name="CaseId">The case whose key the client showed.</param>
public sealed record WithdrawCase(Guid CaseId);

/// <summary>Closes the case at the client's word; outside the on-time rate.</summary>
public sealed class WithdrawCaseHandler(CaseWriter writer, TimeProvider time)
{
    /// <summary>Closes the case. Refused while a letter is on its way or failed: staff settle that first.</summary>
    public async Task HandleAsync(WithdrawCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadAsync(command.CaseId, cancellationToken);
        var reason = Texts.In("lv")["Cases.Withdrawn.Reason"];
        var now = time.GetUtcNow();
        if (item.MergedIntoId is { } survivorId)
        {
            var survivor = await writer.LoadAsync(survivorId, cancellationToken);
            if (item.HasOtherClient)
                survivor.ReleaseMerged(item, reason, now);
            else
                Close(survivor, reason, now);
        }
        else
        {
            Close(item, reason, now);
        }

        await writer.SaveAsync(seen: null, cancellationToken);
    }

    private static void Close(Case item, string reason, DateTimeOffset now) =>
        item.Close(item.AnsweredAt is null ? CaseOutcome.NoReplyWanted : CaseOutcome.Explained, reason, Actor.Client, now);
}
