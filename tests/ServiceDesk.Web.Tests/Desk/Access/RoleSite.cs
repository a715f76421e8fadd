using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Access;

/// <summary>A case and how it stands to the person who asks.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="Word">Stands in its text and nowhere else.</param>
/// <param name="FileId">Its file.</param>
/// <param name="Relation">The relation.</param>
/// <param name="About">A complaint about a third person.</param>
public sealed record SeenCase(Guid Id, string Number, string Word, Guid FileId, AccessScope Relation, bool About);

/// <summary>One person per role, each with that role only, and cases in every relation to them.</summary>
public sealed class RoleSite : Site
{
    private const string Password = "tikai-pārbaudei-2026";

    private readonly Dictionary<Role, PageClient> clients = [];
    private readonly Dictionary<Role, List<SeenCase>> cases = [];
    private readonly SemaphoreSlim once = new(1);

    /// <summary>A case nobody of these people has a ground to read.</summary>
    public SeenCase Foreign { get; private set; } = null!;

    /// <summary>A complaint about all of them, to which each has every other ground.</summary>
    public SeenCase AboutThem { get; private set; } = null!;

    public IReadOnlyList<SeenCase> CasesOf(Role role) => cases[role];

    /// <summary>The person of a role, signed in.</summary>
    public async Task<PageClient> AsAsync(Role role)
    {
        await once.WaitAsync();
        try
        {
            if (!clients.TryGetValue(role, out var client))
            {
                clients[role] = client = Visitor();
                await client.SignInAsync(Address(role), Password);
            }

            return client;
        }
        finally
        {
            once.Release();
        }
    }

    protected override async Task FillAsync()
    {
        Dictionary<Role, (Guid Employee, Guid Account)> people = [];
        foreach (var role in Enum.GetValues<Role>())
            people[role] = await PersonAsync(role);
        var roads = await this.UnitAsync(DemoPeople.Roads);
        await RunAsync(async (IServiceDeskDb db) =>
        {
            var head = people[Role.UnitHead].Employee;
            var unit = await db.Set<OrgUnit>().SingleAsync(u => u.Id == roads);
            unit.AppointHead(await db.Set<Employee>().SingleAsync(e => e.Id == head));
            return await db.SaveChangesAsync();
        });
        var third = await this.EmployeeAsync(DeskCases.Person("Sanita"));

        List<SeenCase> shared = [];
        foreach (var about in new[] { false, true })
        {
            foreach (var relation in new[] { AccessScope.None, AccessScope.Unit, AccessScope.Headed, AccessScope.InHandling, AccessScope.Passed, AccessScope.Escalated, AccessScope.Opened })
                shared.Add(await CaseAsync(relation, about, null, third, people[Role.Administrator].Account));
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            cases[role] = [.. shared];
            foreach (var about in new[] { false, true })
                cases[role].Add(await CaseAsync(AccessScope.Own, about, people[role].Employee, third, Guid.Empty));
        }

        Foreign = shared.First(c => c is { Relation: AccessScope.None, About: false });
        AboutThem = await CaseAsync(AccessScope.Unit, false, null, third, people[Role.Administrator].Account);
        await ChangeAsync(AboutThem.Id, (item, now) =>
        {
            item.NameSubjects([.. people.Select(p => (p.Value.Employee, p.Key.ToString()))], true, null, null, Actor.System, now);
            foreach (var to in Enum.GetValues<CaseAuthority>())
                item.PassTo(to, "Izskatīšanai", new DateOnly(2040, 1, 1), now.AddDays(900), Actor.System, now);
            item.BreakGlass(people[Role.Administrator].Account, "Pārbaude", now.AddHours(8), Actor.System, now);
            item.WriteGist("Darbinieks runājis nelaipni.", Actor.System, now);
        });
    }

    private static string Address(Role role) => $"loma.{role}@lejasupe.example".ToLowerInvariant();

    private async Task<(Guid Employee, Guid Account)> PersonAsync(Role role)
    {
        var unit = await this.UnitAsync(DemoPeople.Utilities);
        var employee = await RunAsync(async (IServiceDeskDb db) =>
        {
            var made = new Employee("Loma", role.ToString(), "Pārbaudītājs", await db.Set<OrgUnit>().SingleAsync(u => u.Id == unit), Address(role));
            db.Set<Employee>().Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var faults = await RunAsync((IAccounts a) => a.CreateAsync(new NewAccount(Address(role), Password, "Loma", employee, [role])));
        Assert.Empty(faults);
        return (employee, await RunAsync((ServiceDeskDbContext db) => db.Users.Where(u => u.EmployeeId == employee).Select(u => u.Id).SingleAsync()));
    }

    private async Task<SeenCase> CaseAsync(AccessScope relation, bool about, Guid? owner, Guid third, Guid account)
    {
        var word = "zq" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsLetter).Take(9)) + Random.Shared.Next(1000, 9999).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var id = await this.SubmitAsync(text: $"Klients stāsta par {word} un prasa atbildi.");
        var unitName = relation switch { AccessScope.Unit => DemoPeople.Utilities, AccessScope.Headed => DemoPeople.Roads, _ => DemoPeople.Building };
        var unit = await this.UnitAsync(unitName);
        var other = await this.EmployeeAsync(DeskCases.Person("Agnese"));
        await ChangeAsync(id, (item, now) =>
        {
            if (relation is not AccessScope.InHandling and not AccessScope.Unit and not AccessScope.Headed)
                item.Assign(unit, unitName, owner ?? other, "Kāds", null, Actor.System, now);
            else if (item.UnitId != unit)
                item.Assign(unit, unitName, null, null, null, Actor.System, now);
            if (about)
                item.NameSubjects([(third, "Sanita Dūja")], true, null, null, Actor.System, now);
            if (relation == AccessScope.Passed)
                item.PassTo(CaseAuthority.EthicsCommission, "Izskatīšanai", new DateOnly(2040, 1, 1), now.AddDays(900), Actor.System, now);
            if (relation == AccessScope.Escalated)
            {
                item.PassTo(CaseAuthority.DeputyExecutiveDirector, "Izskatīšanai", new DateOnly(2040, 1, 1), now.AddDays(900), Actor.System, now);
                item.PassTo(CaseAuthority.ExecutiveDirector, "Izskatīšanai", new DateOnly(2040, 1, 1), now.AddDays(900), Actor.System, now);
            }

            if (relation == AccessScope.Opened)
                item.BreakGlass(account, "Pārbaude", now.AddHours(8), Actor.System, now);
            item.AddClientMessage($"Pielikums {word}.", [new AttachedFile("foto.jpg", "image/jpeg", 4, Stored.Value)], now);
        });
        var state = relation == AccessScope.InHandling ? CaseState.New : CaseState.InProgress;
        await RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state)));
        return await RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id)
            .Select(c => new SeenCase(id, c.Number, word, c.Messages.SelectMany(m => m.Attachments).Select(a => a.Id).First(), relation, about)).SingleAsync());
    }

    private Lazy<string> Stored => stored ??= new(() => RunAsync((IFileStore files) => files.SaveAsync(new MemoryStream([1, 2, 3, 4]), CancellationToken.None)).GetAwaiter().GetResult().Hash);

    private Lazy<string>? stored;

    private Task<int> ChangeAsync(Guid id, Action<Case, DateTimeOffset> change) => RunAsync(async (IServiceDeskDb db) =>
    {
        var item = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).Include(c => c.Passes).Include(c => c.Openings).Include(c => c.Subjects).Include(c => c.Readers).SingleAsync(c => c.Id == id);
        change(item, Time.GetUtcNow());
        return await db.SaveChangesAsync();
    });
}
