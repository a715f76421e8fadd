using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Cases that belong together: one asked twice, two merged, one split in two, two linked. Each is registered once, whatever was seeded before.</summary>
public sealed class DemoLinksSeed(IServiceDeskDb db, CaseRegistrar registrar, DuplicateFinder duplicates, TimeProvider time) : IDemoSeed
{
    private static readonly Contact Ilze = new() { Name = "Ilze Kalniņa", Email = "ilze.kalnina@pasts.example", Phone = "29112233", UnitMayKnow = true };
    private static readonly Contact Aivars = new() { Name = "Aivars Ozoliņš", Email = "aivars.ozolins@pasts.example", UnitMayKnow = true };

    /// <inheritdoc/>
    public int Order => 1150;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var first = Token(1);
        if (!await db.Set<Case>().AnyAsync(c => c.SubmissionToken == first, cancellationToken))
            await db.InTransactionAsync(async token => { await TellAsync(token); return 0; }, cancellationToken);
    }

    private static Guid Token(int number) => new(number, 0x1150, 0x4d4f, 0x80, 0x4c, 0x49, 0x4e, 0x4b, 0x53, 0, 0);

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var engineer = await db.Set<Employee>().AsNoTracking().FirstAsync(e => e.Name == "Līga" && e.Surname == "Zariņa", cancellationToken);
        var by = new Actor(engineer.Id, engineer.FullName);

        var hole = await RegisterAsync(1, Channel.WebForm, Ilze, "Bedre Upes ielā pie veikala", "Upes ielā pie veikala ir dziļa bedre. Vakar tur sadauzīju riteni. Kad to aizbērs?", 26, engineer, cancellationToken);
        var again = await RegisterAsync(2, Channel.Phone, Ilze, "Bedre Upes ielā", "Zvana par bedri Upes ielā pie veikala: kad aizbērs?", 3, engineer, cancellationToken);
        await duplicates.SuggestAsync(again, [], Actor.System, cancellationToken);

        var lamp = await RegisterAsync(3, Channel.WebForm, Aivars, "Nedeg laternas Parka ielā", "Parka ielā no 4. līdz 10. namam nedeg laternas. Bērni no skolas nāk tumsā.", 49, engineer, cancellationToken);
        var lampAgain = await RegisterAsync(4, Channel.Email, Aivars, "Parka ielas laternas", "Rakstīju jau aizvakar: Parka ielā joprojām nedeg laternas.", 4, engineer, cancellationToken);
        await MergeAsync(lampAgain, lamp, by, cancellationToken);

        var two = await RegisterAsync(5, Channel.Paper, Aivars, "Konteineri un soliņš Parka ielā",
            "Lūdzu pateikt, kad Parka ielā 6 izvedīs šķiroto atkritumu konteinerus. Un vēl: parkā pie strūklakas ir salauzts soliņš, to vajag salabot.", 27, engineer, cancellationToken);
        var bench = await RegisterAsync(6, Channel.Paper, Aivars, "Salauzts soliņš parkā", "Parkā pie strūklakas ir salauzts soliņš, to vajag salabot.", 27, engineer, cancellationToken);
        await LinkAsync(CaseLinkKind.Split, two, bench, (original, part, now) =>
        {
            original.Record(CaseEventKind.Split, by, now, null, part.Number);
            part.Record(CaseEventKind.SplitOff, by, now, null, original.Number);
        }, by, null, cancellationToken);
        await LinkAsync(CaseLinkKind.Related, hole, bench, (one, other, now) =>
        {
            one.Record(CaseEventKind.Linked, by, now, null, other.Number, nameof(CaseLinkKind.Related));
            other.Record(CaseEventKind.Linked, by, now, null, one.Number, nameof(CaseLinkKind.Related));
        }, by, "Brigāde abus salabos vienā braucienā.", cancellationToken);
    }

    private async Task<Guid> RegisterAsync(
        int token, Channel channel, Contact contact, string subject, string text, int hoursAgo, Employee owner, CancellationToken cancellationToken)
    {
        var topic = await db.Set<Topic>().AsNoTracking().FirstOrDefaultAsync(t => t.UnitId == owner.UnitId, cancellationToken);
        var item = await registrar.RegisterAsync(new NewCase
        {
            Token = Token(token),
            Kind = CaseKind.Complaint,
            Channel = channel,
            Subject = subject,
            Text = text,
            TopicId = topic?.Id,
            UnitId = owner.UnitId,
            AssigneeId = owner.Id,
            Contact = contact,
            ReceivedAt = time.GetUtcNow() - TimeSpan.FromHours(hoursAgo),
            Acknowledge = false,
        }, Actor.Client, cancellationToken);
        return item.Id;
    }

    private Task MergeAsync(Guid fromId, Guid intoId, Actor by, CancellationToken cancellationToken) =>
        LinkAsync(CaseLinkKind.Merged, fromId, intoId, (from, into, now) => from.MergeInto(into, otherClient: false, "Tas pats jautājums.", by, now), by, "Tas pats jautājums.", cancellationToken);

    private async Task LinkAsync(CaseLinkKind kind, Guid fromId, Guid toId, Action<Case, Case, DateTimeOffset> step, Actor by, string? reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var cases = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).Where(c => c.Id == fromId || c.Id == toId).ToDictionaryAsync(c => c.Id, cancellationToken);
        step(cases[fromId], cases[toId], now);
        db.Set<CaseLink>().Add(new CaseLink(kind, fromId, toId, by, now, reason));
        await db.SaveChangesAsync(cancellationToken);
    }
}
