using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Demo;

/// <summary>One case to be: who writes what, when, and how it goes on.</summary>
internal sealed record DemoPlan(DemoStory Story, DemoPlot Plot, Channel Channel, DateTimeOffset ReceivedAt, DateTimeOffset RegisteredAt, DateOnly? Promised);

/// <summary>Plans about three hundred cases: two years of history and, around today, one of everything a desk meets.</summary>
internal sealed class DemoPlanner(DemoOffice office, Func<DemoStory, Channel, DateTimeOffset, DateOnly?> firstDue, Random random)
{
    private const int History = 228;

    // Plot, due date in working days from today (of the promise where there is one), how many.
    private static readonly (DemoPlot Plot, int Due, int Count)[] Live =
    [
        (DemoPlot.Assigned, 0, 4), (DemoPlot.Unassigned, 0, 1), (DemoPlot.Assigned, 1, 6), (DemoPlot.Unassigned, 1, 2), (DemoPlot.Assigned, 2, 6),
        (DemoPlot.Unassigned, 2, 2), (DemoPlot.Assigned, 3, 2), (DemoPlot.Unassigned, 3, 4), (DemoPlot.Assigned, -1, 4), (DemoPlot.Assigned, -2, 2),
        (DemoPlot.Assigned, -4, 1), (DemoPlot.Assigned, -7, 1), (DemoPlot.PromiseRuns, 0, 2), (DemoPlot.PromiseRuns, 1, 2), (DemoPlot.PromiseRuns, 4, 3),
        (DemoPlot.PromiseRuns, 8, 3), (DemoPlot.PromiseRuns, -1, 2), (DemoPlot.PromiseRuns, -3, 1), (DemoPlot.InterimExtended, 5, 2), (DemoPlot.InterimLate, 3, 1),
        (DemoPlot.StatuteExtended, 12, 2), (DemoPlot.LetterFailed, -1, 2), (DemoPlot.LetterFailed, 1, 2), (DemoPlot.AnsweredOpen, -2, 4), (DemoPlot.WroteAgain, -2, 3),
        (DemoPlot.InTime, -1, 6), (DemoPlot.InTime, 0, 4),
    ];

    private static readonly (Channel Channel, int Weight)[] Doors =
        [(Channel.WebForm, 42), (Channel.Email, 22), (Channel.Phone, 14), (Channel.InPerson, 8), (Channel.MobileApp, 5), (Channel.SocialNetwork, 4), (Channel.Voicemail, 3), (Channel.Paper, 2)];

    private static readonly (Channel Channel, int Weight)[] FormalDoors = [(Channel.EAddress, 45), (Channel.StatePortal, 30), (Channel.Paper, 15), (Channel.Email, 10)];

    private static readonly (DemoPlot Plot, int Weight)[] Past =
    [
        (DemoPlot.InTime, 55), (DemoPlot.Late, 13), (DemoPlot.InterimKept, 15), (DemoPlot.InterimExtended, 1), (DemoPlot.InterimBroken, 3),
        (DemoPlot.InterimLate, 2), (DemoPlot.Withdrawn, 3), (DemoPlot.LetterRepaired, 3), (DemoPlot.VeryLate, 1),
    ];

    /// <summary>The plans in the order of registration.</summary>
    public List<DemoPlan> Make() => [.. Recent().Concat(Earlier()).OrderBy(p => p.RegisteredAt)];

    private IEnumerable<DemoPlan> Earlier()
    {
        for (var i = 0; i < History; i++)
        {
            var story = office.Book.Stories[i % office.Book.Stories.Count];
            var channel = DoorOf(story);
            // More of the last months than of two years ago, and on working days mostly.
            var day = office.Today.AddDays(-(8 + (int)(720 * Math.Pow((i + random.NextDouble()) / History, 1.7))));
            if (!office.Calendar.IsWorkingDay(day) && random.Next(4) > 0)
                day = office.Calendar.AddWorkingDays(day, 0);
            var receivedAt = Arrival(channel, day);
            yield return new DemoPlan(story, PastPlot(story, channel), channel, receivedAt, Registration(channel, receivedAt), null);
        }
    }

