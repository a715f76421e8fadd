using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class ListCasesPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_has_no_work_at_the_desk_is_led_to_their_own_account() =>
        Assert.Equal("/desk/account", (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync("/desk")).Location);

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in() =>
        Assert.Equal("/sign-in?returnUrl=%2Fdesk%3Fview%3Dunit", (await site.Visitor().GetAsync("/desk?view=unit")).Location);

    [Fact]
    public async Task The_row_says_what_is_due_who_wrote_and_who_answers()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=unit");
        Assert.Equal("Nodaļas darbi", page.TextOf("h1"));
        var row = page.Document.QuerySelector($"tr:has(a[href^='/desk/cases/{id}'])")!.TextContent;
        Assert.Contains(DeskCases.Client, row, StringComparison.Ordinal);
        Assert.Contains("Solījums · 3", row, StringComparison.Ordinal);
        Assert.Contains("nav atbildīgā", row, StringComparison.Ordinal);
        Assert.Equal("page", page.Document.QuerySelector(".s-nav a[href='/desk?view=unit']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_client_who_gave_no_leave_stays_hidden_from_the_unit_but_not_from_client_service()
    {
        var id = await site.SubmitAsync(unitMayKnow: false);
        var row = $"tr:has(a[href^='/desk/cases/{id}'])";
        var unit = await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=unit");
        Assert.Contains("Vārds slēpts", unit.TextOf(row), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, unit.TextOf(row), StringComparison.Ordinal);
        var service = await (await site.SignInAsync(DeskCases.Specialist)).GetAsync("/desk?view=all");
        Assert.Contains(DeskCases.Client, service.TextOf(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_heads_only_reads_neither_subject_nor_client_and_cannot_search_for_them()
    {
        var id = await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Auditor);
        var page = await client.GetAsync("/desk?view=all");
        var row = page.TextOf($"tr:has(a[href^='/desk/cases/{id}'])");
        Assert.Contains("Sūdzība: Atkritumi", row, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Upes iel", page.Html, StringComparison.Ordinal);
        Assert.Null((await client.GetAsync("/desk?view=all&q=upes")).TextOf("table.worklist"));
    }

    [Fact]
    public async Task An_employee_of_another_unit_does_not_see_the_case()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Stranger)).GetAsync("/desk?view=all");
        Assert.DoesNotContain(id.ToString(), page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_an_empty_result_says_what_to_do()
    {
        await site.SubmitAsync(text: "Vēlos pateikties sētniekam par tīro pagalmu.");
        var client = await site.SignInAsync(DeskCases.Owner);
        var page = await client.GetAsync("/desk?view=unit");
        var found = await page.Form("form[data-form=filters]").Fill("q", "sētniekam").Fill("kind", "Complaint").SendAsync();
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Single(found.Document.QuerySelectorAll("table.worklist a.t1"));
        var none = await found.Form("form[data-form=filters]").Fill("q", "mēness").SendAsync();
        Assert.Contains("nekas nav atrasts", none.TextOf(".empty"), StringComparison.Ordinal);
        Assert.Equal("/desk?view=unit", none.Document.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Contains("Kavētu darbu nav", (await client.GetAsync("/desk?view=overdue")).TextOf(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_filters_become_chips_that_can_be_taken_away_one_by_one()
    {
        await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Owner);
        var page = await client.GetAsync("/desk?view=unit&kind=Complaint&kind=Praise&from=2026-01-01&formal=false&sort=-number&col=state");
        Assert.Equal(["Sūdzība", "Uzslava"], page.TextsOf(".chips a.chip-on").Skip(1).Take(2).Select(text => text.Split(' ')[0]));
        Assert.Equal(["none", "none", "none"], page.Document.QuerySelectorAll("th[aria-sort]").Select(th => th.GetAttribute("aria-sort")));
        var fewer = await client.GetAsync(page.Document.QuerySelectorAll(".chips a.chip-on")[1].GetAttribute("href")!);
        Assert.DoesNotContain("Sūdzība", fewer.TextOf(".chips"), StringComparison.Ordinal);
        Assert.Contains("Uzslava", fewer.TextOf(".chips"), StringComparison.Ordinal);
        Assert.Equal("/desk?view=unit", fewer.Document.QuerySelector(".chips a.btn-quiet")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Each_heading_sorts_and_says_so()
    {
        await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Owner);
        var page = await client.GetAsync("/desk?view=unit");
        Assert.Equal("ascending", page.Document.QuerySelector("th[scope=col]")!.GetAttribute("aria-sort"));
        foreach (var i in Enumerable.Range(0, 7))
        {
            var sorted = await client.GetAsync(page.Document.QuerySelectorAll("th a.sort")[i].GetAttribute("href")!);
            var wanted = i == 0 ? "descending" : "ascending";
            Assert.Equal(wanted, sorted.Document.QuerySelectorAll("th[scope=col]")[i].GetAttribute("aria-sort"));
            Assert.Single(sorted.Document.QuerySelectorAll($"th[aria-sort={wanted}]"));
        }
    }

    [Fact]
    public async Task From_a_case_one_comes_to_its_neighbours_and_back_to_the_same_place()
    {
        await site.SubmitAsync(text: "Pirmā lieta par kastaņiem.");
        await site.SubmitAsync(text: "Otrā lieta par kastaņiem.");
        var third = await site.SubmitAsync(text: "Trešā lieta par kastaņiem.");
        var client = await site.SignInAsync(DeskCases.Owner);
        var list = await client.GetAsync("/desk?view=unit&q=kastaņiem&sort=number");
        var links = list.Document.QuerySelectorAll("a.t1").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);
        var middle = await client.GetAsync(links[1]);
        Assert.Equal(links[0].Split('?')[0], middle.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!.Split('?')[0]);
        var next = await client.GetAsync(middle.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Null(next.Document.QuerySelector("a[rel=next]"));
        Assert.Equal($"/desk?view=unit&q=kasta%C5%86iem&sort=number#c-{third}", next.Document.QuerySelector("[data-key=u]")!.GetAttribute("href"));

        // After a step the address says nothing of the list any more, and a closed case stands in it no longer.
        await client.GetAsync(links[1]);
        var id = links[1].Split('?')[0];
        await site.CloseAsync(Guid.Parse(id.Split('/')[^1]));
        var closed = await client.GetAsync(id);
        Assert.Contains(third.ToString(), closed.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_letter_shouts_above_the_filters_and_in_its_row()
    {
        var id = await site.SubmitAsync();
        await site.FailLastLetterAsync(id);
        var page = await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=unit");
        Assert.Contains("vēstule nav izsūtīta", page.TextOf(".notice-late"), StringComparison.Ordinal);
        Assert.Contains("Vēstule nav izsūtīta", page.TextOf($"tr.failed:has(a[href^='/desk/cases/{id}'])"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_no_error() =>
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=moon&unit=x&kind=9&due=never&sort=-&col=9&saved=1&after=1")).Status);
}

/// <summary>A register of its own, so that counts are known.</summary>
public class ListCasesQueryTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_list_asks_the_database_as_often_for_sixty_rows_as_for_one_and_pages_by_key()
    {
        await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.HeadOfService);
        await client.GetAsync("/desk?view=all");
        site.Queries.Reset();
        await client.GetAsync("/desk?view=all");
        var one = site.Queries.Count;
        for (var i = 0; i < 59; i++)
            await site.SubmitAsync(text: $"Sūdzība numur {i} par atkritumiem Upes ielā.");

        site.Queries.Reset();
        var page = await client.GetAsync("/desk?view=all");
        Assert.True(one == site.Queries.Count, site.Queries.Text);
        Assert.True(site.Queries.Count <= 7, $"{site.Queries.Count}: {site.Queries.Text}");

        var first = page.Document.QuerySelectorAll("a.t1").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(50, first.Count);
        Assert.Contains("60 atvērt", page.Text, StringComparison.Ordinal);
        var next = await client.GetAsync(page.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        var second = next.Document.QuerySelectorAll("a.t1").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(10, second.Count);
        Assert.Empty(first.Intersect(second));
        Assert.Null(next.Document.QuerySelector(".pager a[rel=next]"));
    }
}
