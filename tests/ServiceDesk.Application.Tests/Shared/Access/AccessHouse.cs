using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Shared.Access;

/// <summary>A case that stands to one person in exactly one relation.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="Word">A word that is in its text and nowhere else.</param>
/// <param name="FileId">Its file.</param>
/// <param name="Relation">The relation.</param>
/// <param name="About">A complaint about a person.</param>
internal sealed record RelatedCase(Guid Id, string Number, string Word, Guid FileId, AccessScope Relation, bool About);

/// <summary>One person who works in the waste unit and heads the roads unit, and cases in every relation to them.</summary>
internal static class AccessHouse
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly AccessScope[] Relations =
        [AccessScope.None, AccessScope.Own, AccessScope.Unit, AccessScope.Headed, AccessScope.InHandling, AccessScope.Passed, AccessScope.Escalated, AccessScope.Opened];

    public static Guid Account { get; } = Guid.CreateVersion7();

    public static DemoPerson Me { get; } = DemoPeople.All.First(p => p.Name == "Līga");

    public static DemoPerson Absent { get; } = DemoPeople.All.First(p => p.Name == "Elīna");

    /// <summary>Sits the person down with one role.</summary>
    public static async Task SitDownAsync(this House house, params Role[] roles)
    {
        await house.ActAsAsync(Me);
        house.User.Roles = roles.ToHashSet();
        house.User.AccountId = Account;
        house.User.HeadedUnitIds = new HashSet<Guid> { await UnitAsync(house, DemoPeople.Roads) };
    }

    /// <summary>Ordinary cases and complaints about a third person, in every relation to the person.</summary>
    public static async Task<List<RelatedCase>> ArrangeAsync(this House house)
    {
        List<RelatedCase> made = [];
        foreach (var about in new[] { false, true })
        {
            foreach (var relation in Relations)
                made.Add(await MakeAsync(house, relation, about));
        }

        return made;
    }

    /// <summary>A complaint about somebody, to which the person would have every other ground there is.</summary>
    public static async Task<RelatedCase> AboutAsync(this House house, DemoPerson subject)
    {
        var (id, word) = await RegisterAsync(house, DemoPeople.Utilities);
        var person = await EmployeeAsync(house, subject);
        var me = await EmployeeAsync(house, Me);
        await ChangeAsync(house, id, (item, now) =>
        {
            item.NameSubjects([(person, "Kāds")], keepsAssignee: true, null, null, Actor.System, now);
            foreach (var to in Enum.GetValues<CaseAuthority>())
                item.PassTo(to, "Izskatīšanai", new DateOnly(2030, 1, 1), now.AddDays(30), Actor.System, now);
            item.BreakGlass(Account, "Pārbaude", now.AddHours(4), Actor.System, now);
        });
        await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.AssigneeId, me).SetProperty(c => c.RegisteredById, me), Stop));
        return await FoundAsync(house, id, word, AccessScope.None, about: true);
    }

    public static Task<Guid> UnitAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == name).Select(u => u.Id).SingleAsync(Stop));

    public static Task<Guid> EmployeeAsync(House house, DemoPerson person) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Email == person.Email).Select(e => e.Id).SingleAsync(Stop));

    public static Task ChangeAsync(House house, Guid id, Action<Case, DateTimeOffset> change) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var item = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).Include(c => c.Passes).Include(c => c.Openings).Include(c => c.Subjects).Include(c => c.Readers)
            .SingleAsync(c => c.Id == id, Stop);
        change(item, house.Time.GetUtcNow());
        await db.SaveChangesAsync(Stop);
    });

    private static async Task<RelatedCase> MakeAsync(House house, AccessScope relation, bool about)
    {
        var unitName = relation switch { AccessScope.Unit => DemoPeople.Utilities, AccessScope.Headed => DemoPeople.Roads, _ => DemoPeople.Building };
        var (id, word) = await RegisterAsync(house, unitName);
        var unit = await UnitAsync(house, unitName);
        var me = await EmployeeAsync(house, Me);
        var third = await EmployeeAsync(house, DemoPeople.All.First(p => p.Name == "Sanita"));
        var other = await EmployeeAsync(house, DemoPeople.All.First(p => p.Name == "Agnese"));
        await ChangeAsync(house, id, (item, now) =>
        {
            if (relation != AccessScope.InHandling)
            {
                var assignee = relation == AccessScope.Own ? me : relation is AccessScope.Unit or AccessScope.Headed ? (Guid?)null : other;
                if (assignee is not null)
                    item.Assign(unit, unitName, assignee, "Kāds", null, Actor.System, now);
            }

            if (about)
                item.NameSubjects([(third, "Sanita Dūja")], keepsAssignee: true, null, null, Actor.System, now);
            if (relation == AccessScope.Passed)
                item.PassTo(CaseAuthority.EthicsCommission, "Izskatīšanai", new DateOnly(2030, 1, 1), now.AddDays(30), Actor.System, now);
            if (relation == AccessScope.Escalated)
            {
                item.PassTo(CaseAuthority.DeputyExecutiveDirector, "Izskatīšanai", new DateOnly(2030, 1, 1), now.AddDays(30), Actor.System, now);
                item.PassTo(CaseAuthority.ExecutiveDirector, "Izskatīšanai", new DateOnly(2030, 1, 1), now.AddDays(30), Actor.System, now);
            }

            if (relation == AccessScope.Opened)
                item.BreakGlass(Account, "Pārbaude", now.AddHours(4), Actor.System, now);
        });
        if (relation != AccessScope.InHandling)
            await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CaseState.InProgress), Stop));
        return await FoundAsync(house, id, word, relation, about);
    }

    private static async Task<(Guid Id, string Word)> RegisterAsync(House house, string unitName)
    {
        await house.ActAsAsync(DemoPeople.All.First(p => p.Name == "Inga"));
        var word = "zq" + Convert.ToHexStringLower(Guid.NewGuid().ToByteArray())[..10].Replace('1', 'k').Replace('0', 'm');
        var file = await StoreAsync(house, word);
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Channel = Channel.Phone,
            Subject = $"Tēma {word}",
            Text = $"Klients stāsta par {word} un prasa atbildi.",
            UnitId = null,
            Contact = new Contact { Name = $"Kārlis {word}", Email = $"{word}@pasts.example", UnitMayKnow = true },
            Files = [new AttachedFile("foto.jpg", "image/jpeg", 10, file)],
            Acknowledge = false,
        }), Stop));
        var unit = await UnitAsync(house, unitName);
        await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.UnitId, unit).SetProperty(c => c.AssigneeId, (Guid?)null).SetProperty(c => c.State, CaseState.New), Stop));
        return (id, word);
    }

    private static Task<string> StoreAsync(House house, string word) => house.RunAsync(async (IFileStore files) =>
    {
        await using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(word));
        return (await files.SaveAsync(content, Stop)).Hash;
    });

    private static Task<RelatedCase> FoundAsync(House house, Guid id, string word, AccessScope relation, bool about) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().Where(c => c.Id == id).Select(c => new RelatedCase(id, c.Number, word, c.Messages.SelectMany(m => m.Attachments).Select(a => a.Id).First(), relation, about)).SingleAsync(Stop));
}
