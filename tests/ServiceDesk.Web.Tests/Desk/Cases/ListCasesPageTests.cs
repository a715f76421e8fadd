using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class ListCasesPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_may_not_enter_the_desk_gets_403() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync("/desk")).Status);

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in() =>
        Assert.Equal("/sign-in?returnUrl=%2Fdesk%3Fview%3Dunit", (await site.Visitor().GetAsync("/desk?view=unit")).Location);

    [Fact]
    public async Task The_row_says_what_is_due_who_wrote_and_who_answers()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=unit");
        Assert.Equal("Nodaļas darbi", page.TextOf("h1"));
        var row = page.Document.QuerySelector($"tr:has(a[href='/desk/cases/{id}'])")!.TextContent;
        Assert.Contains(DeskCases.Client, row, StringComparison.Ordinal);
        Assert.Contains("Solījums · 3", row, StringComparison.Ordinal);
        Assert.Contains("nav atbildīgā", row, StringComparison.Ordinal);
        Assert.Equal("page", page.Document.QuerySelector(".s-nav a[href='/desk?view=unit']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_client_who_gave_no_leave_stays_hidden_from_the_unit_but_not_from_client_service()
    {
        var id = await site.SubmitAsync(unitMayKnow: false);
        var row = $"tr:has(a[href='/desk/cases/{id}'])";
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
        var row = page.TextOf($"tr:has(a[href='/desk/cases/{id}'])");
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
    public async Task A_failed_letter_shouts_above_the_filters_and_in_its_row()
    {
        var id = await site.SubmitAsync();
        await site.FailLastLetterAsync(id);
        var page = await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=unit");
        Assert.Contains("vēstule nav izsūtīta", page.TextOf(".notice-late"), StringComparison.Ordinal);
        Assert.Contains("Vēstule nav izsūtīta", page.TextOf($"tr.failed:has(a[href='/desk/cases/{id}'])"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_no_error() =>
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk?view=moon&unit=x&kind=9&afterDue=never&afterId=1")).Status);
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
