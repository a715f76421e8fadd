using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// A complaint about an employee with its gist, one passed to the ethics commission, a stand-in and a case an administrator opened in need.
/// Added once, also to a demonstration database seeded before there were such things.
/// </summary>
public sealed class DemoAccessSeed(IServiceDeskDb db, CaseRegistrar registrar, IAccountStore accounts, LocalTime local, TimeProvider time) : IDemoSeed
{
    private const int StandInDays = 9;
    private const int PassDays = 30;

    private static readonly Guid Manners = new("0199a000-0000-7000-8000-0000000000c1");
    private static readonly Guid Conflict = new("0199a000-0000-7000-8000-0000000000c2");

    private List<Employee> people = [];

    /// <inheritdoc/>
    public int Order => 1950;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        people = await db.Set<Employee>().Where(e => e.IsActive).ToListAsync(cancellationToken);
        var head = Person("Daina");
        var by = new Actor(head.Id, head.FullName);
        var now = time.GetUtcNow();
        if (await AddAsync(Manners, "Par attieksmi klientu pieņemšanā", "Pieņemšanas laikā speciāliste Ruta Bērziņa mani pārtrauca, neuzklausīja līdz galam un ieteica „vispirms izlasīt likumu”. Lūdzu izvērtēt.",
            new Contact { Name = "Skaidrīte Vanaga", Email = "skaidrite.vanaga@pasts.example" }, Person("Ruta"), now.AddDays(-4), cancellationToken) is { } manners)
        {
            manners.WriteGist("Klients sūdzas, ka pieņemšanā pārtraukts, nav uzklausīts līdz galam un saņēmis nepieklājīgu ieteikumu. Lūdzu, aprakstiet sarunu.", by, now.AddDays(-3));
            var subject = Person("Ruta");
            db.Set<Notice>().Add(new Notice(subject.Id, NoticeKind.GistForYou, null, $"{manners.Id:N}/demo", now.AddDays(-3), manners.Number));
        }

        if (await AddAsync(Conflict, "Par iespējamu interešu konfliktu būvvaldē", "Arhitekte saskaņoja projektu, ko, cik zinu, zīmējis viņas radinieka birojs. Lūdzu pārbaudīt, vai viņa drīkstēja to darīt.",
            Contact.None, Person("Agnese"), now.AddDays(-6), cancellationToken) is { } conflict)
        {
            var until = local.DateOf(now).AddDays(PassDays);
            conflict.PassTo(CaseAuthority.EthicsCommission, "Lūdzam atzinumu par iespējamu interešu konfliktu.", until, local.EndOf(until), by, now.AddDays(-5));
        }

        await db.SaveChangesAsync(cancellationToken);
        await StandInAsync(now, cancellationToken);
        await OpenAsync(now, cancellationToken);
    }

    /// <summary>A complaint about somebody; null when it was added before.</summary>
    private async Task<Case?> AddAsync(Guid token, string subject, string text, Contact contact, Employee about, DateTimeOffset at, CancellationToken cancellationToken) =>
        await db.Set<Case>().AnyAsync(c => c.SubmissionToken == token, cancellationToken) ? null : await registrar.RegisterAsync(
            new NewCase
            {
                Token = token,
                Kind = CaseKind.Complaint,
                Channel = Channel.WebForm,
                Subject = subject,
                Text = text,
                Contact = contact,
                ReceivedAt = at,
                AboutEmployeeIds = [about.Id],
                Acknowledge = false,
            },
            Actor.Client, cancellationToken);

    private async Task StandInAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Set<StandIn>().AnyAsync(cancellationToken))
            return;
        var today = local.DateOf(now);
        var (absent, substitute) = (Person("Edgars"), Person("Līga"));
        db.Set<StandIn>().Add(new StandIn(absent, substitute, today, today.AddDays(StandInDays), today, Person("Jānis").Id, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Two days ago, for an hour; the data-protection officer finds it in the list.</summary>
    private async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var administrator = Person("Kristīne");
        if (await db.Set<CaseOpening>().AnyAsync(cancellationToken) || await accounts.FindByEmailAsync(administrator.Email, cancellationToken) is not { } account)
            return;
        var before = now.AddDays(-10);
        if (await db.Set<Case>().Include(c => c.Openings).Where(c => c.Kind == CaseKind.Question && c.RegisteredAt < before).OrderByDescending(c => c.RegisteredAt).FirstOrDefaultAsync(cancellationToken) is not { } item)
            return;
        var at = now.AddDays(-2);
        item.BreakGlass(account.Id, "Lieta neatvērās nodaļai pēc sadalīšanas; pārbaudu piekļuvi.", at.AddHours(1), new Actor(administrator.Id, administrator.FullName), at);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Employee Person(string name) => people.First(p => p.Name == name);
}
