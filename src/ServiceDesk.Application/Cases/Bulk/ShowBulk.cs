using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Bulk;

/// <summary>One case of a run with its result.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Subject">Subject; null when the person may not read the case, or not any more.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Reason">Key of the sentence that says why it was refused.</param>
/// <param name="Arguments">Values for that sentence.</param>
public sealed record BulkRow(Guid CaseId, string Number, string? Subject, BulkResult Result, string? Reason, IReadOnlyList<string> Arguments);

/// <summary>A run and what came of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Rows">Its cases.</param>
/// <param name="MayTakeBack">Letters of it may still be taken back.</param>
public sealed record ShownBulk(BulkRun Run, IReadOnlyList<BulkRow> Rows, bool MayTakeBack)
{
    /// <summary>How many have this result.</summary>
    public int Count(BulkResult result) => Rows.Count(r => r.Result == result);
}

/// <summary>Shows a run to who confirmed it, and to nobody else.</summary>
public sealed class ShowBulkHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>The run; null when it is not there or somebody else's.</summary>
    public async Task<ShownBulk?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var run = await db.Set<BulkRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EmployeeId == user.EmployeeId, cancellationToken);
        if (run is null)
            return null;
        var readable = db.Set<Case>().ReadableBy(user);
        var rows = await db.Set<BulkLine>().AsNoTracking().Where(l => l.RunId == id).OrderBy(l => l.Ordinal)
            .Select(l => new BulkRow(l.CaseId, l.Number, readable.Where(c => c.Id == l.CaseId).Select(c => c.Subject).FirstOrDefault(), l.Result, l.Reason, l.Arguments))
            .ToListAsync(cancellationToken);
        var since = time.GetUtcNow() - LetterWriter.UndoTime;
        var mayTakeBack = run.Step == BulkStep.Reply && (run.FinishedAt is not { } end || end > since) && rows.Any(r => r.Result == BulkResult.Done);
        return new ShownBulk(run, rows, mayTakeBack);
    }
}

/// <summary>Takes back those letters of a run that have not left yet.</summary>
public sealed class TakeBackBulkHandler(IServiceDeskDb db, TakeBackLetterHandler takeBack, ICurrentUser user)
{
    /// <summary>How many were taken back, and how many had left.</summary>
    public async Task<(int TakenBack, int Left)> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var lines = await db.Set<BulkLine>().AsNoTracking()
            .Where(l => l.RunId == id && l.Result == BulkResult.Done && db.Set<BulkRun>().Any(r => r.Id == id && r.EmployeeId == user.EmployeeId && r.Step == BulkStep.Reply))
            .OrderBy(l => l.Ordinal).Select(l => new { l.Id, l.CaseId }).ToListAsync(cancellationToken);
        var (taken, left) = (0, 0);
        foreach (var line in lines)
        {
            db.Forget();
            try
            {
                await takeBack.HandleAsync(new TakeBackLetter(line.CaseId, line.Id), cancellationToken);
                taken++;
            }
            catch (Exception e) when (e is Refusal or StaleCase)
            {
                left++;
            }
        }

        return (taken, left);
    }
}
