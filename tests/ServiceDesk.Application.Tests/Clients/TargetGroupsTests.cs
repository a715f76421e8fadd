using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients;

public class TargetGroupsTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task A_group_is_made_renamed_on_the_cards_retired_moved_and_each_step_taken_back(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Administrator);
        var name = $"Brīvprātīgie {Guid.NewGuid():N}"[..30];
        var id = await SaveAsync(house, new SaveTargetGroup(null, null, $" {name} ", "Volunteers", ""));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var client = Client.Register(ClientKind.Person, "Brīva Prāta", Actor.System, house.Time.GetUtcNow());
            client.SetGroups([await db.Set<TargetGroup>().SingleAsync(g => g.Id == id)], Actor.System, house.Time.GetUtcNow());
            db.Set<Client>().Add(client);
            return await db.SaveChangesAsync();
        });
        var row = await RowAsync(house, id);
        Assert.Equal((name, "Volunteers", 1, true), (row.Group.Name, row.Group.NameIn("en"), row.Clients, row.Group.IsOffered));
        Assert.Equal(name, row.Group.NameIn("ru"));

        await SaveAsync(house, new SaveTargetGroup(id, row.Group.Version, name + " X", "Volunteers", "Добровольцы"));
        Assert.Equal(name + " X", await MembershipAsync(house, id));
        Assert.Equal("Catalogue.Refusal.ChangedMeanwhile", await RefusedAsync(house, new SaveTargetGroup(id, row.Group.Version, name, "", "")));
        await house.RunAsync((TargetGroupsHandler h) => h.UndoAsync(id, CancellationToken.None));
        Assert.Equal((name, name), ((await RowAsync(house, id)).Group.Name, await MembershipAsync(house, id)));

        await house.RunAsync((TargetGroupsHandler h) => h.OfferAsync(id, offered: false, CancellationToken.None));
        Assert.DoesNotContain(await house.RunAsync((ListClientsHandler h) => h.GroupsAsync(CancellationToken.None)), g => g.Id == id);
        Assert.Contains(await house.RunAsync((ListClientsHandler h) => h.GroupsAsync(CancellationToken.None, [id])), g => g.Id == id);
        Assert.Equal(1, (await RowAsync(house, id)).Clients);
        await house.RunAsync((TargetGroupsHandler h) => h.UndoAsync(id, CancellationToken.None));
        Assert.True((await RowAsync(house, id)).Group.IsOffered);

        var place = await PlaceAsync(house, id);
        await house.RunAsync((TargetGroupsHandler h) => h.MoveAsync(id, Direction.Up, CancellationToken.None));
        Assert.Equal(place - 1, await PlaceAsync(house, id));
        await house.RunAsync((TargetGroupsHandler h) => h.UndoAsync(id, CancellationToken.None));
        Assert.Equal(place, await PlaceAsync(house, id));
        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<ChangeRecord>().AnyAsync(c => c.Thing == ChangedThing.TargetGroup && c.Action == ChangeAction.Retired)));
    }

    [Theory, EachDatabase]
    public async Task A_group_without_a_name_a_second_of_the_name_and_a_person_without_the_right_are_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        Assert.Equal("Clients.Refusal.GroupNeedsName", await RefusedAsync(house, new SaveTargetGroup(null, null, " ", "", "")));
        Assert.Equal("Clients.Refusal.WordTooLong", await RefusedAsync(house, new SaveTargetGroup(null, null, new string('ž', 101), "", "")));
        Assert.Equal("Clients.Refusal.GroupTwice", await RefusedAsync(house, new SaveTargetGroup(null, null, "Lauksaimnieki", "", "")));
        Assert.Equal("Clients.Refusal.GroupUnknown", await RefusedAsync(house, new SaveTargetGroup(Guid.NewGuid(), null, "Nekur", "", "")));
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        Assert.Equal("Cases.Refusal.NotAllowed", await RefusedAsync(house, new SaveTargetGroup(null, null, "Nedrīkst", "", "")));
    }

    private static Task<Guid> SaveAsync(House house, SaveTargetGroup group) => house.RunAsync((TargetGroupsHandler h) => h.HandleAsync(group, CancellationToken.None));

    private static async Task<string> RefusedAsync(House house, SaveTargetGroup group) => (await Assert.ThrowsAsync<Refusal>(() => SaveAsync(house, group))).Key;

    private static async Task<TargetGroupRow> RowAsync(House house, Guid id) =>
        (await house.RunAsync((TargetGroupsHandler h) => h.ListAsync(CancellationToken.None))).Single(r => r.Group.Id == id);

    private static async Task<int> PlaceAsync(House house, Guid id) =>
        (await house.RunAsync((TargetGroupsHandler h) => h.ListAsync(CancellationToken.None))).ToList().FindIndex(r => r.Group.Id == id);

    private static Task<string> MembershipAsync(House house, Guid id) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<ClientGroup>().Where(m => m.GroupId == id && m.LeftAt == null).Select(m => m.GroupName).SingleAsync());
}
