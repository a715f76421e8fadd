using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>Answers a colleague's question.</summary>
/// <param name="CaseId">The internal request.</param>
/// <param name="Text">The answer.</param>
/// <param name="Files">Files already stored.</param>
/// <param name="Seen">What the page showed.</param>
/// <param name="Token">The form's one-time token; the same form never answers twice.</param>
public sealed record AnswerColleague(Guid CaseId, string Text, IReadOnlyList<AttachedFile> Files, SeenCase? Seen, Guid Token);

/// <summary>
/// Answers the request, which closes it, and puts the answer into the case it was asked for, in one save: two aggregates, because an
/// answer that is in one of them only would be lost or given twice.
/// </summary>
public sealed class AnswerColleagueHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Answers. Refused for a case that is no internal request of another case.</summary>
    public Task HandleAsync(AnswerColleague command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Text, command.Seen, () => AnswerAsync(command, cancellationToken), cancellationToken);

    private async Task AnswerAsync(AnswerColleague command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.InTransactionAsync(async token =>
                {
                    await AnswerOnceAsync(command, token);
                    return await db.SaveChangesAsync(token);
                }, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody saved the asker's case at the same moment; a change of the request itself is found by what the page showed.
            }
        }
    }

    private async Task AnswerOnceAsync(AnswerColleague command, CancellationToken cancellationToken)
    {
        var inquiry = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var parentId = await db.Set<CaseLink>().Where(l => l.ToId == inquiry.Id && l.Kind == CaseLinkKind.Inquiry && l.State == CaseLinkState.Standing)
            .Select(l => (Guid?)l.FromId).FirstOrDefaultAsync(cancellationToken) ?? throw new Refusal("Cases.Refusal.NoInquiry");
        var now = time.GetUtcNow();
        var answer = inquiry.Reply(command.Text, command.Files, CaseOutcome.Explained, Delivery.InHouse, user.AsActor(), now, command.Token);
        await writer.MarkSentAsync(inquiry, answer.Id, now, cancellationToken);

        var parent = await writer.LoadAsync(parentId, cancellationToken);
        parent.AddColleagueAnswer(inquiry.Number, command.Text, command.Files, user.AsActor(), now);
        Guid?[] told = [inquiry.RegisteredById, parent.AssigneeId];
        db.Set<Notice>().AddRange(told.OfType<Guid>().Distinct().Where(p => p != user.EmployeeId)
            .Select(p => new Notice(p, NoticeKind.ColleagueAnswered, parent.Id, inquiry.Id.ToString("N"), now, parent.Number)));
    }
}
