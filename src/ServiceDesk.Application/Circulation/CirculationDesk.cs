using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Circulation;

/// <summary>What every step on a route needs: working days, saving it, and telling those whose turn it is.</summary>
public sealed class CirculationDesk(IServiceDeskDb db, DocumentDesk desk, CalendarProvider calendars)
{
    /// <summary>Counts working days from today.</summary>
    public async Task<Func<int, DateOnly>> DueAsync(CancellationToken cancellationToken)
    {
        var (calendar, today) = (await calendars.GetAsync(cancellationToken), desk.Today);
        return days => calendar.AddWorkingDays(today, days);
    }

    /// <summary>The newest route of a document, whole; null when it has none.</summary>
    public Task<DocumentRoute?> FindAsync(Guid documentId, CancellationToken cancellationToken) =>
        db.Set<DocumentRoute>().Include(r => r.Steps).Include(r => r.Answers).Where(r => r.DocumentId == documentId).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Notes what a contract's page says of its approval, tells whose turn it is now, and saves.</summary>
    /// <param name="route">The route as it is now.</param>
    /// <param name="document">Its document.</param>
    /// <param name="before">The steps that waited before.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task SaveAsync(DocumentRoute route, Document document, IReadOnlySet<Guid> before, CancellationToken cancellationToken)
    {
        if (await db.Set<Contract>().SingleOrDefaultAsync(c => c.Id == document.Id, cancellationToken) is { } contract)
            contract.InApproval(route.State is RouteState.Running or RouteState.Finished ? route.StartedAt : null);
        foreach (var step in route.Waiting.Where(s => !before.Contains(s.Id)))
            await TellAsync(await PeopleAsync(step, cancellationToken), NoticeKind.DocumentToApprove, $"{step.Id:N}/{step.ReachedAt?.UtcTicks}", document.Id, cancellationToken, $"{step.DueOn:yyyy-MM-dd}");
        var ended = (route.State, route.ById) switch
        {
            (RouteState.Returned, { } writer) => (writer, NoticeKind.DocumentReturned),
            (RouteState.Finished, { } writer) => (writer, NoticeKind.DocumentApproved),
            _ => ((Guid, NoticeKind)?)null,
        };
        if (ended is { } told)
            await TellAsync([told.Item1], told.Item2, $"{route.Id:N}/{route.EndedAt?.UtcTicks}", document.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who answers at a step: the person, the head of the unit, or the people of the unit.</summary>
    public async Task<IReadOnlyList<Guid>> PeopleAsync(RouteStep step, CancellationToken cancellationToken) =>
        (step.EmployeeId, step.IsForHead) switch
        {
            ({ } person, _) => [person],
            (null, true) => await db.Set<OrgUnit>().Where(u => u.Id == step.UnitId && u.HeadId != null).Select(u => u.HeadId!.Value).ToListAsync(cancellationToken),
            _ => await db.Set<Employee>().Where(e => e.UnitId == step.UnitId && e.IsActive).Select(e => e.Id).ToListAsync(cancellationToken),
        };

    /// <summary>Adds notices; the same one is told once.</summary>
    public async Task TellAsync(IReadOnlyCollection<Guid> people, NoticeKind kind, string subject, Guid documentId, CancellationToken cancellationToken, params string[] arguments)
    {
        var told = await db.Set<Notice>().Where(n => n.Subject == subject && n.Kind == kind).Select(n => n.EmployeeId).ToListAsync(cancellationToken);
        db.Set<Notice>().AddRange(people.Except(told).Select(p => new Notice(p, kind, null, subject, desk.Now, [$"{documentId}", .. arguments])));
    }
}
