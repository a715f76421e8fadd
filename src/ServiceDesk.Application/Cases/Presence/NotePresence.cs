using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.Presence;

/// <summary>Somebody's last sign of life on a case, as stored.</summary>
public sealed record PresenceRow(Guid EmployeeId, string Name, DateTimeOffset SeenAt, DateTimeOffset? WroteAt);

/// <summary>A colleague who has the case open now.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="IsWriting">Writes; else reads.</param>
public sealed record PresentColleague(string Name, bool IsWriting)
{
    /// <summary>Those present now without the person asking; who writes first, then by name.</summary>
    public static IReadOnlyList<PresentColleague> Of(IEnumerable<PresenceRow> rows, Guid? me, DateTimeOffset now) =>
    [
        .. rows.Where(r => r.EmployeeId != me && r.SeenAt > now - CasePresence.Lasts)
            .Select(r => new PresentColleague(r.Name, r.WroteAt > now - CasePresence.Lasts))
            .OrderByDescending(p => p.IsWriting).ThenBy(p => p.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A sign of life: the person has the case open.</summary>
/// <param name="CaseId">The case; the caller has checked that the person may read it, or asks through <see cref="NotePresenceHandler.HandleAsync"/>.</param>
/// <param name="IsWriting">Wrote in one of its fields since the last sign.</param>
public sealed record NotePresence(Guid CaseId, bool IsWriting);

/// <summary>Notes who reads and who writes, in a row of their own: the case itself is not touched, so nobody's save becomes stale by it.</summary>
public sealed class NotePresenceHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Notes the person and tells who else is there; null when the case is not for this person to read. Two statements.</summary>
    public async Task<IReadOnlyList<PresentColleague>?> HandleAsync(NotePresence command, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            return null;
        var found = await db.Set<Case>().AsNoTracking().ReadableBy(user).Where(c => c.Id == command.CaseId)
            .SelectMany(c => db.Set<CasePresence>().Where(p => p.CaseId == c.Id).DefaultIfEmpty(), (c, p) => new
            {
                Id = (Guid?)p!.EmployeeId,
                Name = db.Set<Employee>().Where(e => e.Id == p!.EmployeeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
                SeenAt = (DateTimeOffset?)p!.SeenAt,
                p!.WroteAt,
            }).ToListAsync(cancellationToken);
        if (found.Count == 0)
            return null;
        var present = found.Where(p => p.Id is not null).Select(p => new PresenceRow(p.Id!.Value, p.Name ?? "", p.SeenAt!.Value, p.WroteAt)).ToList();
        await NoteAsync(command, present.Any(p => p.EmployeeId == me), cancellationToken);
        return PresentColleague.Of(present, me, time.GetUtcNow());
    }

    /// <summary>Notes somebody whose page was just shown, in one statement.</summary>
    /// <param name="command">Who does what.</param>
    /// <param name="isNoted">Whether the page found a row of theirs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task NoteAsync(NotePresence command, bool isNoted, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            return;
        var now = time.GetUtcNow();
        if (isNoted)
        {
            DateTimeOffset? wroteAt = now;
            var mine = db.Set<CasePresence>().Where(p => p.CaseId == command.CaseId && p.EmployeeId == me);
            _ = command.IsWriting
                ? await mine.ExecuteUpdateAsync(s => s.SetProperty(p => p.SeenAt, now).SetProperty(p => p.WroteAt, wroteAt), cancellationToken)
                : await mine.ExecuteUpdateAsync(s => s.SetProperty(p => p.SeenAt, now), cancellationToken);
            return;
        }

        try
        {
            db.Set<CasePresence>().Add(new CasePresence(command.CaseId, me, now));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Forget(); // another window of the same person was faster
        }
    }

    /// <summary>The page was left.</summary>
    public Task LeaveAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.Set<CasePresence>().Where(p => p.CaseId == caseId && p.EmployeeId == user.EmployeeId).ExecuteDeleteAsync(cancellationToken);
}

/// <summary>Deletes signs of life that are over: who looked at what is nobody's business afterwards.</summary>
public sealed class ForgetPresenceJob(IServiceDeskDb db, TimeProvider time) : IJob
{
    /// <summary>How long a sign of life is kept at most.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        return $"{await db.Set<CasePresence>().Where(p => p.SeenAt < before).ExecuteDeleteAsync(cancellationToken)} forgotten";
    }
}
