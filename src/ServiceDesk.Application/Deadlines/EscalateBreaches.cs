using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// Tells the owner and then, level by level, those above about breaches. Only while the house is open; once per person and
/// level, however often it runs; never with the client's name.
/// </summary>
public sealed class EscalateBreachesHandler(
    IServiceDeskDb db, CalendarProvider calendars, IRoleHolders holders, IOptions<EscalationOptions> escalation, IOptions<ServiceDeskOptions> site,
    LocalTime local, TimeProvider time)
{
    private const int Batch = 200;
    private WorkingCalendar calendar = null!;
    private IReadOnlyDictionary<Guid, OrgUnit> units = null!;
    private HashSet<Guid> left = [];
    private readonly Dictionary<Role, IReadOnlyList<Guid>> roles = [];

    /// <summary>Sends what is due; the number of notices written.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        calendar = await calendars.GetAsync(cancellationToken);
        if (!IsOpen(time.GetUtcNow()))
            return 0;

        units = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken);
        left = [.. await db.Set<Employee>().AsNoTracking().Where(e => !e.IsActive).Select(e => e.Id).ToListAsync(cancellationToken)];
        var (written, after) = (0, Guid.Empty);
        while (true)
        {
            var ids = await db.Set<Breach>().AsNoTracking()
                .Where(b => b.EscalationLevel == 0 || b.SettledAt == null)
                .Where(b => b.EscalationLevel < escalation.Value.Chain.Count && b.Id.CompareTo(after) > 0)
                .OrderBy(b => b.Id).Take(Batch).Select(b => b.Id).ToListAsync(cancellationToken);
            if (ids.Count == 0)
                return written;
            after = ids[^1];
            try
            {
                written += await db.InTransactionAsync(token => TellAsync(ids, token), cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody explained one of them at this moment: the next run tells.
            }

            db.Forget();
        }
    }

    private async Task<int> TellAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var breaches = await db.Set<Breach>().Where(b => ids.Contains(b.Id)).ToListAsync(cancellationToken);
        var caseIds = breaches.Select(b => b.CaseId).Distinct().ToList();
        var numbers = await db.Set<Case>().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);
        var wanted = new List<Notice>();
        foreach (var breach in breaches)
        {
            var late = breach.SettledAt is null && breach.BreachedOn <= today ? calendar.WorkingDaysBetween(breach.BreachedOn, today) : 0;
            for (var level = breach.EscalationLevel + 1; level <= escalation.Value.Chain.Count; level++)
            {
                var step = escalation.Value.Chain[level - 1];
                if (late < step.AfterWorkingDays || (breach.SettledAt is not null && level > 1))
                    break;
                var told = await ToldAsync(level, breach, cancellationToken);
                if (level == 1 && breach.OwnerId is { } owner && !left.Contains(owner))
                    told = told.Append(owner);
                wanted.AddRange(told.Distinct().Select(person => new Notice(
                    person, NoticeKind.Breached, breach.CaseId, $"{breach.ClockId:N}/{level}", now, numbers[breach.CaseId], $"{breach.DueOn:yyyy-MM-dd}", $"{level}")));
                breach.EscalateTo(level);
            }
        }

        var written = await WriteAsync(wanted, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return written;
    }

    private async Task<int> WriteAsync(List<Notice> wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var subjects = wanted.Select(n => n.Subject).Distinct().ToList();
        var known = (await db.Set<Notice>().Where(n => n.Kind == NoticeKind.Breached && subjects.Contains(n.Subject))
            .Select(n => new { n.EmployeeId, n.Subject }).ToListAsync(cancellationToken)).Select(n => (n.EmployeeId, n.Subject)).ToHashSet();
        var fresh = wanted.Where(n => !known.Contains((n.EmployeeId, n.Subject))).DistinctBy(n => (n.EmployeeId, n.Subject)).ToList();
        db.Set<Notice>().AddRange(fresh);

        if (escalation.Value.ByEmail && fresh.Count > 0)
        {
            var people = fresh.Select(n => n.EmployeeId).Distinct().ToList();
            var addresses = await db.Set<Employee>().Where(e => people.Contains(e.Id) && e.IsActive).ToDictionaryAsync(e => e.Id, e => e.Email, cancellationToken);
            db.Set<OutgoingMessage>().AddRange(fresh.Where(n => addresses.ContainsKey(n.EmployeeId)).Select(n => Letter(n, addresses[n.EmployeeId], now)));
        }

        return fresh.Count;
    }

    private OutgoingMessage Letter(Notice notice, string address, DateTimeOffset now)
    {
        var t = Texts.In("lv");
        var due = DateOnly.ParseExact(notice.Arguments[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new OutgoingMessage(null, null, address, t["Deadlines.BreachLetter.Subject", notice.Arguments[0]],
            t["Deadlines.BreachLetter.Text", notice.Arguments[0], Dates.In("lv", local).InWords(due), $"{site.Value.PublicAddress}/desk/cases/{notice.CaseId}"], now, now);
    }

    /// <summary>Those of a level; where its post is vacant, those of the next level that has somebody.</summary>
    private async Task<IEnumerable<Guid>> ToldAsync(int level, Breach breach, CancellationToken cancellationToken)
    {
        foreach (var step in escalation.Value.Chain.Skip(level - 1))
        {
            var people = step.Role == Role.UnitHead ? HeadOf(breach.UnitId) is { } head ? [head] : [] : await HoldersAsync(step.Role, cancellationToken);
            if (people.Count > 0)
                return people;
        }

        return [];
    }

    private async Task<IReadOnlyList<Guid>> HoldersAsync(Role role, CancellationToken cancellationToken)
    {
        if (!roles.TryGetValue(role, out var people))
            roles[role] = people = [.. (await holders.EmployeesInAsync(role, cancellationToken)).Where(p => !left.Contains(p))];
        return people;
    }

    /// <summary>The head of the unit, or of the nearest unit above that has one who works here.</summary>
    private Guid? HeadOf(Guid unitId)
    {
        for (var unit = units.GetValueOrDefault(unitId); unit is not null; unit = unit.ParentId is { } parent ? units.GetValueOrDefault(parent) : null)
        {
            if (unit.HeadId is { } head && !left.Contains(head))
                return head;
        }

        return null;
    }

    private bool IsOpen(DateTimeOffset now)
    {
        var at = local.At(now);
        return calendar.Hours(DateOnly.FromDateTime(at)) is { } hours
            && TimeOnly.FromDateTime(at) is var clock && clock >= hours.Opens && clock < hours.Closes;
    }
}
