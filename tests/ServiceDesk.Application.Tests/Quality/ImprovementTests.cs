using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Quality.Improvements;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Quality;

public class ImprovementTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly DemoPerson Janis = Person("Jānis"), Liga = Person("Līga"), Ruta = Person("Ruta"), Daina = Person("Daina"), Guntis = Person("Guntis");

    [Theory, EachDatabase]
    public async Task Numbers_have_no_gaps_and_a_form_sent_twice_makes_one_task(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Liga);
        var token = Guid.CreateVersion7();
        var first = await ProposeAsync(house, "Rinda", token: token);
        Assert.Equal(first, await ProposeAsync(house, "Rinda", token: token));
        await RefusedAsync("Quality.Refusal.TitleMissing", ProposeAsync(house, " "));
        var second = await ProposeAsync(house, "Veidlapa");
        Assert.Equal(("UZ/26/1", "UZ/26/2"), (first.Number, second.Number));
    }

    [Theory, EachDatabase]
    public async Task The_head_is_told_agrees_and_the_owner_is_told_and_reminded(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Liga);
        var (id, _) = await ProposeAsync(house, "Paziņojumi");
        var head = await house.ActAsAsync(Janis);
        Assert.Equal([NoticeKind.ImprovementProposed], await NoticesAsync(house, head.Id, id));
        var owner = await IdAsync(house, Liga);
        await TendAsync(house, id, ImprovementStep.Agree, c => c with { OwnerId = owner, On = new DateOnly(2026, 6, 25) });
        await house.RunAsync((RemindOfImprovementsJob j) => j.RunAsync(CancellationToken.None));
        await house.RunAsync((RemindOfImprovementsJob j) => j.RunAsync(CancellationToken.None));
        Assert.Equal([NoticeKind.ImprovementDue, NoticeKind.ImprovementGiven], await NoticesAsync(house, owner, id));
        house.Time.SetLocal(2026, 7, 3, 11);
        await house.RunAsync((RemindOfImprovementsJob j) => j.RunAsync(CancellationToken.None));
        Assert.Contains(NoticeKind.ImprovementLate, await NoticesAsync(house, owner, id));
        Assert.Contains(NoticeKind.ImprovementLate, await NoticesAsync(house, head.Id, id));
        await house.ActAsAsync(Liga);
        await TendAsync(house, id, ImprovementStep.Finish, c => c with { Text = "Izdarīts", On = new DateOnly(2026, 9, 1) });
        house.Time.SetLocal(2026, 9, 2, 11);
        await house.RunAsync((RemindOfImprovementsJob j) => j.RunAsync(CancellationToken.None));
        Assert.Contains(NoticeKind.ImprovementToCheck, await NoticesAsync(house, head.Id, id));
        await RefusedAsync("Cases.Refusal.NotAllowed", TendAsync(house, id, ImprovementStep.Check, c => c with { IsEffective = true, Text = "Pats esmu labs" }));
        await house.ActAsAsync(Janis);
        await TendAsync(house, id, ImprovementStep.Check, c => c with { IsEffective = true, Text = "Sūdzību vairs nav" });
        Assert.Equal(ImprovementState.Effective, await house.RunAsync((IServiceDeskDb db) => db.Set<Improvement>().Where(i => i.Id == id).Select(i => i.State).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_task_is_for_its_unit_and_a_restricted_one_for_those_concerned(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Janis);
        var (open, _) = await ProposeAsync(house, "Visiem");
        var (closed, _) = await ProposeAsync(house, "Saruna ar darbinieku", restricted: true);
        Assert.Equal((true, true), await SeesAsync(house, Janis, open, closed));
        Assert.Equal((true, true), await SeesAsync(house, Daina, open, closed));
        Assert.Equal((true, false), await SeesAsync(house, Liga, open, closed));
        Assert.Equal((false, false), await SeesAsync(house, Ruta, open, closed));
        Assert.Equal((false, false), await SeesAsync(house, Guntis, open, closed));
        await house.ActAsAsync(Guntis);
        await RefusedAsync("Cases.Refusal.NotAllowed", TendAsync(house, open, ImprovementStep.Drop, c => c with { Text = "Svešs" }));
        await house.ActAsAsync(Liga);
        await RefusedAsync("Cases.Refusal.NotAllowed", TendAsync(house, open, ImprovementStep.Drop, c => c with { Text = "Nav mans" }));
        await house.ActAsAsync(Role.EthicsCommission);
        await RefusedAsync("Cases.Refusal.NotAllowed", ProposeAsync(house, "Nedrīkst"));
    }

    [Theory, EachDatabase]
    public async Task The_public_sees_what_was_written_for_it_and_a_stale_page_is_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Daina);
        var wave = Guid.CreateVersion7();
        var (id, _) = await ProposeAsync(house, "Pēc aptaujas", source: new(ImprovementOrigin.Survey, wave, "Klientu aptauja"));
        var owner = await IdAsync(house, Liga);
        Assert.Empty(await PublicAsync(house, wave));
        await TendAsync(house, id, ImprovementStep.TellPublic, c => c with { Public = new() { IsShown = true, Lv = "Pievienojām solus" } });
        Assert.Empty(await PublicAsync(house, wave));
        await TendAsync(house, id, ImprovementStep.Agree, c => c with { OwnerId = owner, On = new DateOnly(2099, 1, 1) });
        Assert.Equal("Pievienojām solus", Assert.Single(await PublicAsync(house, wave)).Text);
        await RefusedAsync("Quality.Refusal.ChangedMeanwhile", house.RunAsync(async (TendImprovementHandler h) =>
        {
            await h.HandleAsync(ImprovementStep.Drop, new(id, 0) { Text = "Vecā lapa" }, CancellationToken.None);
            return true;
        }));
    }

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    private static Task<Guid> IdAsync(House house, DemoPerson person) => house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Email == person.Email).Select(e => e.Id).SingleAsync());

    private static Task<(Guid Id, string Number)> ProposeAsync(House house, string title, Guid? token = null, bool restricted = false, ImprovementSource? source = null) => house.RunAsync(async (IServiceProvider services) =>
    {
        var db = (IServiceDeskDb)services.GetService(typeof(IServiceDeskDb))!;
        var unit = await db.Set<OrgUnit>().Where(u => u.Name == DemoPeople.Utilities).Select(u => u.Id).SingleAsync();
        return await ((ProposeImprovementHandler)services.GetService(typeof(ProposeImprovementHandler))!).HandleAsync(
            new(token ?? Guid.CreateVersion7(), source ?? new(ImprovementOrigin.Observation), unit, new ImprovementPlan { Title = title, Goal = "Labāk" }, restricted), CancellationToken.None);
    });

    private static async Task<bool> TendAsync(House house, Guid id, ImprovementStep step, Func<TendImprovement, TendImprovement> with) => await house.RunAsync(async (TendImprovementHandler h) =>
    {
        await h.HandleAsync(step, with(new TendImprovement(id, null)), CancellationToken.None);
        return true;
    });

    private static async Task<(bool Open, bool Closed)> SeesAsync(House house, DemoPerson person, Guid open, Guid closed)
    {
        await house.ActAsAsync(person);
        return (await house.RunAsync((ShowImprovementHandler h) => h.HandleAsync(open, CancellationToken.None)) is not null,
            await house.RunAsync((ShowImprovementHandler h) => h.HandleAsync(closed, CancellationToken.None)) is not null);
    }

    private static Task<IReadOnlyList<PublicImprovement>> PublicAsync(House house, Guid wave) =>
        house.RunAsync((ShowPublicImprovementsHandler h) => h.HandleAsync(ImprovementOrigin.Survey, wave, "lv", CancellationToken.None));

    private static async Task<List<NoticeKind>> NoticesAsync(House house, Guid person, Guid id)
    {
        var prefix = $"{id:N}/";
        var found = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().Where(n => n.EmployeeId == person && n.Subject.StartsWith(prefix)).Select(n => n.Kind).ToListAsync());
        return [.. found.OrderBy(k => k.ToString(), StringComparer.Ordinal)];
    }

    private static async Task RefusedAsync<T>(string key, Task<T> work) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => work)).Key);
}
