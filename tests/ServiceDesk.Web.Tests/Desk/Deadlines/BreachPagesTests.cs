using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Deadlines;

/// <summary>The report, the list and the single breach over the demonstration's two years.</summary>
public class BreachPagesTests(BreachPagesTests.DemoSite site) : IClassFixture<BreachPagesTests.DemoSite>
{
    private const string TwoYears = "/desk/breaches/list?from=2024-01-01&to=2026-06-18";
    private static readonly DemoPerson Head = DemoPeople.All.Single(p => p.Name == "Jānis");

    public sealed class DemoSite : Site
    {
        protected override Task FillAsync() => RunAsync(async (DemoCasesSeed seed) =>
        {
            await seed.SeedAsync(CancellationToken.None);
            return 0;
        });
    }

    [Fact]
    public async Task Who_does_not_use_the_desk_is_turned_away()
    {
        using var shopper = await site.SignInAsync(Role.MysteryShopper);
        foreach (var address in new[] { "/desk/breaches", "/desk/breaches/list", "/desk/breaches/export?format=csv", $"/desk/breaches/{Guid.NewGuid()}" })
        {
            var answer = await shopper.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Location is null ? answer.Status : (await answer.FollowAsync()).Status);
            Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_does_not_exist_or_is_somebody_elses_is_not_found()
    {
        using var head = await site.SignInAsync(Head);
        var foreign = await BreachAsync(DemoPeople.Social, _ => true);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/breaches/{foreign.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/breaches/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/desk/breaches/nonsense")).Status);
    }

    [Fact]
    public async Task The_report_renders_with_table_bars_and_causes_that_agree()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync("/desk/breaches");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Termiņu pārskats", page.TextOf("h1"));
        Assert.Equal(6, page.TextsOf(".fig").Count);
        var broken = int.Parse(page.TextsOf(".fig .v")[1], CultureInfo.InvariantCulture);
        Assert.True(broken > 5);
        Assert.Equal(broken, int.Parse(page.TextsOf("table.heat tfoot td")[^2], CultureInfo.InvariantCulture));
        Assert.Equal(broken, page.TextsOf("details tbody td:last-child").Sum(int.Parse));
        Assert.Equal(broken, page.TextsOf(".barrow .num").Sum(int.Parse));
        Assert.NotNull(page.Document.QuerySelector("svg.chart[role=img][aria-label]"));
        Assert.Empty(page.Document.QuerySelectorAll("[style]"));
        Assert.DoesNotContain("[Breaches.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("[Deadlines.", page.Html, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
    }

    [Fact]
    public async Task Each_number_of_the_table_leads_to_as_many_breaches()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync("/desk/breaches");
        var links = page.Document.QuerySelectorAll("table.heat tbody a, .barrow a, [data-table=rules] a, [data-table=channels] a").ToList();
        Assert.True(links.Count > 8);
        Assert.Contains(links, l => l.GetAttribute("href")!.Contains("&rule=", StringComparison.Ordinal));
        Assert.Contains(links, l => l.GetAttribute("href")!.Contains("&channel=", StringComparison.Ordinal));
        foreach (var link in links.Take(8).Concat(links.TakeLast(6)))
        {
            var list = await head.GetAsync(link.GetAttribute("href")!);
            var number = (link.ParentElement!.ClassList.Contains("barrow") ? link.ParentElement.QuerySelector(".num")!.TextContent : link.TextContent);
            Assert.StartsWith(number.Trim() + " ", list.TextOf(".bar .muted"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?period=LastYear")]
    [InlineData("?period=Month")]
    [InlineData("?period=nonsense&unit=nonsense")]
    [InlineData("?unit=00000000-0000-0000-0000-000000000001")]
    public async Task Any_choice_renders(string query)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/desk/breaches" + query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/desk/breaches/list" + query + "&after=nonsense&cause=nonsense&from=nonsense")).Status);
    }

    [Fact]
    public async Task A_head_reads_of_the_own_units_only()
    {
        using var head = await site.SignInAsync(Head);
        var page = await head.GetAsync("/desk/breaches?period=LastYear");
        Assert.Subset(new HashSet<string> { DemoPeople.Utilities, DemoPeople.Roads, "Kopā" }, page.TextsOf("table.heat:first-of-type tfoot th, section:first-child table.heat tbody th").ToHashSet());
        Assert.Equal(3, page.Document.QuerySelectorAll("select[name=Unit] option").Length);
    }

    [Fact]
    public async Task An_employee_reads_of_the_own_breaches_only()
    {
        var line = DemoPeople.All.Single(p => p.Name == "Līga");
        using var employee = await site.SignInAsync(line);
        var page = await employee.GetAsync(TwoYears);
        Assert.NotEmpty(page.TextsOf("tbody tr"));
        Assert.All(page.TextsOf("tbody tr td:nth-child(4)"), owner => Assert.Equal("Līga Zariņa", owner));
        Assert.Null((await employee.GetAsync("/desk/breaches")).Document.QuerySelector("select[name=Unit]"));
    }

    [Fact]
    public async Task The_deputy_reads_numbers_and_no_subject()
    {
        using var deputy = await site.SignInAsync(Role.DeputyExecutiveDirector);
        var report = await deputy.GetAsync("/desk/breaches");
        Assert.True(report.TextsOf("table.heat").Count > 0);
        Assert.Null(report.Document.QuerySelector("table.breaches"));
        var list = await deputy.GetAsync(TwoYears);
        Assert.NotEmpty(list.TextsOf("tbody tr"));
        Assert.Empty(list.TextsOf("table.breaches .t1"));
        var breach = await BreachAsync(DemoPeople.Building, _ => true);
        var page = await deputy.GetAsync($"/desk/breaches/{breach.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var subject = await site.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == breach.CaseId).Select(c => c.Subject).SingleAsync());
        Assert.DoesNotContain(subject, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Null(page.Document.QuerySelector("main a[href^='/desk/cases']"));
    }

    [Fact]
    public async Task The_list_is_paged_by_key_without_losing_or_doubling_a_row()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync(TwoYears);
        var total = int.Parse(page.TextOf(".bar .muted")!.Split(' ')[0], CultureInfo.InvariantCulture);
        List<string> rows = [];
        while (true)
        {
            rows.AddRange(page.Document.QuerySelectorAll("a[data-row]").Select(a => a.GetAttribute("href")!));
            if (page.Document.QuerySelector(".pager a[rel=next]")?.GetAttribute("href") is not { } next)
                break;
            page = await head.GetAsync(next);
        }

        Assert.Equal(total, rows.Distinct().Count());
        Assert.Equal(total, rows.Count);
    }

    [Fact]
    public async Task The_owner_explains_and_the_head_returns_and_accepts()
    {
        var breach = await BreachAsync(DemoPeople.Building, b => b.State == BreachState.AwaitingExplanation && b.OwnerId != null, "Agnese");
        var address = $"/desk/breaches/{breach.Id}";
        using var owner = await site.SignInAsync(DemoPeople.All.Single(p => p.Name == "Agnese"));
        using var head = await site.SignInAsync(DemoPeople.All.Single(p => p.Name == "Kārlis"));

        var empty = await (await owner.GetAsync(address)).Form("form[data-form=explain]").Fill("Explanation", "Gaidīju mērnieku.").SendAsync();
        Assert.Contains("Izvēlieties cēloni", empty.Text, StringComparison.Ordinal);
        Assert.Equal("Gaidīju mērnieku.", empty.Form("form[data-form=explain]")["Explanation"]);
        var silent = await empty.Form("form[data-form=explain]").Fill("Cause", "AwaitedThirdParty").Fill("Explanation", " ").SendAsync();
        Assert.NotNull(silent.Document.QuerySelector("#Explanation[aria-invalid=true]"));
        var tooLong = await silent.Form("form[data-form=explain]").Fill("Explanation", new string('ā', 2001)).SendAsync();
        Assert.NotNull(tooLong.Document.QuerySelector("#Explanation[aria-invalid=true]"));

        // Two tabs: the second one is stale, keeps its text, shows the other and may be sent again.
        var other = await owner.GetAsync(address);
        var sent = await tooLong.Form("form[data-form=explain]").Fill("Explanation", "Gaidīju mērnieku divas dienas.").SendAsync();
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var stale = await other.Form("form[data-form=explain]").Fill("Cause", "Workload").Fill("Explanation", "Cits teksts no otras lapas.").SendAsync();
        Assert.Contains("Kāds cits tikmēr mainīja", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Gaidīju mērnieku divas dienas.", stale.Text, StringComparison.Ordinal);

        var review = await head.GetAsync(address);
        var wordless = await review.Form("form[data-form=review]").SendAsync("Step", "return");
        Assert.NotNull(wordless.Document.QuerySelector("#Remark[aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.Redirect, (await wordless.Form("form[data-form=review]").Fill("Remark", "Kāpēc nebija starpatbildes?").SendAsync("Step", "return")).Status);
        var returned = await owner.GetAsync(address);
        Assert.Contains("Kāpēc nebija starpatbildes?", returned.Text, StringComparison.Ordinal);
        Assert.Equal("Gaidīju mērnieku divas dienas.", returned.Form("form[data-form=explain]")["Explanation"]);
        await returned.Form("form[data-form=explain]").Fill("Explanation", "Nezināju, ka drīkst.").SendAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await (await head.GetAsync(address)).Form("form[data-form=review]").SendAsync("Step", "accept")).Status);

        var done = await owner.GetAsync(address);
        Assert.Null(done.Document.QuerySelector("main form"));
        Assert.Equal(BreachState.Accepted, (await site.RunAsync((IServiceDeskDb db) => db.Set<Breach>().AsNoTracking().SingleAsync(b => b.Id == breach.Id))).State);
    }

    [Fact]
    public async Task The_report_costs_the_same_few_queries_whatever_the_size_of_the_register()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        await head.GetAsync("/desk/breaches");
        site.Queries.Reset();
        await head.GetAsync("/desk/breaches?period=LastYear");
        // Clocks, breaches, handling times, units; open breaches and their number; calendar version; the menu's two.
        Assert.True(site.Queries.Count <= 9, site.Queries.Text);

        site.Queries.Reset();
        await head.GetAsync(TwoYears);
        Assert.True(site.Queries.Count <= 5, site.Queries.Text);
    }

    private Task<Breach> BreachAsync(string unit, Func<Breach, bool> fits, string? owner = null) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var unitId = await db.Set<OrgUnit>().Where(u => u.Name == unit).Select(u => u.Id).SingleAsync();
        var ownerId = owner is null ? null : (Guid?)await db.Set<Employee>().Where(e => e.Name == owner).Select(e => e.Id).SingleAsync();
        var all = await db.Set<Breach>().AsNoTracking().Where(b => b.UnitId == unitId && (ownerId == null || b.OwnerId == ownerId)).OrderBy(b => b.DueOn).ToListAsync();
        return all.First(fits);
    });
}
