using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.AboutPeople;

/// <summary>Who may deal with a complaint about a person: never the person, nor who stands in; and above whom a complaint goes.</summary>
public sealed class Impartial(IServiceDeskDb db, IRoleHolders holders, LocalTime local, TimeProvider time)
{
    /// <summary>Names whom a complaint is about, in the caller's save, and tells whoever decides in place of Client Service.</summary>
    /// <param name="item">The case, with its subjects and readers loaded.</param>
    /// <param name="people">All of them from now on.</param>
    /// <param name="reason">Why, when nobody is named any more.</param>
    /// <param name="by">Who names them.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task NameAsync(Case item, IReadOnlyCollection<Guid> people, string? reason, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var named = (await db.Set<Employee>().Where(e => people.Contains(e.Id)).OrderBy(e => e.Surname)
            .Select(e => new { e.Id, Name = e.Name + " " + e.Surname }).ToListAsync(cancellationToken)).ConvertAll(e => (e.Id, e.Name));
        if (named.Count != people.Distinct().Count())
            throw new Refusal("Cases.Refusal.PersonUnknown");
        var keeps = item.AssigneeId is { } assignee && !people.Contains(assignee) && (await JudgesAsync(cancellationToken)).Contains(assignee);
        var before = item.DecidedBy;
        item.NameSubjects(named, keeps, await DeciderAsync(people, cancellationToken), reason, by, now);
        if (item.DecidedBy is { } decider && decider != before)
            await TellAsync(item, decider, people, now, cancellationToken);
    }

    /// <summary>Refuses to give a complaint about a person to somebody it is about, who stands in for them, or who may not judge colleagues.</summary>
    public async Task RefuseAsync(Case item, Guid? assigneeId, CancellationToken cancellationToken)
    {
        if (!item.IsAboutPerson)
            return;
        if (item.DecidedBy is not null)
            throw new Refusal("Cases.Refusal.DecidedAbove");
        if (assigneeId is not { } person)
            return;
        await RefuseSubjectAsync(item.Id, person, cancellationToken);
        if (!(await JudgesAsync(cancellationToken)).Contains(person))
            throw new Refusal("Cases.Refusal.MayNotJudge");
    }

    /// <summary>Refuses somebody the complaint is about, or who stands in for them today.</summary>
    public async Task RefuseSubjectAsync(Guid caseId, Guid employeeId, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var replaced = db.Set<StandIn>().Where(s => s.SubstituteId == employeeId && s.EndedAt == null && s.FromOn <= today && s.UntilOn >= today).Select(s => s.EmployeeId);
        if (await db.Set<CaseSubject>().AnyAsync(s => s.CaseId == caseId && (s.EmployeeId == employeeId || replaced.Contains(s.EmployeeId)), cancellationToken))
            throw new Refusal("Cases.Refusal.IsSubject");
    }

    /// <summary>Above the head of Client Service stands the deputy, above the deputy the executive director: nobody decides about oneself or the one above.</summary>
    private async Task<CaseAuthority?> DeciderAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
            return null;
        if ((await holders.EmployeesInAsync(Role.DeputyExecutiveDirector, cancellationToken)).Any(people.Contains))
            return CaseAuthority.ExecutiveDirector;
        return (await holders.EmployeesInAsync(Role.HeadOfClientService, cancellationToken)).Any(people.Contains) ? CaseAuthority.DeputyExecutiveDirector : null;
    }

    private async Task<HashSet<Guid>> JudgesAsync(CancellationToken cancellationToken) =>
    [
        .. await holders.EmployeesInAsync(Role.UnitHead, cancellationToken),
        .. await holders.EmployeesInAsync(Role.HeadOfClientService, cancellationToken),
    ];

    private async Task TellAsync(Case item, CaseAuthority decider, IReadOnlyCollection<Guid> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var role = decider == CaseAuthority.ExecutiveDirector ? Role.ExecutiveDirector : Role.DeputyExecutiveDirector;
        var (told, kind) = ((await holders.EmployeesInAsync(role, cancellationToken)).Except(people).ToList(), NoticeKind.YoursToDecide);
        // A post nobody holds must not swallow the complaint: whoever gives roles learns of it, by number only.
        if (told.Count == 0)
            (told, kind) = ([.. (await holders.EmployeesInAsync(Role.Administrator, cancellationToken)).Except(people)], NoticeKind.NobodyToDecide);
        db.Set<Notice>().AddRange(told.Select(p => new Notice(p, kind, kind == NoticeKind.YoursToDecide ? item.Id : null, $"{item.Id:N}/{now.UtcTicks}", now, item.Number)));
    }
}
