using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents.Claims;

/// <summary>
/// Tells who wrote a claim, or the head of the unit when they have left, three days before something is due on it and once when it is late.
/// A notice names the claim by its number only. Claims registered before they had a course are given one first.
/// </summary>
public sealed class RemindOfClaimsHandler(IServiceDeskDb db, DocumentDesk desk, ClaimsFollow follow)
{
    /// <summary>Days before.</summary>
    public const int Before = 3;

    private const int AdoptedAtOnce = 500;

    /// <summary>Reminds; the number of notices.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await AdoptAsync(cancellationToken);
        var (today, soon) = (desk.Today, desk.Today.AddDays(Before));
        var due = await db.Set<ClaimCourse>().AsNoTracking().Where(c => (c.State == ClaimState.AwaitingAnswer || c.State == ClaimState.ToSettle) && c.DueOn <= soon)
            .Join(db.Set<Document>(), c => c.Id, d => d.Id, (c, d) => new
            {
                c.Id,
                On = c.DueOn!.Value,
                d.Number,
                Author = db.Set<Employee>().Where(e => e.Id == d.AuthorId && e.IsActive).Select(e => (Guid?)e.Id).FirstOrDefault(),
                Head = db.Set<OrgUnit>().Where(u => u.Id == d.UnitId).Join(db.Set<Employee>().Where(e => e.IsActive), u => u.HeadId, e => e.Id, (_, e) => (Guid?)e.Id).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        List<Notice> notices =
        [
            .. from c in due
               let person = c.Author ?? c.Head
               where person is not null
               let kind = c.On < today ? NoticeKind.ClaimLate : NoticeKind.ClaimDue
               select new Notice(person.Value, kind, null, $"{c.Id:N}/{c.On:yyyyMMdd}/{kind}", desk.Now, c.Number ?? "", $"{c.Id}", $"{c.On:yyyy-MM-dd}"),
        ];
        var subjects = notices.Select(n => n.Subject).ToList();
        var told = await db.Set<Notice>().Where(n => subjects.Contains(n.Subject)).Select(n => new { n.Subject, n.EmployeeId }).ToListAsync(cancellationToken);
        notices.RemoveAll(n => told.Any(t => t.Subject == n.Subject && t.EmployeeId == n.EmployeeId));
        db.Set<Notice>().AddRange(notices);
        await db.SaveChangesAsync(cancellationToken);
        return notices.Count;
    }

    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        var without = await db.Set<Document>().Where(d => (d.Kind == DocumentKind.Claim || d.Kind == DocumentKind.ClaimAnswer) && !db.Set<ClaimCourse>().Any(c => c.Id == d.Id))
            .OrderBy(d => d.Id).Take(AdoptedAtOnce).ToListAsync(cancellationToken);
        foreach (var document in without)
            await follow.FollowAsync(document, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();
    }
}

/// <summary>Watches what is due on claims.</summary>
public sealed class RemindOfClaimsJob(RemindOfClaimsHandler remind) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => true;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await remind.HandleAsync(cancellationToken)} reminders";
}
