using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>Versions of the standard are compared field by field, and a change is taken back by a new version.</summary>
public class StandardVersionsTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_change_is_told_field_by_field_and_taken_back_by_a_version_that_says_what_the_first_said(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.HeadOfClientService);
        await ChangeAsync(house, new ChangeTerm("external-reply", new(2, TermUnit.WorkingDays), From, "Ātrāk"));
        await ChangeAsync(house, new SwitchDuty("praise", false, From, "Nav vajadzīgs"));

        var both = await house.RunAsync((CompareStandardsHandler h) => h.HandleAsync(1, 3, None));
        Assert.Equal([StandardField.InForceFrom, StandardField.Term, StandardField.On], both!.Differences.Select(d => d.Field));
        Assert.Equal((new Term(3, TermUnit.WorkingDays), new Term(2, TermUnit.WorkingDays)), (both.Differences[1].Before, both.Differences[1].After));
        Assert.Null(await house.RunAsync((CompareStandardsHandler h) => h.HandleAsync(1, 9, None)));
        var overview = await ShowAsync(house);
        Assert.Equal([1, 1, 0], overview.Versions.Select(v => v.Changed.Count(d => d.Field != StandardField.InForceFrom)));

        await ChangeAsync(house, new RestoreVersion(both.From, From, "Atcelts"));
        overview = await ShowAsync(house);
        Assert.Equal((4, From), (overview.Newest.Version, overview.Newest.InForceFrom));
        Assert.Empty(CompareStandardsHandler.Differences(both.From, overview.Newest, contentOnly: true));
        Assert.Equal("Deadlines.Refusal.NothingChanged", (await Assert.ThrowsAsync<Refusal>(() => ChangeAsync(house, new RestoreVersion(both.From, From, "Vēlreiz")))).Key);
        Assert.Equal("Deadlines.Refusal.VersionBeforeLast", (await Assert.ThrowsAsync<Refusal>(() => ChangeAsync(house, new RestoreVersion(both.To, From.AddDays(-1), "Agrāk")))).Key);
    }

    private static Task<StandardOverview> ShowAsync(House house) => house.RunAsync((ShowStandardHandler h) => h.HandleAsync(None));

    private static async Task ChangeAsync(House house, StandardEdit edit)
    {
        var version = (await ShowAsync(house)).SettingsVersion;
        await house.RunAsync(async (ChangeRuleHandler h) => await h.HandleAsync(new(edit, version), None));
    }
}
