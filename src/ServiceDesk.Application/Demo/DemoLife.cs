using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// The life of one demo case, step by step in the order of time through the verbs of the domain: clocks run out between two
/// steps, letters leave seconds after they were written, and a step that lies in the future does not happen.
/// </summary>
internal sealed class DemoLife(Case item, DemoStory story, DemoPlace place, DemoOffice office, Schedule schedule, Random random)
{
    private readonly LetterWriter letters = office.Letters;
    private Guid? firstLetter;

    public Case Item { get; } = item;

    public List<OutgoingMessage> Letters { get; } = [];

    public List<Breach> Breaches { get; } = [];

    /// <summary>When the last step happened.</summary>
    public DateTimeOffset At { get; private set; } = item.RegisteredAt;

    /// <summary>Whether the next step lies in the future.</summary>
    public bool ReachedPresent { get; private set; }

    /// <summary>Who answers, once assigned; else whoever would.</summary>
    public Employee Owner { get; private set; } = office.SomebodyOf(item.UnitId, random);

    /// <summary>The reason for leaving it without examination.</summary>
    public string WhyUnexamined => story.Unexamined ?? "Iesniegums nav salasāms, un iesniedzējs nav norādījis saziņas veidu.";

    private DateOnly Day => office.Local.DateOf(At);

    private WorkingCalendar Calendar => schedule.Calendar;

    private Actor Author => new(Owner.Id, Owner.FullName);

    /// <summary>Clocks start and receipt is confirmed.</summary>
    public void Begin()
    {
        schedule.StartOn(Item, At);
        if (Item.Contact.Email is null && Item.Channel != Channel.WebForm)
            return;
        var delivery = Item.Contact.Email is null ? Delivery.TrackingPage : Delivery.Email;
        var message = Item.Acknowledge(letters.AcknowledgementText(Item, office.Units[Item.UnitId]), delivery, Actor.System, At);
        if (delivery == Delivery.Email)
            Letters.Add(letters.Acknowledgement(Item, message, At));
        Sent(message, delivery == Delivery.Email ? At.AddSeconds(random.Next(2, 9)) : At);
    }

    /// <summary>Somebody takes the case on, after up to so many working days.</summary>
    public bool Assign(int days = 0)
    {
        if (!Reach(Later(days)))
            return false;
        var by = office.Intake(random);
        Item.Assign(Item.UnitId, office.Units[Item.UnitId].Name, Owner.Id, Owner.FullName, random.Next(4) == 0 ? office.Book.Handovers[random.Next(office.Book.Handovers.Count)] : null, by, At);
        return true;
    }

    public bool Note()
    {
        if (story.Note is not { } note)
            return true;
        if (!Reach(Later(0)))
            return false;
        Item.AddNote(place.Fill(note), Author, At);
        return true;
    }

    /// <summary>The client writes again.</summary>
    public bool ClientWrites(DateTimeOffset when)
    {
        if (!Item.IsOpen || !Reach(when))
            return false;
        Item.AddClientMessage(office.Book.Additions[random.Next(office.Book.Additions.Count)], [], At);
        return true;
    }

    /// <summary>The substantive reply, on a day; without an outcome the case stays open.</summary>
    public bool Reply(DateOnly on, bool closes = true)
    {
        if (!Reach(On(on)))
            return false;
        var message = Item.Reply(Body(story.Reply), [], closes ? story.Outcome : null, Way(), Author, At);
        return Leaves(message);
    }

    /// <summary>A reply the mail server of the client refuses.</summary>
    public bool ReplyThatFails(DateOnly on)
    {
        if (Way() != Delivery.Email || !Reach(On(on)))
            return false;
        const string error = "550 5.1.1 The mailbox does not exist.";
        var message = Item.Reply(Body(story.Reply), [], story.Outcome, Delivery.Email, Author, At);
        var letter = letters.Letter(Item, message, firstLetter, At);
        Letters.Add(letter);
        At += LetterWriter.UndoTime + TimeSpan.FromSeconds(random.Next(2, 8));
        letter.MarkFailed(error, isFinal: true, At);
        Item.MarkFailed(message.Id, error, At);
        return true;
    }

    /// <summary>Somebody calls the client, who gives a right address, and the failed reply goes out again.</summary>
    public bool RepairFailure(int days)
    {
        if (Item.Messages.FirstOrDefault(m => m.DeliveryState == DeliveryState.Failed) is not { } failed || !Reach(Later(days)))
            return false;
        Item.CorrectEmail("labots." + Item.Contact.Email);
        Item.SendAgain(failed.Id, Author, At);
        var letter = Letters.Single(l => l.MessageId == failed.Id);
        letter.Requeue(Item.Contact.Email!, At);
        At = At.AddSeconds(5);
        letter.MarkSent(At);
        Item.MarkSent(failed.Id, At, schedule.Rulebook.Standard, Calendar);
        Settle(At);
        return true;
    }

    /// <summary>An interim reply, or the extension of a running promise; a date out of bounds is moved into them.</summary>
    public bool Promise(DateOnly on, DateOnly promised)
    {
        if (Item.Extendable() is null || !Reach(On(on)) || Item.Extendable() is not { } replaced)
            return false;
        var bounds = Promises.Bounds(schedule.Rulebook.Standard, Calendar, Item.ReceivedOn, Item.Clocks, Day);
        var date = bounds.Latest is { } latest && promised > latest ? latest : promised;
        if (date <= replaced.DueOn || date <= Day)
            date = Calendar.AddWorkingDays(replaced.DueOn > Day ? replaced.DueOn : Day, 1);
        if (date > bounds.Latest)
            return false;
        var message = Item.PromiseReply(Body(story.Interim ?? "Lai atbildētu pēc būtības, vajadzīga papildu pārbaude uz vietas."), date, bounds, Day, Way(), Author, At);
        return Leaves(message);
    }

