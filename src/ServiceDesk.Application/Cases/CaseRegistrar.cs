using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>What somebody wants registered, whichever door it came through.</summary>
public sealed record NewCase
{
    /// <summary>The form's one-time token.</summary>
    public required Guid Token { get; init; }

    /// <summary>What the client wants.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>How it reached us.</summary>
    public required Channel Channel { get; init; }

    /// <summary>External client or colleague.</summary>
    public Audience Audience { get; init; } = Audience.External;

    /// <summary>Formal submission in the sense of the Submissions Law.</summary>
    public bool IsFormal { get; init; }

    /// <summary>Subject; empty takes the beginning of the text.</summary>
    public string? Subject { get; init; }

    /// <summary>What the client wrote or said.</summary>
    public required string Text { get; init; }

    /// <summary>Place or institution.</summary>
    public string? Place { get; init; }

    /// <summary>Topic; null is the topic for what fits nowhere else.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Service the client named, if any.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>Unit; null is for routes, service and topic to say.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Person, if named at once.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Who the client is.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>The client's card, when somebody of staff says whose case it is.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>A card to be made of <see cref="Contact"/>, for a client who has none yet.</summary>
    public NewCard? NewCard { get; init; }

    /// <summary>Language for letters.</summary>
    public string Language { get; init; } = "lv";

    /// <summary>When it reached the channel, UTC; null is now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>Employees the complaint is about; they never see it.</summary>
    public IReadOnlyList<Guid> AboutEmployeeIds { get; init; } = [];

    /// <summary>Whom the client says the complaint is about, in their words; kept as a note for those who deal with it.</summary>
    public string? AboutSaid { get; init; }

    /// <summary>The version of the privacy notice shown where it was collected; null when none was.</summary>
    public Guid? PrivacyNoticeId { get; init; }

    /// <summary>Number of the case this is a part of; its acknowledgement says so. Null for what came in by itself.</summary>
    public string? SplitFrom { get; init; }
    /// <summary>Code of the register that numbers it.</summary>
    public string Register { get; init; } = Domain.Cases.Register.Cases;

    /// <summary>Whether the client gets an acknowledgement.</summary>
    public bool Acknowledge { get; init; } = true;
}

