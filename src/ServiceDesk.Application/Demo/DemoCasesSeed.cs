using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// About three hundred cases of the demonstration municipality over two years up to now, in every state. They are lived through the
/// verbs of the domain at back-dated instants, so clocks, history and report are true; the same day always gives the same cases.
/// </summary>
public sealed class DemoCasesSeed(
    IServiceDeskDb db, RegisterNumbers numbers, ClockStarter clocks, CalendarProvider calendars, LetterWriter letters,
    IOptions<EscalationOptions> escalation, LocalTime local, TimeProvider time) : IDemoSeed
{
    private const int Seed = 20260618;

    /// <inheritdoc/>
    public int Order => 1100;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Case>().AnyAsync(cancellationToken))
            return;
        await db.InTransactionAsync(async token =>
        {
            var office = await OfficeAsync(token);
            var random = new Random(Seed);
            var schedules = await SchedulesAsync(office, token);
            var plans = new DemoPlanner(office, (story, channel, at) => schedules(story, channel, at).Earliest()?.Due, random).Make();
            var lives = await LiveAsync(plans, office, schedules, random, token);
            var aftermath = new DemoAftermath(office, escalation.Value.Chain, random);
            foreach (var life in lives)
                aftermath.Tell(life);

            db.Set<Case>().AddRange(lives.Select(l => l.Item));
            db.Set<OutgoingMessage>().AddRange(lives.SelectMany(l => l.Letters));
            db.Set<Breach>().AddRange(lives.SelectMany(l => l.Breaches));
            db.Set<Notice>().AddRange(aftermath.Notices);
            return await db.SaveChangesAsync(token);
        }, cancellationToken);
    }

    private async Task<DemoOffice> OfficeAsync(CancellationToken cancellationToken) => new(
        DemoBook.Load(),
        await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken),
        await db.Set<Topic>().AsNoTracking().ToDictionaryAsync(t => t.NameLv, cancellationToken),
        await db.Set<Employee>().AsNoTracking().OrderBy(e => e.Email).ToListAsync(cancellationToken),
        letters, await calendars.GetAsync(cancellationToken), local, time.GetUtcNow());

    /// <summary>Rules by receipt day. Calendar and rules are read here once; afterwards no schedule waits for the database.</summary>
    private async Task<Func<DemoStory, Channel, DateTimeOffset, Schedule>> SchedulesAsync(DemoOffice office, CancellationToken cancellationToken)
    {
        var first = office.Book.Stories[0];
        await clocks.ScheduleAsync(first.Kind, Channel.WebForm, Audience.External, false, office.Now, cancellationToken);
        return (story, channel, receivedAt) =>
            clocks.ScheduleAsync(story.Kind, channel, AudienceOf(story), story.Formal, receivedAt, cancellationToken).GetAwaiter().GetResult();
    }

    private async Task<List<DemoLife>> LiveAsync(
        List<DemoPlan> plans, DemoOffice office, Func<DemoStory, Channel, DateTimeOffset, Schedule> schedules, Random random, CancellationToken cancellationToken)
    {
        var lives = new List<DemoLife>(plans.Count);
        foreach (var year in plans.GroupBy(p => local.DateOf(p.RegisteredAt).Year))
        {
            var (register, sequence) = await numbers.TakeAsync(Register.Cases, year.Key, year.Count(), cancellationToken);
            foreach (var plan in year)
            {
                var place = DemoPlace.Draw(random);
                var schedule = schedules(plan.Story, plan.Channel, plan.ReceivedAt);
                var item = Case.Receive(Receipt(plan, place, office, random, register, year.Key, sequence++));
                var life = new DemoLife(item, plan.Story, place, office, schedule, random);
                DemoPlots.Play(life, plan.Plot, plan.Promised, random);
                lives.Add(life);
            }
        }

        return lives;
    }

    private Receipt Receipt(DemoPlan plan, DemoPlace place, DemoOffice office, Random random, Register register, int year, int sequence)
    {
        var story = plan.Story;
        var topic = office.Topics[story.Topic];
        var colleague = office.Employees[random.Next(office.Employees.Count)];
        var byClient = plan.Channel is Channel.WebForm or Channel.MobileApp;
        return new Receipt
        {
            Register = register,
            Year = year,
            Sequence = sequence,
            Kind = story.Kind,
            Channel = plan.Channel,
            Audience = AudienceOf(story),
            IsFormal = story.Formal,
            Subject = place.Fill(story.Subject),
            Text = place.Fill(story.Text),
            Place = story.Text.Contains("{nr}", StringComparison.Ordinal) ? $"{place.Street} iela {place.House}" : null,
            TopicId = topic.Id,
            UnitId = story.Unit is { } unit ? office.Unit(unit).Id : topic.UnitId,
            RegisteredBy = byClient ? Actor.Client : plan.Channel == Channel.Internal ? new Actor(colleague.Id, colleague.FullName) : office.Intake(random),
            Contact = plan.Channel == Channel.Internal
                ? new Contact { Name = colleague.FullName, Email = colleague.Email, UnitMayKnow = true }
                : DemoClients.Draw(random, story, plan.Channel),
            Language = story.Language,
            ReceivedAt = plan.ReceivedAt,
            ReceivedOn = local.DateOf(plan.ReceivedAt),
            RegisteredAt = plan.RegisteredAt,
        };
    }

    private static Audience AudienceOf(DemoStory story) => story.Kind == CaseKind.InternalRequest ? Audience.Internal : Audience.External;
}
