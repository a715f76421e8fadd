using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Catalogue;

public class TargetGroupPagesTests(Site site) : IClassFixture<Site>
{
    private const string List = "/desk/target-groups";

    [Fact]
    public async Task Only_who_keeps_the_catalogue_enters()
    {
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(List)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"{List}/edit")).Status);
        var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.NotNull((await head.GetAsync("/desk")).Document.QuerySelector($"nav a[href='{List}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"{List}/edit/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_group_is_added_renamed_no_longer_offered_and_offered_again()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var missing = await (await head.GetAsync($"{List}/edit")).Form("form[data-form=group]").Fill("NameEn", "Nameless").SendAsync();
        Assert.Contains("Ierakstiet mērķgrupas nosaukumu", missing.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("Nameless", missing.Form("form[data-form=group]")["NameEn"]);
        Assert.Contains("jau ir", (await missing.Form("form[data-form=group]").Fill("Name", "Seniori").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);

        var added = await (await missing.Form("form[data-form=group]").Fill("Name", "Dārzkopji").SendAsync()).FollowAsync();
        var link = added.Document.QuerySelectorAll("th a").Single(a => a.TextContent == "Dārzkopji").GetAttribute("href")!;
        var renamed = await (await (await head.GetAsync(link)).Form("form[data-form=group]").Fill("Name", "Dārznieki").SendAsync()).FollowAsync();
        Assert.Contains("Dārznieki", renamed.TextOf("table"), StringComparison.Ordinal);

        var id = link[^36..];
        var retired = await (await renamed.Form("form[data-form=groups]").SendAsync("retire", id)).FollowAsync();
        Assert.NotNull(retired.Document.QuerySelector($"button[name=offer][value='{id}']"));
        Assert.DoesNotContain("Dārznieki", (await head.GetAsync("/desk/clients/new")).Text, StringComparison.Ordinal);
        var undone = await (await (await head.GetAsync(link)).Form("form[data-form=undo]").SendAsync("step", "undo")).FollowAsync();
        Assert.Contains("Dārznieki", undone.TextOf("h1"), StringComparison.Ordinal);
        Assert.NotNull((await head.GetAsync(List)).Document.QuerySelector($"button[name=retire][value='{id}']"));
    }
}
