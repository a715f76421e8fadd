using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// A few of the demo cases stand between people: two wait for their client, three are offered, one is confidential, two colleagues are
/// asked, somebody said thank you. Added once, also to a demonstration database seeded before there were such steps.
/// </summary>
public sealed class DemoStepsSeed(
    IServiceDeskDb db, RegisterNumbers numbers, ClockStarter clocks, CalendarProvider calendars, CaseWriter writer, LetterWriter letters, LocalTime local, TimeProvider time) : IDemoSeed
{
    private List<Employee> people = [];
    private Dictionary<Guid, OrgUnit> units = [];

    /// <inheritdoc/>
    public int Order => 1150;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Case>().AnyAsync(c => c.Kind == CaseKind.InternalRequest && db.Set<CaseLink>().Any(l => l.ToId == c.Id), cancellationToken))
            return;
        await db.InTransactionAsync(async token =>
        {
            people = await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).OrderBy(e => e.Email).ToListAsync(token);
            units = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, token);
            await PlayAsync(token);
            return await db.SaveChangesAsync(token);
        }, cancellationToken);
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var dayAgo = now.AddDays(-1);
        var ids = await db.Set<Case>().Where(c => c.State == CaseState.InProgress && c.Audience == Audience.External && c.AssigneeId != null && !c.HasFailedMessage
                && c.Contact.Email != null && c.RegisteredAt < dayAgo && c.DueSort >= local.DateOf(now) && c.DueSort != DateOnly.MaxValue)
            .OrderBy(c => c.DueSort).ThenBy(c => c.Number).Select(c => c.Id).Take(9).ToListAsync(cancellationToken);
        var cases = new Queue<Case>();
        foreach (var id in ids)
            cases.Enqueue(await writer.LoadAsync(id, cancellationToken));
        var (liga, agnese) = (Person("Līga"), Person("Agnese"));

        await WaitAsync(cases, "Lūdzu, norādiet mājas numuru un atsūtiet fotoattēlu, ja tāds ir.", 5, now.AddHours(-20), cancellationToken);
        await WaitAsync(cases, "Lai pārbaudītu rēķinu, lūdzam atsūtīt tā numuru.", null, now.AddHours(-3), cancellationToken);
        Offer(cases, liga, "Konteineru laukums ir jūsu pārziņā.", now.AddHours(-2));
        Offer(cases, liga, null, now.AddMinutes(-40));
        Offer(cases, agnese, "Vajag arhitekta slēdzienu.", now.AddHours(-22));
        if (cases.TryDequeue(out var delicate))
            delicate.MarkConfidential("Vēstulē ir veselības dati.", false, [], ActorOf(delicate), now.AddHours(-5));
        await AskAsync(cases, agnese, "Vai šai ēkai ir spēkā esoša būvatļauja? Klients jautā, kad darbi beigsies.", now.AddHours(-4), cancellationToken);
        await AskAsync(cases, liga, "Vai šonedēļ šajā ielā plānota zāles pļaušana?", now.AddHours(-1), cancellationToken);
        await ThankAsync(now.AddMinutes(-90), cancellationToken);
    }

    private async Task WaitAsync(Queue<Case> cases, string question, int? days, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!cases.TryDequeue(out var item))
            return;
        var calendar = await calendars.GetAsync(cancellationToken);
        var today = local.DateOf(at);
        var letter = item.AskClient(question, days is { } count ? calendar.AddWorkingDays(today, count) : null, today, Delivery.Email, ActorOf(item), at);
        var row = letters.Letter(item, letter, null, at);
        row.MarkSent(at);
        db.Set<OutgoingMessage>().Add(row);
        await writer.MarkSentAsync(item, letter.Id, at, cancellationToken);
    }

    private void Offer(Queue<Case> cases, Employee to, string? reason, DateTimeOffset at)
    {
        if (!cases.TryDequeue(out var item) || item.AssigneeId == to.Id)
            return;
        item.Offer(to.UnitId, units[to.UnitId].Name, to.Id, to.FullName, reason, ActorOf(item), at);
        db.Set<Notice>().Add(new Notice(to.Id, NoticeKind.HandOverOffered, item.Id, $"{item.Id:N}/{at.UtcTicks}", at, item.Number));
    }

    private async Task AskAsync(Queue<Case> cases, Employee colleague, string question, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!cases.TryDequeue(out var parent) || parent.AssigneeId == colleague.Id)
            return;
        var asker = people.First(p => p.Id == parent.AssigneeId);
        var year = local.DateOf(at).Year;
        var (register, sequence) = await numbers.NextAsync(Register.Inquiries, year, cancellationToken);
        var schedule = await clocks.ScheduleAsync(CaseKind.InternalRequest, Channel.Internal, Audience.Internal, false, at, cancellationToken);
        var inquiry = Case.Receive(new Receipt
        {
            Register = register,
            Year = year,
            Sequence = sequence,
            Kind = CaseKind.InternalRequest,
            Channel = Channel.Internal,
            Audience = Audience.Internal,
            Subject = CaseRegistrar.SubjectOf(question),
            Text = question,
            TopicId = parent.TopicId,
            UnitId = colleague.UnitId,
            AssigneeId = colleague.Id,
            RegisteredBy = ActorOf(parent),
            Contact = new Contact { Name = asker.FullName, Email = asker.Email, UnitMayKnow = true },
            ReceivedAt = at,
            ReceivedOn = local.DateOf(at),
            RegisteredAt = at,
        });
        schedule.StartOn(inquiry, at);
        inquiry.ShareLetters();
        parent.Record(CaseEventKind.ColleagueAsked, ActorOf(parent), at, null, inquiry.Number, colleague.FullName);
        db.Set<Case>().Add(inquiry);
        db.Set<CaseLink>().Add(new CaseLink(CaseLinkKind.Inquiry, parent.Id, inquiry.Id, ActorOf(parent), at));
        db.Set<Notice>().Add(new Notice(colleague.Id, NoticeKind.ColleagueAsked, inquiry.Id, inquiry.Id.ToString("N"), at, inquiry.Number));
    }

    private async Task ThankAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = await db.Set<Case>().Where(c => c.State == CaseState.Closed && c.AnsweredAt != null && c.ClosedAt < at && c.Outcome == CaseOutcome.Granted && c.Contact.Email != null)
            .OrderByDescending(c => c.ClosedAt).ThenBy(c => c.Number).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is { } closed)
            (await writer.LoadAsync(closed, cancellationToken)).FileThanks("Liels paldies par ātro palīdzību!", at);
    }

    private Employee Person(string name) => people.First(p => p.Email == DemoPeople.All.First(d => d.Name == name).Email);

    private Actor ActorOf(Case item) => people.Where(p => p.Id == item.AssigneeId).Select(p => new Actor(p.Id, p.FullName)).FirstOrDefault() ?? Actor.System;
}
