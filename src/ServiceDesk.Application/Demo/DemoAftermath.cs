using System.Globalization;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>What follows a missed date: notices up the chain, the owner's explanation, the head's word on it.</summary>
internal sealed class DemoAftermath(DemoOffice office, IReadOnlyList<EscalationLevel> chain, Random random)
{
    private const int LongAgo = 45;

    private int oldOnes;
    private int recentOnes;

    public List<Notice> Notices { get; } = [];

    public void Tell(DemoLife life)
    {
        var item = life.Item;
        if (item is { IsOpen: true, AssigneeId: { } owner })
            Add(new Notice(owner, NoticeKind.Assigned, item.Id, $"{item.Id:N}/{item.RegisteredAt.UtcTicks}", item.History.Last(e => e.Kind is CaseEventKind.Assigned or CaseEventKind.Received).At, item.Number));
        if (item is { HasFailedMessage: true, AssigneeId: { } sender } && life.Letters.Find(l => l.LastError is not null) is { } failed)
            Add(new Notice(sender, NoticeKind.LetterFailed, item.Id, $"{failed.Id:N}/{failed.CreatedAt.Ticks}", life.At, item.Number));
        foreach (var breach in life.Breaches)
        {
            Escalate(breach, item);
            Explain(breach, item);
        }
    }

    /// <summary>Levels that were told when the house was open; what was found last night is left to the job.</summary>
    private void Escalate(Breach breach, Case item)
    {
        if (breach.BreachedOn >= office.Today)
            return;
        var until = office.Local.DateOf(breach.SettledAt ?? office.Now);
        var late = until > breach.BreachedOn ? office.Calendar.WorkingDaysBetween(breach.BreachedOn, until) : 0;
        for (var level = 1; level <= chain.Count && (level == 1 || chain[level - 1].AfterWorkingDays <= late); level++)
        {
            breach.EscalateTo(level);
            if (breach.SettledAt is not null)
                continue;
            var at = office.Moment(office.Calendar.AddWorkingDays(breach.BreachedOn, chain[level - 1].AfterWorkingDays), random);
            foreach (var person in Told(chain[level - 1].Role, breach, level))
                Add(new Notice(person, NoticeKind.Breached, item.Id, $"{breach.ClockId:N}/{level}", at, item.Number, breach.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), level.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private IEnumerable<Guid> Told(Role role, Breach breach, int level)
    {
        var people = role == Role.UnitHead
            ? (office.HeadOf(breach.UnitId) is { } head ? [head.Id] : Array.Empty<Guid>())
            : [.. DemoPeople.All.Where(p => p.Roles.Contains(role)).Select(p => office.Employees.First(e => e.Email == p.Email).Id)];
        return level == 1 && breach.OwnerId is { } owner ? people.Append(owner).Distinct() : people;
    }

    private void Explain(Breach breach, Case item)
    {
        if (Person(breach.OwnerId) is not { } owner)
            return;
        var old = breach.BreachedOn < office.Today.AddDays(-LongAgo);
        var at = office.Moment(office.Calendar.AddWorkingDays(breach.BreachedOn, random.Next(1, 5)), random);
        var reviewedAt = office.Moment(office.Calendar.AddWorkingDays(office.Local.DateOf(at), random.Next(1, 4)), random);
        var reviewer = Reviewer(breach, owner);
        // By turns and not by chance, so that every state is there on every day.
        var turn = old ? oldOnes++ % 14 : recentOnes++ % 5;
        if (at > office.Now || turn == 0)
            return;
        var said = office.Book.Explanations[random.Next(office.Book.Explanations.Count)];
        breach.Explain(said.Cause, said.Text, Actor(owner), at);
        item.Record(CaseEventKind.BreachExplained, Actor(owner), at, said.Text, said.Cause.ToString());
        if (reviewer is null || reviewedAt > office.Now || turn == 1)
            return;
        if (turn == 2)
        {
            var remark = office.Book.Remarks[random.Next(office.Book.Remarks.Count)];
            breach.Return(remark, Actor(reviewer), reviewedAt);
            item.Record(CaseEventKind.BreachReturned, Actor(reviewer), reviewedAt, remark);
        }
        else
        {
            breach.Accept(Actor(reviewer), reviewedAt);
            item.Record(CaseEventKind.BreachAccepted, Actor(reviewer), reviewedAt, null);
        }
    }

    /// <summary>The head of the unit, for heads' own breaches the head of Client Service; nobody for that one's.</summary>
    private Employee? Reviewer(Breach breach, Employee owner)
    {
        var head = office.HeadOf(breach.UnitId);
        var reviewer = head is not null && head.Id != owner.Id ? head : office.HeadOf(office.Unit(DemoPeople.ClientService).Id);
        return reviewer?.Id == owner.Id ? null : reviewer;
    }

    private void Add(Notice notice)
    {
        if (notice.CreatedAt < office.Now.AddDays(-2))
            notice.MarkRead(notice.CreatedAt.AddHours(1));
        Notices.Add(notice);
    }

    private Employee? Person(Guid? id) => office.Employees.FirstOrDefault(e => e.Id == id);

    private static Actor Actor(Employee person) => new(person.Id, person.FullName);
}
