using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Desk.Views;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Desk;

/// <summary>Saved views: whose they are, who finds them, who may change them, and that each menu counts with its own reader's rights.</summary>
public class SavedViewsTests(Databases databases) : IClassFixture<Databases>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_view_is_its_owners_until_it_is_shared(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var id = await SaveAsync(house, "Sūdzības", "view=all&kind=Complaint&kind=Riot&after=1", ViewSharing.Own);
        var saved = Assert.Single((await ListAsync(house)).Views, v => v.Id == id);
        Assert.Equal("view=all&kind=Complaint", saved.Query);

        await house.ActAsAsync(Role.Auditor);
        Assert.DoesNotContain((await ListAsync(house)).Views, v => v.Id == id);
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync(async (ChangeViewHandler h) => { await h.HandleAsync(new ChangeView(id, "Sūdzības visiem", ViewSharing.Everybody), Stop); return 0; });
        await house.ActAsAsync(Role.Auditor);
        var shared = Assert.Single((await ListAsync(house)).Views, v => v.Id == id);
        Assert.Equal(("Sūdzības visiem", false), (shared.Name, shared.MayChange));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync(async (DeleteViewHandler h) => { await h.HandleAsync(id, Stop); return 0; }));
        Assert.Equal("Desk.Views.NotAllowed", refusal.Key);
    }

    [Theory, EachDatabase]
    public async Task Only_the_head_of_client_service_shares_with_everybody(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => SaveAsync(house, "Visiem", "view=all", ViewSharing.Everybody));
        Assert.Equal("Desk.Views.MayNotShare", refusal.Key);
        var mine = await SaveAsync(house, "Nodaļai", "view=unit", ViewSharing.Unit);
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync(async (ChangeViewHandler h) => { await h.HandleAsync(new ChangeView(mine, "Visiem", ViewSharing.Everybody), Stop); return 0; }));
    }

    [Theory, EachDatabase]
    public async Task A_deleted_view_leaves_all_menus_and_comes_back_within_a_month(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.UnitHead);
        var id = await SaveAsync(house, "Uz laiku", "view=unit", ViewSharing.Own);
        await house.RunAsync(async (DeleteViewHandler h) => { await h.HandleAsync(id, Stop); return 0; });
        var list = await ListAsync(house);
        Assert.DoesNotContain(list.Views, v => v.Id == id);
        Assert.Contains(list.Deleted, v => v.Id == id);
        await house.RunAsync(async (RestoreViewHandler h) => { await h.HandleAsync(id, Stop); return 0; });
        Assert.Contains((await ListAsync(house)).Views, v => v.Id == id);

        await house.RunAsync(async (DeleteViewHandler h) => { await h.HandleAsync(id, Stop); return 0; });
        house.Time.Advance(TimeSpan.FromDays(31));
        Assert.DoesNotContain((await ListAsync(house)).Deleted, v => v.Id == id);
        Assert.Equal("Desk.Views.Gone", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync(async (RestoreViewHandler h) => { await h.HandleAsync(id, Stop); return 0; }))).Key);
    }

    [Theory, EachDatabase]
    public async Task Everybody_arranges_their_own_menu_and_hidden_views_are_not_counted(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.RecordsKeeper);
        var before = (await ListAsync(house)).Views.Select(v => v.Id).ToHashSet();
        var (one, two) = (await SaveAsync(house, "Pirmais", "view=all", ViewSharing.Own), await SaveAsync(house, "Otrais", "view=overdue", ViewSharing.Own));
        await ArrangeAsync(house, two, ViewMove.Up);
        Assert.Equal([two, one], (await ListAsync(house)).Views.Where(v => !before.Contains(v.Id)).Select(v => v.Id));
        await ArrangeAsync(house, one, ViewMove.Hide);
        var menu = await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(Stop));
        Assert.False(menu.Views.Single(v => v.Id == one).IsShown);
        Assert.Null(menu.Views.Single(v => v.Id == one).Count);
        Assert.NotNull(menu.Views.Single(v => v.Id == two).Count);
        await ArrangeAsync(house, one, ViewMove.Show);
        Assert.All((await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(Stop))).Views, v => Assert.NotNull(v.Count));
        Assert.Equal("Desk.Views.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => ArrangeAsync(house, Guid.NewGuid(), ViewMove.Up))).Key);
    }

    [Theory, EachDatabase]
    public async Task However_many_views_stand_in_the_menu_their_counts_cost_one_command(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.DeputyExecutiveDirector);
        await SaveAsync(house, "0", "view=all", ViewSharing.Own);
        house.Queries.Reset();
        await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(Stop));
        Assert.Equal(3, house.Queries.Count);
        for (var i = 1; i < 20; i++)
            await SaveAsync(house, $"{i}", $"view=all&kind=Complaint&q=vārds{i}&sort=subject&due=week", ViewSharing.Own);
        house.Queries.Reset();
        var menu = await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(Stop));
        Assert.Equal(3, house.Queries.Count);
        Assert.Equal(CountDeskMenuHandler.MostViews, menu.Views.Count(v => v.Count is not null));
    }

    private static Task<Guid> SaveAsync(House house, string name, string query, ViewSharing sharing) =>
        house.RunAsync((SaveViewHandler h) => h.HandleAsync(new SaveView(name, query, sharing), Stop));

    private static Task<ViewList> ListAsync(House house) => house.RunAsync((ListViewsHandler h) => h.HandleAsync(Stop));

    private static Task<int> ArrangeAsync(House house, Guid id, ViewMove move) =>
        house.RunAsync(async (ArrangeViewsHandler h) => { await h.HandleAsync(new ArrangeViews(id, move), Stop); return 0; });
}
