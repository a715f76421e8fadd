using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>
/// Tells who looks after a contract 90, 30 and 7 days before it expires, and who owes something under it as long before, and once when it is
/// late. Each level once; when the owner has left, the head of the unit is told. A notice names the contract by its number only.
/// </summary>
public sealed class RemindOfContractsHandler(IServiceDeskDb db, DocumentDesk desk)
{
    /// <summary>Days before at which it reminds.</summary>
    public static IReadOnlyList<int> Levels { get; } = [90, 30, 7];

    /// <summary>Reminds; the number of notices.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var (today, soon) = (desk.Today, desk.Today.AddDays(Levels[0]));
        var running = db.Set<Contract>().AsNoTracking().Where(c => c.TerminatedOn == null && (c.EndsOn == null || c.EndsOn >= today))
            .Join(db.Set<Document>().Where(d => d.State == DocumentState.Registered), c => c.Id, d => d.Id, (c, d) => new
            {
                c.Id,
                c.EndsOn,
                d.Number,
                c.OwnerId,
                Head = db.Set<OrgUnit>().Where(u => u.Id == d.UnitId).Select(u => u.HeadId).FirstOrDefault(),
            });
        var ending = await running.Where(c => c.EndsOn <= soon).Select(c => new { c.Id, c.Number, On = c.EndsOn!.Value, c.OwnerId, c.Head }).ToListAsync(cancellationToken);
        var owed = await db.Set<ContractObligation>().Where(o => o.DoneOn == null && o.DueOn <= soon)
            .Join(running, o => o.ContractId, c => c.Id, (o, c) => new { o.Id, Contract = c.Id, c.Number, On = o.DueOn, o.OwnerId, c.Head }).ToListAsync(cancellationToken);
        var active = await db.Set<Employee>().Where(e => e.IsActive).Select(e => e.Id).ToHashSetAsync(cancellationToken);
        List<Notice> notices =
        [
            .. from c in ending
               let person = Person(c.OwnerId, c.Head, active)
               where person is not null
               select Told(person.Value, NoticeKind.ContractEnds, $"{c.Id:N}/{c.On:yyyyMMdd}/{Level(c.On, today)}", c.Number, c.Id, c.On),
            .. from o in owed
               let person = Person(o.OwnerId, o.Head, active)
               where person is not null
               select Told(person.Value, o.On < today ? NoticeKind.ContractObligationLate : NoticeKind.ContractObligationDue, $"{o.Id:N}/{o.On:yyyyMMdd}/{Level(o.On, today)}", o.Number, o.Contract, o.On),
        ];
        var subjects = notices.Select(n => n.Subject).ToList();
        var told = await db.Set<Notice>().Where(n => subjects.Contains(n.Subject)).Select(n => new { n.Subject, n.EmployeeId }).ToListAsync(cancellationToken);
        notices.RemoveAll(n => told.Any(t => t.Subject == n.Subject && t.EmployeeId == n.EmployeeId));
        db.Set<Notice>().AddRange(notices);
        // All in one save: another node that was faster has told everybody already, by the unique notice.
        await db.SaveChangesAsync(cancellationToken);
        return notices.Count;
    }

    private static Guid? Person(Guid? owner, Guid? head, HashSet<Guid> active) =>
        owner is { } one && active.Contains(one) ? one : head is { } other && active.Contains(other) ? other : null;

    private static string Level(DateOnly on, DateOnly today) => on < today ? "late" : $"{Levels.Last(l => on.DayNumber - today.DayNumber <= l)}";

    private Notice Told(Guid person, NoticeKind kind, string subject, string? number, Guid contract, DateOnly on) => new(person, kind, null, subject, desk.Now, number ?? "", $"{contract}", $"{on:yyyy-MM-dd}");
}

/// <summary>Watches the ends of contracts and what is owed under them.</summary>
public sealed class RemindOfContractsJob(RemindOfContractsHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
