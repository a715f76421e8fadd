using System.Text.Json.Nodes;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Operations;

public class ChangeLogTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task A_change_is_kept_field_by_field_and_read_newest_first(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var who = await house.ActAsAsync(Role.Administrator);
        var key = Guid.CreateVersion7();
        await RecordAsync(house, key, null, new ChangeValues().With(ChangedField.Name, "Ceļu daļa").With(ChangedField.ServesClients, false));
        house.Time.Advance(TimeSpan.FromHours(1));
        await RecordAsync(house, key,
            new ChangeValues().With(ChangedField.Name, "Ceļu daļa").With(ChangedField.ServesClients, false).With(ChangedField.Phone, "64100100"),
            new ChangeValues().With(ChangedField.Name, "Ceļu daļa").With(ChangedField.ServesClients, true).With(ChangedField.Roles, [Role.Auditor]),
            "sāk apkalpot klientus");

        var rows = await house.RunAsync((ShowHistoryHandler h) => h.HandleAsync(ChangedThing.Unit, key, CancellationToken.None));

        Assert.Equal([ChangeAction.Changed, ChangeAction.Created], rows.Select(r => r.Action));
        Assert.Equal([ChangedField.Phone, ChangedField.ServesClients, ChangedField.Roles], rows[0].Fields.Select(f => f.Field));
        Assert.Equal("64100100", (string?)rows[0].Fields[0].Before);
        Assert.Null(rows[0].Fields[0].After);
        Assert.True((bool?)rows[0].Fields[1].After);
        Assert.Equal("Shared.Role.Auditor", (string?)((JsonArray)rows[0].Fields[2].After!)[0]!["key"]);
        Assert.Equal(who.FullName, rows[0].By);
        Assert.Equal("sāk apkalpot klientus", rows[0].Reason);
    }

    [Theory, EachDatabase]
    public async Task Saving_without_a_difference_leaves_no_record(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Administrator);
        var key = Guid.CreateVersion7();
        await RecordAsync(house, key, new ChangeValues().With(ChangedField.Name, "A"), new ChangeValues().With(ChangedField.Name, "A"));
        Assert.Empty(await house.RunAsync((ShowHistoryHandler h) => h.HandleAsync(ChangedThing.Unit, key, CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task The_list_is_filtered_by_thing_person_and_local_day_and_comes_in_pages(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        house.Time.SetLocal(2026, 6, 17, 23, 59);
        await RecordAsync(house, Guid.CreateVersion7(), null, new ChangeValues().With(ChangedField.Name, "evening"));
        house.Time.SetLocal(2026, 6, 18, 0, 1);
        for (var i = 0; i < 60; i++)
            await RecordAsync(house, Guid.CreateVersion7(), null, new ChangeValues().With(ChangedField.Name, $"night {i}"));

        var day = await ListAsync(house, new ListChanges(From: new DateOnly(2026, 6, 18), To: new DateOnly(2026, 6, 18)));
        Assert.Equal(50, day.Rows.Count);
        var rest = await ListAsync(house, new ListChanges(From: new DateOnly(2026, 6, 18), To: new DateOnly(2026, 6, 18), After: day.Next));
        Assert.Equal(10, rest.Rows.Count);
        Assert.Null(rest.Next);
        Assert.Empty(day.Rows.Select(r => r.Id).Intersect(rest.Rows.Select(r => r.Id)));
        Assert.Single((await ListAsync(house, new ListChanges(To: new DateOnly(2026, 6, 17)))).Rows);
        Assert.Empty((await ListAsync(house, new ListChanges(ChangedThing.Template))).Rows);
        Assert.Empty((await ListAsync(house, new ListChanges(By: "Nobody"))).Rows);
        Assert.Equal([house.User.Name], day.People);
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_see_changes_is_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => ListAsync(house, new ListChanges()));
        Assert.Equal("Operations.Refusal.NotAllowed", refusal.Key);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.DataProtectionOfficer)]
    [InlineData(Role.Auditor)]
    public void Administrators_the_data_protection_officer_and_auditors_see_changes(Role role) => Assert.True(AccessMatrix.Grants([role], Permission.SeeChanges));

    private static Task<ChangesPage> ListAsync(House house, ListChanges query) => house.RunAsync((ListChangesHandler h) => h.HandleAsync(query, CancellationToken.None));

    private static async Task RecordAsync(House house, Guid key, ChangeValues? before, ChangeValues? after, string? reason = null)
    {
        await using var scope = house.Scope();
        var log = (ChangeLog)scope.ServiceProvider.GetService(typeof(ChangeLog))!;
        log.Record(ChangedThing.Unit, key, "Ceļu daļa", before, after, reason);
        await ((IServiceDeskDb)scope.ServiceProvider.GetService(typeof(IServiceDeskDb))!).SaveChangesAsync();
    }
}
