using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Staff;

public class StaffPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(Role.Employee, "/desk/units")]
    [InlineData(Role.ClientServiceSpecialist, "/desk/employees")]
    [InlineData(Role.HumanResources, "/desk/units/new")]
    [InlineData(Role.UnitHead, "/desk/employees/new")]
    [InlineData(Role.InformationTechnology, "/desk/employees/new")]
    public async Task Who_lacks_the_right_may_not_enter(Role role, string page)
    {
        var person = DemoPeople.All.First(p => p.Roles.Contains(role) && (role != Role.Employee || p.Roles.Count == 1));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(person)).GetAsync(page)).Status);
    }

    [Fact]
    public async Task The_tree_shows_who_heads_what_and_a_head_only_reads()
    {
        var head = await (await site.SignInAsync(Role.UnitHead)).GetAsync("/desk/units");
        Assert.Equal(HttpStatusCode.OK, head.Status);
        Assert.Contains("Vada Andris Kļaviņš", head.Text, StringComparison.Ordinal);
        Assert.Contains("Vadītāja amats brīvs", head.Text, StringComparison.Ordinal);
        Assert.Null(head.Document.QuerySelector(".unit-tree a[href^='/desk/units/']"));
        var administrator = await (await site.SignInAsync(Role.Administrator)).GetAsync("/desk/units");
        Assert.NotNull(administrator.Document.QuerySelector(".unit-tree ul ul ul a[href^='/desk/units/']"));
    }

    [Fact]
    public async Task A_unit_is_added_changed_taken_back_and_retired_on_its_page()
    {
        var client = await site.SignInAsync(Role.Administrator);
        var empty = await (await client.GetAsync("/desk/units/new")).Form("form[data-form=unit]").SendAsync();
        Assert.Contains("Ierakstiet struktūrvienības nosaukumu.", empty.Text, StringComparison.Ordinal);
        var wrong = await empty.Form("form[data-form=unit]").Fill("Input.Name", "Parku grupa").Fill("Input.Email", "nav adreses").SendAsync();
        Assert.Contains("Ierakstiet pilnu e-pasta adresi", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("Parku grupa", wrong.Form("form[data-form=unit]")["Input.Name"]);
        var added = await wrong.Form("form[data-form=unit]").Fill("Input.Email", "").SendAsync();
        var page = await added.FollowAsync();
        Assert.Equal("Parku grupa", page.TextOf("h1"));

        site.Time.Advance(TimeSpan.FromMinutes(1));
        var stale = page.Form("form[data-form=unit]").Fill("Input.Name", "Parku un skvēru grupa");
        page = await (await stale.SendAsync()).FollowAsync();
        Assert.Equal("Parku un skvēru grupa", page.TextOf("h1"));
        Assert.Contains("Kāds šo jau mainīja", (await stale.SendAsync()).Text, StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromMinutes(1));
        page = await (await page.Form("form[data-form=undo]").SendAsync()).FollowAsync();
        Assert.Equal("Parku grupa", page.TextOf("h1"));
        Assert.Equal(3, page.TextsOf(".change").Count);

        page = await (await page.Form("form[data-form=retire]").SendAsync()).FollowAsync();
        Assert.Contains("Tai vairs nedod ne lietas, ne darbiniekus.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Parku grupa", (await client.GetAsync("/desk/units")).Text, StringComparison.Ordinal);
        page = await (await page.Form("form[data-form=restore]").SendAsync()).FollowAsync();
        Assert.Contains("Parku grupa", (await client.GetAsync("/desk/units")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/units/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_unit_with_people_says_what_keeps_it()
    {
        var client = await site.SignInAsync(Role.Administrator);
        var id = await site.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == DemoPeople.Property).Select(u => u.Id).SingleAsync());
        var page = await client.GetAsync($"/desk/units/{id}");
        Assert.Null(page.Document.QuerySelector("form[data-form=retire]"));
        Assert.Contains("2 darbinieki", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"aside a[href='/desk/employees?unit={id}']"));
    }

    [Fact]
    public async Task Personnel_adds_somebody_and_each_missing_field_is_named()
    {
        var client = await site.SignInAsync(Role.HumanResources);
        var empty = await (await client.GetAsync("/desk/employees/new")).Form("form[data-form=employee]").SendAsync();
        foreach (var sentence in new[] { "Ierakstiet vārdu.", "Ierakstiet uzvārdu.", "Ierakstiet amatu.", "Izvēlieties struktūrvienību.", "Ierakstiet e-pasta adresi." })
            Assert.Contains(sentence, empty.Text, StringComparison.Ordinal);
        var unit = await site.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == DemoPeople.Social).Select(u => u.Id).SingleAsync());
        var added = await empty.Form("form[data-form=employee]").Fill("Input.Name", "Madara").Fill("Input.Surname", "Čakste").Fill("Input.Position", "Sociālā darbiniece")
            .Fill("Input.Unit", unit.ToString()).Fill("Input.Email", "madara.cakste@lejasupe.example").SendAsync();
        Assert.Equal("Madara Čakste", (await added.FollowAsync()).TextOf("h1"));
        Assert.Equal(["Madara Čakste"], (await client.GetAsync("/desk/employees?q=cakste")).TextsOf("tbody .t1"));
        Assert.Contains("Šādu darbinieku nav.", (await client.GetAsync("/desk/employees?q=nobody")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_at_once_is_signed_out_at_the_next_request()
    {
        var person = DemoPeople.All.Single(p => p.Name == "Edgars");
        var working = await site.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await working.GetAsync("/desk/notices")).Status);
        var id = await site.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Email == person.Email).Select(e => e.Id).SingleAsync());
        var personnel = await site.SignInAsync(Role.HumanResources);
        var page = await personnel.GetAsync($"/desk/employees/{id}/leave");
        var past = await page.Form("form[data-form=leave]").Fill("LastDay", "2020-01-01").SendAsync();
        Assert.Contains("Diena jau pagājusi.", past.Text, StringComparison.Ordinal);
        var missing = await page.Form("form[data-form=leave]").Fill("LastDay", "").SendAsync();
        Assert.Contains("Norādiet pēdējo darba dienu.", missing.Text, StringComparison.Ordinal);

        var left = await page.Form("form[data-form=leave]").Fill("AtOnce", "true").SendAsync();
        Assert.Contains("vairs nestrādā", (await left.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await working.GetAsync("/desk/notices")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await personnel.GetAsync($"/desk/employees/{id}/leave")).Status);
    }

    [Fact]
    public async Task A_head_reads_the_own_people_and_changes_nothing()
    {
        var head = await site.SignInAsync(DemoPeople.All.Single(p => p.Name == "Guntis"));
        var (own, other) = await site.RunAsync(async (IServiceDeskDb db) => (
            await db.Set<Employee>().Where(e => e.Name == "Ruta").Select(e => e.Id).SingleAsync(),
            await db.Set<Employee>().Where(e => e.Name == "Elīna").Select(e => e.Id).SingleAsync()));
        var page = await head.GetAsync($"/desk/employees/{own}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/employees/{other}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync($"/desk/employees/{own}/leave")).Status);
    }
}
