using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk;

/// <summary>Cases for the pages of the desk, and the people who look at them.</summary>
internal static class DeskCases
{
    public const string Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi. Konteineri ir pilni.";
    public const string Client = "Ilze Kalniņa";
    public const string Email = "ilze.kalnina@pasts.example";

    /// <summary>Works in the unit that answers for waste.</summary>
    public static DemoPerson Owner { get; } = Person("Līga");

    /// <summary>Heads that unit.</summary>
    public static DemoPerson Head { get; } = Person("Jānis");

    /// <summary>Works in a unit that has nothing to do with it.</summary>
    public static DemoPerson Stranger { get; } = Person("Agnese");

    /// <summary>Sees heads of all cases and no content.</summary>
    public static DemoPerson Auditor { get; } = Person("Uldis");

    /// <summary>May not enter the desk at all.</summary>
    public static DemoPerson Outsider { get; } = Person("Maija");

    public static DemoPerson Specialist { get; } = Person("Inga");

    public static DemoPerson HeadOfService { get; } = Person("Daina");

    public static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    /// <summary>A complaint about waste through the public form.</summary>
    public static async Task<Guid> SubmitAsync(this Site site, bool unitMayKnow = true, string text = Text, string? email = Email, CaseKind kind = CaseKind.Complaint)
    {
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).SingleAsync());
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase
            {
                Token = Guid.NewGuid(),
                Kind = kind,
                TopicId = topic,
                Text = text,
                Contact = new Contact { Name = Client, Email = email, UnitMayKnow = unitMayKnow },
                Language = "lv",
            },
            CancellationToken.None));
        return made.CaseId;
    }

    public static Task<Case> LoadAsync(this Site site, Guid id) => site.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Messages).ThenInclude(m => m.Attachments).Include(c => c.Clocks).Include(c => c.History).SingleAsync(c => c.Id == id));

    public static Task<OutboxRun> SendOutboxAsync(this Site site) => site.RunAsync((SendOutboxHandler h) => h.HandleAsync(CancellationToken.None));

    /// <summary>The last letter of a case comes back for good.</summary>
    public static Task<Guid> FailLastLetterAsync(this Site site, Guid id) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var item = await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id);
        var letter = item.Messages.Last(m => m.DeliveryState == DeliveryState.Queued);
        var row = await db.Set<OutgoingMessage>().SingleAsync(o => o.MessageId == letter.Id);
        row.MarkFailed("550 no such mailbox", isFinal: true, site.Time.Now);
        item.MarkFailed(letter.Id, "550 no such mailbox", site.Time.Now);
        await db.SaveChangesAsync();
        return letter.Id;
    });

    /// <summary>The client takes the case back.</summary>
    public static Task<int> CloseAsync(this Site site, Guid id) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        (await db.Set<Case>().Include(c => c.Messages).Include(c => c.Clocks).SingleAsync(c => c.Id == id)).Close(CaseOutcome.Withdrawn, "Atsauca", Actor.System, site.Time.Now);
        return await db.SaveChangesAsync();
    });

    public static Task<Guid> UnitAsync(this Site site, string name) => site.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == name).Select(u => u.Id).SingleAsync());

    public static Task<Guid> EmployeeAsync(this Site site, DemoPerson person) => site.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Email == person.Email).Select(e => e.Id).SingleAsync());
}
