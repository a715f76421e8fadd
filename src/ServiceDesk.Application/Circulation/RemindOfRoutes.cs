using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Circulation;

/// <summary>Tells who has a draft too long, and who sent it, once each. A notice names neither subject nor client.</summary>
public sealed class RemindOfRoutesHandler(IServiceDeskDb db, CirculationDesk circulation, DocumentDesk desk)
{
    /// <summary>Reminds; the number of steps that are late.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var today = desk.Today;
        var late = await db.Set<RouteStep>().AsNoTracking().Where(s => s.State == RouteStepState.Waiting && s.DueOn < today)
            .Join(db.Set<DocumentRoute>().Where(r => r.State == RouteState.Running && db.Set<Document>().Any(d => d.Id == r.DocumentId && d.State == DocumentState.Draft)), s => s.RouteId, r => r.Id, (s, r) => new { Step = s, r.ById })
            .ToListAsync(cancellationToken);
        foreach (var one in late)
        {
            var subject = $"{one.Step.Id:N}/{one.Step.ReachedAt?.UtcTicks}";
            var people = await circulation.PeopleAsync(one.Step, cancellationToken);
            await circulation.TellAsync(people, NoticeKind.DocumentLate, subject, one.Step.DocumentId, cancellationToken, $"{one.Step.DueOn:yyyy-MM-dd}");
            if (one.ById is { } writer)
                await circulation.TellAsync([writer], NoticeKind.DocumentLateWithOthers, subject, one.Step.DocumentId, cancellationToken, $"{one.Step.DueOn:yyyy-MM-dd}");
        }

        await db.SaveChangesAsync(cancellationToken);
        return late.Count;
    }
}

/// <summary>Watches drafts on their way.</summary>
public sealed class RemindOfRoutesJob(RemindOfRoutesHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} late";
}