/// <summary>
/// Turns what came in into a registered case: number, receipt day, clocks, acknowledgement and history in one transaction.
/// The same token never makes two cases.
/// </summary>
public sealed class CaseRegistrar(
    IServiceDeskDb db, CaseRouter router, RegisterNumbers numbers, ClockStarter clocks, LetterWriter letters, Impartial impartial, LocalTime local, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Registers the case, or finds the one the same token made before.</summary>
    public async Task<Case> RegisterAsync(NewCase wanted, Actor by, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(wanted.Token, cancellationToken) is { } existing)
                return existing;
            try
            {
                return await db.InTransactionAsync(token => RegisterOnceAsync(wanted, by, token), cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // A twin request was faster: the token or the first number of the year is taken. Look again.
            }
        }
    }

    private Task<Case?> FindAsync(Guid token, CancellationToken cancellationToken) =>
        db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.SubmissionToken == token, cancellationToken);

    private async Task<Case> RegisterOnceAsync(NewCase wanted, Actor by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var receivedAt = wanted.ReceivedAt ?? now;
        var routing = await router.DecideAsync(new(wanted.TopicId, wanted.ServiceId, wanted.Kind, wanted.Channel, wanted.Place), cancellationToken);
        var unit = await UnitAsync(wanted.UnitId ?? routing.UnitId, cancellationToken);
        var routed = wanted is { UnitId: null, AssigneeId: null } ? routing.AssigneeId : null;
        var schedule = await clocks.ScheduleAsync(wanted.Kind, wanted.Channel, wanted.Audience, wanted.IsFormal, receivedAt, cancellationToken);
        var year = local.DateOf(now).Year;
        // Last, because the counter's row stays locked from here to the end of the transaction.
        var (register, sequence) = await numbers.NextAsync(wanted.Register, year, cancellationToken);

        var item = Case.Receive(new Receipt
        {
            Register = register,
            Year = year,
            Sequence = sequence,
            SubmissionToken = wanted.Token,
            Kind = wanted.Kind,
            Channel = wanted.Channel,
            Audience = wanted.Audience,
            IsFormal = wanted.IsFormal,
            Subject = string.IsNullOrWhiteSpace(wanted.Subject) ? SubjectOf(wanted.Text) : wanted.Subject,
            Text = wanted.Text,
            Place = wanted.Place,
            TopicId = routing.Topic.Id,
            ServiceId = wanted.ServiceId,
            UnitId = unit.Id,
            AssigneeId = wanted.AssigneeId ?? routed,
            RegisteredBy = by,
            Contact = wanted.Contact,
            Language = wanted.Language,
            PrivacyNoticeId = wanted.PrivacyNoticeId,
            ReceivedAt = receivedAt,
            ReceivedOn = schedule.ReceivedOn,
            RegisteredAt = now,
            Files = wanted.Files,
        });
        if (await CardAsync(wanted, by, now, cancellationToken) is { } card)
            item.BelongTo(card, by, now);
        if (wanted.UnitId is null && routing.Route is { } route)
            item.Record(CaseEventKind.Routed, Actor.System, now, null, route.Name, unit.Name);
        if (wanted.AboutEmployeeIds.Count > 0)
            await impartial.NameAsync(item, wanted.AboutEmployeeIds, null, by, now, cancellationToken);
        if (!string.IsNullOrWhiteSpace(wanted.AboutSaid))
            item.AddNote(Texts.In("lv")["Cases.About.Said", wanted.AboutSaid.Trim()], Actor.System, now);
        if (routed is { } owner && owner != by.EmployeeId && item.AssigneeId == owner)
            db.Set<Notice>().Add(new Notice(owner, NoticeKind.Assigned, item.Id, $"{item.Id:N}/registered", now, item.Number));
        schedule.StartOn(item, now);
        if (wanted.Acknowledge)
            Acknowledge(item, unit, schedule, wanted.SplitFrom, now);

        db.Set<Case>().Add(item);
        await db.SaveChangesAsync(cancellationToken);
        return item;
    }

    /// <summary>The card the case belongs to: one there is, or one made now of what was told.</summary>
    private async Task<Client?> CardAsync(NewCase wanted, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (wanted.ClientId is { } id)
            return await db.Set<Client>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new Refusal("Clients.Refusal.Unknown");
        if (wanted.NewCard is not { } card)
            return null;
        var client = card.Make(wanted.Contact, wanted.Language, by, local.DateOf(now), now);
        db.Set<Client>().Add(client);
        return client;
    }

    private void Acknowledge(Case item, OrgUnit unit, Schedule schedule, string? splitFrom, DateTimeOffset now)
    {
        if (item.Contact.Email is null && item.Channel != Channel.WebForm)
            return;

        // Who gave no address reads number, unit and term on the confirmation page: that page is the acknowledgement.
        var delivery = item.Contact.Email is null ? Delivery.TrackingPage : Delivery.Email;
        var message = item.Acknowledge(letters.AcknowledgementText(item, unit, splitFrom), delivery, Actor.System, now);
        if (delivery == Delivery.Email)
            db.Set<OutgoingMessage>().Add(letters.Acknowledgement(item, message, now));
        else
            item.MarkSent(message.Id, now, schedule.Rulebook.Standard, schedule.Calendar);
    }

    private async Task<OrgUnit> UnitAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<OrgUnit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken)
        ?? throw new Refusal("Cases.Refusal.UnitUnknown");

    /// <summary>The first sentence of a text that says something (a greeting does not), cut at a word to at most 80 characters.</summary>
    public static string SubjectOf(string text)
    {
        const int longest = 80;
        const int greeting = 14;
        var sentences = text.Split(['.', '!', '?', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var sentence = sentences.FirstOrDefault(s => s.Length > greeting) ?? sentences.FirstOrDefault() ?? text.Trim();
        if (sentence.Length <= longest)
            return sentence;
        var cut = sentence.LastIndexOf(' ', longest - 1);
        return string.Concat(sentence.AsSpan(0, cut > 20 ? cut : longest - 1), "…");
    }
}
