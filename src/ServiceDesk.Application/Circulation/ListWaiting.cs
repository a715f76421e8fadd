using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Circulation;

/// <summary>A draft that waits for somebody.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Task">What is asked.</param>
/// <param name="DueOn">By when.</param>
/// <param name="IsLate">Whether that day is over.</param>
/// <param name="From">Who sent it.</param>
/// <param name="With">Who has it, on the writer's list; null on one's own.</param>
public sealed record WaitingRow(Guid Id, DocumentKind Kind, string Subject, RouteTask Task, DateOnly DueOn, bool IsLate, string From, string? With);

/// <summary>What waits for the person, and where what they sent is now. The day due first.</summary>
/// <param name="ForMe">Waits for the person's answer.</param>
/// <param name="Sent">What the person sent and others have.</param>
/// <param name="Back">What came back to the person or is to be sent again.</param>
public sealed record WaitingLists(IReadOnlyList<WaitingRow> ForMe, IReadOnlyList<WaitingRow> Sent, IReadOnlyList<WaitingRow> Back);

/// <summary>Lists what waits for whom on routes of drafts.</summary>
public sealed class ListWaitingHandler(IServiceDeskDb db, DocumentDesk desk, ICurrentUser user)
{
    /// <summary>Most rows of each list.</summary>
    public const int Most = 200;

    /// <summary>The lists.</summary>
    public async Task<WaitingLists> HandleAsync(CancellationToken cancellationToken)
    {
        desk.Demand(Permission.SeeDocuments);
        if (user.EmployeeId is not { } me)
            return new WaitingLists([], [], []);
        var drafts = db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).Where(d => d.State == DocumentState.Draft);
        var steps = db.Set<RouteStep>().AsNoTracking();
        var mine = await RowsAsync(steps.WaitingForAnswer(user, db.Set<DocumentRoute>(), db.Set<Document>()), drafts, cancellationToken);
        var sent = await RowsAsync(steps.Where(s => s.State == RouteStepState.Waiting && db.Set<DocumentRoute>().Any(r => r.Id == s.RouteId && r.State == RouteState.Running && r.ById == me)), drafts, cancellationToken);
        var back = await db.Set<DocumentRoute>().AsNoTracking().Where(r => r.ById == me && (r.State == RouteState.Returned || r.State == RouteState.Changed))
            .Join(drafts, r => r.DocumentId, d => d.Id, (r, d) => new { d.Id, d.Kind, d.Subject, r.EndedAt, r.By }).OrderByDescending(x => x.EndedAt).Take(Most).ToListAsync(cancellationToken);
        return new WaitingLists(
            [.. mine.Select(x => x with { With = null })], sent,
            [.. back.Select(x => new WaitingRow(x.Id, x.Kind, x.Subject, RouteTask.Visa, desk.Today, false, x.By, null))]);
    }

    private async Task<List<WaitingRow>> RowsAsync(IQueryable<RouteStep> steps, IQueryable<Document> drafts, CancellationToken cancellationToken)
    {
        var found = await steps.Join(drafts, s => s.DocumentId, d => d.Id, (s, d) => new
        {
            d.Id,
            d.Kind,
            d.Subject,
            s.Task,
            s.DueOn,
            s.Place,
            From = db.Set<DocumentRoute>().Where(r => r.Id == s.RouteId).Select(r => r.By).First(),
            Person = db.Set<Employee>().Where(e => e.Id == s.EmployeeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
            Unit = db.Set<OrgUnit>().Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
        }).OrderBy(x => x.DueOn).ThenBy(x => x.Id).ThenBy(x => x.Place).Take(Most).ToListAsync(cancellationToken);
        return found.ConvertAll(x => new WaitingRow(x.Id, x.Kind, x.Subject, x.Task, x.DueOn ?? desk.Today, x.DueOn < desk.Today, x.From, x.Person ?? x.Unit));
    }
}