    private IEnumerable<DemoPlan> Recent()
    {
        var plain = office.Book.Stories.Where(s => s is { Forwarding: null, Unexamined: null, Kind: not CaseKind.Praise }).ToList();
        var next = 0;
        foreach (var (plot, due, count) in Live)
        {
            for (var i = 0; i < count; i++)
            {
                var story = Pick(plain, plot, ref next);
                var channel = plot is DemoPlot.LetterFailed ? Channel.Email : DoorOf(story);
                var isPromise = plot is DemoPlot.PromiseRuns or DemoPlot.InterimExtended or DemoPlot.InterimLate or DemoPlot.StatuteExtended;
                DateOnly? promised = isPromise ? office.Calendar.AddWorkingDays(office.Today, due) : null;
                var receivedOn = isPromise
                    ? office.Calendar.AddWorkingDays(office.Today, Math.Min(due, 0) - (plot is DemoPlot.InterimExtended or DemoPlot.StatuteExtended ? 9 : 6))
                    : ReceivedFor(story, channel, office.Calendar.AddWorkingDays(office.Today, due));
                var receivedAt = Arrival(channel, receivedOn);
                yield return new DemoPlan(story, plot, channel, receivedAt, Registration(channel, receivedAt), promised);
            }
        }
    }

    private static DemoStory Pick(List<DemoStory> plain, DemoPlot plot, ref int next)
    {
        while (true)
        {
            var story = plain[next++ * 7 % plain.Count];
            var fits = plot switch
            {
                DemoPlot.StatuteExtended => story is { Formal: true, Extension: not null },
                DemoPlot.PromiseRuns or DemoPlot.InterimExtended or DemoPlot.InterimLate => story is { Interim: not null, Formal: false } && story.Kind != CaseKind.InternalRequest,
                DemoPlot.LetterFailed => !story.Anonymous && story.Kind != CaseKind.InternalRequest,
                DemoPlot.WroteAgain => story.Kind != CaseKind.InternalRequest,
                _ => true,
            };
            if (fits)
                return story;
        }
    }

    /// <summary>The latest day, not after today, on which the case would have come in to be due on that day.</summary>
    private DateOnly ReceivedFor(DemoStory story, Channel channel, DateOnly due)
    {
        for (var day = due < office.Today ? due : office.Today; day > due.AddDays(-30); day = day.AddDays(-1))
        {
            if (firstDue(story, channel, office.Local.ToUtc(day.ToDateTime(new TimeOnly(9, 0)))) == due)
                return day;
        }

        return office.Calendar.AddWorkingDays(due < office.Today ? due : office.Today, -3);
    }

    private DateTimeOffset Arrival(Channel channel, DateOnly day)
    {
        var atCounter = channel is Channel.Phone or Channel.InPerson or Channel.Paper or Channel.Internal;
        var at = atCounter ? office.Moment(day, random)
            : channel == Channel.Voicemail ? office.At(day, new TimeOnly(18, 30), new TimeOnly(22, 30), random)
            : office.At(day, new TimeOnly(6, 40), new TimeOnly(22, 40), random);
        return at < office.Now ? at : office.Now.AddMinutes(-random.Next(3, 90));
    }

    /// <summary>Forms register themselves; the rest waits for somebody in the office.</summary>
    private DateTimeOffset Registration(Channel channel, DateTimeOffset receivedAt)
    {
        if (channel is Channel.WebForm or Channel.MobileApp or Channel.Internal)
            return receivedAt;
        var at = receivedAt.AddMinutes(random.Next(1, 12));
        if (!office.IsOpen(at))
        {
            var day = office.Local.DateOf(at);
            var today = office.Calendar.Hours(day) is { } hours && TimeOnly.FromDateTime(office.Local.At(at)) < hours.Opens;
            at = office.At(today ? day : office.Calendar.AddWorkingDays(day, 1), new TimeOnly(8, 35), new TimeOnly(9, 40), random);
        }

        return at < office.Now ? at : office.Now;
    }

    private Channel DoorOf(DemoStory story) => story switch
    {
        { Kind: CaseKind.InternalRequest } => Channel.Internal,
        { Formal: true } => Draw(FormalDoors),
        { Anonymous: true } => random.Next(5) == 0 ? Channel.Voicemail : Channel.WebForm,
        _ => Draw(Doors),
    };

    private DemoPlot PastPlot(DemoStory story, Channel channel) => story switch
    {
        { Unexamined: not null } => DemoPlot.Unexamined,
        { Forwarding: not null } => DemoPlot.Forwarded,
        { Kind: CaseKind.Praise } => DemoPlot.Thanked,
        { Extension: not null } when random.Next(3) == 0 => DemoPlot.StatuteExtended,
        { Formal: true } when random.Next(9) == 0 => DemoPlot.VeryLate,
        { Kind: CaseKind.Question } when channel is Channel.Phone or Channel.InPerson && random.Next(3) > 0 => DemoPlot.AtOnce,
        _ => Draw(Past),
    };

    private T Draw<T>((T Value, int Weight)[] choices)
    {
        var left = random.Next(choices.Sum(c => c.Weight));
        foreach (var (value, weight) in choices)
        {
            left -= weight;
            if (left < 0)
                return value;
        }

        return choices[0].Value;
    }
}