    /// <summary>The statutory term is extended with a notice.</summary>
    public bool ExtendStatute(DateOnly on, int weeks)
    {
        if (story.Extension is not { } reason || !Reach(On(on)) || Item.Statutory() is not { } clock)
            return false;
        var latest = schedule.Rules.Where(r => r.Id == clock.RuleId).Select(r => Promises.StatutoryLimit(r, Calendar, Item.ReceivedOn)).FirstOrDefault();
        if (latest is null)
            return false;
        var until = Calendar.WorkingDayFrom(clock.DueOn.AddDays(7 * weeks));
        var message = Item.ExtendStatutory(Body(reason), until > latest ? latest.Value : until, latest.Value, Day, Way(), Author, At);
        return Leaves(message);
    }

    public bool Forward(DateOnly on)
    {
        if (!Reach(On(on)))
            return false;
        return Leaves(Item.Forward(Body(story.Forwarding ?? story.Reply), DemoInstitutionsSeed.For(story.Subject), null, Way(), Author, At));
    }

    public bool Close(DateOnly on, CaseOutcome outcome, string? reason)
    {
        if (!Reach(On(on)))
            return false;
        Item.Close(outcome, reason, Author, At);
        Settle(At);
        return true;
    }

    /// <summary>Due date of what is owed next; the day of the last step when nothing is.</summary>
    public DateOnly Due => Item.NextDueOn ?? Day;

    /// <summary>A working day so many after the due date; before it when negative.</summary>
    public DateOnly AfterDue(int days) => Calendar.AddWorkingDays(Due, days);

    /// <summary>A day between the last step and the due date.</summary>
    public DateOnly InTime()
    {
        var days = Math.Max(0, Calendar.WorkingDaysBetween(Day, Due));
        var on = Calendar.AddWorkingDays(Day, random.Next(days + 1));
        return on < Day || on > Due ? Due : on;
    }

    /// <summary>Nothing more happens: what ran out until now is missed.</summary>
    public void End() => Detect(office.Now);

    /// <summary>Takes the story to an instant; false when that lies in the future.</summary>
    private bool Reach(DateTimeOffset when)
    {
        if (when <= At)
            when = At.AddMinutes(random.Next(8, 40));
        if (when > office.Now)
        {
            ReachedPresent = true;
            return false;
        }

        Detect(when);
        At = when;
        return true;
    }

    private void Detect(DateTimeOffset until)
    {
        foreach (var clock in Item.Clocks.Where(c => c.State == ClockState.Running && c.DueUntil <= until).OrderBy(c => c.DueUntil).ToList())
        {
            var found = clock.DueUntil.AddSeconds(random.Next(3, 58));
            found = found < At ? At : found > until ? until : found;
            if (Item.MarkBreached(clock.Id, found))
                Breaches.Add(new Breach(Item, clock, found));
        }
    }

    private bool Leaves(Message message)
    {
        if (message.Delivery != Delivery.Email)
        {
            Sent(message, At);
            return true;
        }

        Letters.Add(letters.Letter(Item, message, firstLetter, At));
        Sent(message, At + LetterWriter.UndoTime + TimeSpan.FromSeconds(random.Next(1, 6)));
        return true;
    }

    private void Sent(Message message, DateTimeOffset at)
    {
        if (at > office.Now)
            return; // Still in the outbox.
        At = at;
        if (Letters.Find(l => l.MessageId == message.Id) is { } letter)
        {
            letter.MarkSent(at);
            firstLetter ??= letter.Id;
        }

        Item.MarkSent(message.Id, at, schedule.Rulebook.Standard, Calendar);
        Settle(at);
    }

    /// <summary>Breaches learn when they were answered; a clock met too late before the detection ran becomes one.</summary>
    private void Settle(DateTimeOffset at)
    {
        foreach (var clock in Item.Clocks.Where(c => c is { State: ClockState.Breached, SettledAt: not null }))
        {
            var breach = Breaches.Find(b => b.ClockId == clock.Id);
            if (breach is null)
                Breaches.Add(breach = new Breach(Item, clock, at));
            breach.Settle(clock.SettledAt!.Value);
        }
    }

    private Delivery Way() => Item.Channel switch
    {
        _ when Item.Contact.Email is not null => Delivery.Email,
        Channel.Phone or Channel.Voicemail => Delivery.Phone,
        Channel.InPerson => Delivery.InPerson,
        Channel.Paper when Item.Contact.Address is not null => Delivery.Post,
        _ => Delivery.TrackingPage,
    };

    private string Body(string text) => story.Language switch
    {
        "en" => $"Hello,\n\n{place.Fill(text)}\n\nKind regards,\n{Owner.FullName}",
        "ru" => $"Здравствуйте!\n\n{place.Fill(text)}\n\nС уважением,\n{Owner.FullName}",
        _ => $"Labdien!\n\n{place.Fill(text)}\n\nAr cieņu\n{Owner.FullName}\n{Owner.Position}",
    };

    /// <summary>A moment in opening hours of the day.</summary>
    private DateTimeOffset On(DateOnly day)
    {
        var when = office.Moment(day, random);
        return when > At ? when : At.AddMinutes(random.Next(12, 70));
    }

    private DateTimeOffset Later(int days) => days == 0 && office.IsOpen(At.AddMinutes(45))
        ? At.AddMinutes(random.Next(10, 45))
        : On(Calendar.AddWorkingDays(Day, Math.Max(1, days)));
}
