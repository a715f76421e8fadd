using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Bulk;

/// <summary>
/// Goes on with a confirmed run for a few seconds, case by case, by the same use cases as a single step: with the rights the person
/// has at that moment, each case in a save of its own that also records the result. So nothing is half done and nothing done twice.
/// </summary>
public sealed class ContinueBulkHandler(
    IServiceDeskDb db, AddNoteHandler addNote, AssignCaseHandler assign, SendReplyHandler sendReply, CloseCaseHandler close, LetterFacts facts,
    ICurrentUser user, TimeProvider time)
{
    /// <summary>Most cases of one go; the rest waits for the next.</summary>
    public const int MostAtOnce = 25;

    /// <summary>Does the next cases and says how many wait.</summary>
    public async Task<int> HandleAsync(Guid runId, CancellationToken cancellationToken)
    {
        var run = await db.Set<BulkRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId && r.EmployeeId == user.EmployeeId, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotAllowed");
        var waiting = Waiting(runId);
        foreach (var id in await waiting.OrderBy(l => l.Ordinal).Take(MostAtOnce).Select(l => l.Id).ToListAsync(cancellationToken))
            await DoAsync(run, id, cancellationToken);

        var left = await waiting.CountAsync(cancellationToken);
        if (left == 0)
        {
            DateTimeOffset? now = time.GetUtcNow();
            await db.Set<BulkRun>().Where(r => r.Id == runId && r.FinishedAt == null).ExecuteUpdateAsync(s => s.SetProperty(r => r.FinishedAt, now), cancellationToken);
        }

        return left;
    }

    private IQueryable<BulkLine> Waiting(Guid runId) => db.Set<BulkLine>().Where(l => l.RunId == runId && l.Result == BulkResult.Waiting);

    private async Task DoAsync(BulkRun run, Guid lineId, CancellationToken cancellationToken)
    {
        db.Forget();
        if (await db.Set<BulkLine>().SingleAsync(l => l.Id == lineId, cancellationToken) is not { Result: BulkResult.Waiting } line)
            return;
        try
        {
            // Marked first: the step's own save carries the mark, or nothing of both.
            line.MarkDone();
            await StepAsync(run, line, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(lineId, refusal.Key, [.. refusal.Arguments.Select(Written)], cancellationToken);
        }
        catch (Exception e) when (e is StaleCase or DbUpdateException)
        {
            await RefuseAsync(lineId, "Desk.Bulk.Stale", [], cancellationToken);
        }
    }

    private Task StepAsync(BulkRun run, BulkLine line, CancellationToken cancellationToken)
    {
        var seen = new SeenCase(line.SeenVersion, run.StartedAt);
        return run.Step switch
        {
            BulkStep.Note => addNote.HandleAsync(new AddNote(line.CaseId, run.Text!, line.Id), cancellationToken),
            BulkStep.Assign => assign.HandleAsync(new AssignCase(line.CaseId, run.UnitId!.Value, run.AssigneeId, run.Text, seen), cancellationToken),
            BulkStep.Reply => ReplyAsync(run, line, seen, cancellationToken),
            BulkStep.Close => close.HandleAsync(new CloseCase(line.CaseId, run.Outcome!.Value, run.Text, seen), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(run)),
        };
    }

    private async Task ReplyAsync(BulkRun run, BulkLine line, SeenCase seen, CancellationToken cancellationToken)
    {
        var hasEmail = await db.Set<Case>().ReadableBy(user).AnyAsync(c => c.Id == line.CaseId && c.Contact.Email != null, cancellationToken);
        if (!hasEmail && !run.WithoutEmail)
            throw new Refusal("Desk.Bulk.NoEmail");
        var known = await facts.OfAsync(line.CaseId, cancellationToken) ?? throw new Refusal("Cases.Refusal.NotAllowed");
        await sendReply.HandleAsync(
            new SendReply(line.CaseId, Placeholders.Fill(run.Text, known.Values)!, hasEmail ? Delivery.Email : Delivery.TrackingPage, run.Outcome, [], seen, line.Id, new LetterFrame(null, null, null), LeavesDraft: true), cancellationToken);
    }

    /// <summary>Records why a case was refused; when another request has done it meanwhile, that stands.</summary>
    private async Task RefuseAsync(Guid lineId, string reason, string[] arguments, CancellationToken cancellationToken)
    {
        db.Forget();
        var line = await db.Set<BulkLine>().SingleAsync(l => l.Id == lineId, cancellationToken);
        if (line.Result != BulkResult.Waiting)
            return;
        line.Refuse(reason, arguments);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
        }
    }

    private static string Written(object argument) => argument switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => argument.ToString() ?? "",
    };
}
