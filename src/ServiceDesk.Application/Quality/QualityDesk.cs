using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Quality;

/// <summary>What every step of the quality pages needs: the day, the right, the notice, and a save that says when somebody else was faster.</summary>
public sealed class QualityDesk(IServiceDeskDb db, UnitHeads heads, IRoleHolders holders, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Who is at work, as the history records them.</summary>
    public Actor Actor => user.AsActor();

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The local day.</summary>
    public DateOnly Today => local.DateOf(Now);

    /// <summary>Refuses who lacks the permission.</summary>
    public void Demand(Permission permission)
    {
        if (!user.May(permission))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    /// <summary>Refuses a page that is older than the thing.</summary>
    public static void RefuseIfStale(IVersioned thing, int? seen)
    {
        if (seen is { } version && version != thing.Version)
            throw new Refusal("Quality.Refusal.ChangedMeanwhile");
    }

    /// <summary>Refuses a unit that is not there any more.</summary>
    public async Task DemandUnitAsync(Guid unitId, CancellationToken cancellationToken)
    {
        if (!await db.Set<OrgUnit>().AnyAsync(u => u.Id == unitId && u.RetiredAt == null, cancellationToken))
            throw new Refusal("Quality.Refusal.UnitUnknown");
    }

    /// <summary>Refuses somebody who does not work here.</summary>
    public async Task DemandEmployeeAsync(Guid employeeId, CancellationToken cancellationToken)
    {
        if (!await db.Set<Employee>().AnyAsync(e => e.Id == employeeId && e.IsActive, cancellationToken))
            throw new Refusal("Quality.Refusal.EmployeeUnknown");
    }

    /// <summary>Who answers for a unit: its head or the one above, but nobody the thing is about; else the heads of Client Service.</summary>
    public async Task<IReadOnlyList<Guid>> InChargeAsync(Guid unitId, IReadOnlyCollection<Guid> about, CancellationToken cancellationToken)
    {
        if (await heads.OfAsync(unitId, cancellationToken) is { } head && !about.Contains(head))
            return [head];
        return [.. (await holders.EmployeesInAsync(Role.HeadOfClientService, cancellationToken)).Where(p => !about.Contains(p))];
    }

    /// <summary>Tells people, but not whoever is at work. Whoever calls saves.</summary>
    public void Tell(IEnumerable<Guid> people, NoticeKind kind, string subject, params string[] arguments) =>
        db.Set<Notice>().AddRange(people.Distinct().Where(p => p != user.EmployeeId).Select(p => new Notice(p, kind, null, subject, Now, arguments)));

    /// <summary>Saves; a save that lost the race says so.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Quality.Refusal.ChangedMeanwhile");
        }
    }
}
