using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class SearchCasesPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_may_not_enter_the_desk_gets_403() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync("/desk/search?q=upes")).Status);

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in() =>
        Assert.StartsWith("/sign-in?returnUrl=%2Fdesk%2Fsearch", (await site.Visitor().GetAsync("/desk/search?q=upes")).Location, StringComparison.Ordinal);

    [Fact]
    public async Task The_top_bar_finds_and_marks_what_was_looked_for()
    {
        var id = await site.SubmitAsync(text: "Pagalmā šķūnītis ar <b>caurumu</b> & jumts.");
        var client = await site.SignInAsync(DeskCases.HeadOfService);
        var page = await (await client.GetAsync("/desk")).Form("form.s-search").Fill("q", "skunit caurum").SendAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var hit = page.Document.QuerySelector($"li.hit:has(a[href='/desk/cases/{id}'])")!;
        Assert.Equal(["šķūnītis", "caurumu"], hit.QuerySelectorAll(".hit-text mark").Select(m => m.TextContent));
        Assert.Contains("ar <b>caurumu</b> & jumts.", hit.QuerySelector(".hit-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 lieta", page.TextOf("[role=status]"));
        Assert.Equal("skunit caurum", page.Document.QuerySelector("#s-q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_sees_heads_only_finds_by_number_and_reads_no_content()
    {
        var id = await site.SubmitAsync(text: "Zvirbulis ventilācijas lūkā.");
        var number = (await site.LoadAsync(id)).Number;
        var client = await site.SignInAsync(DeskCases.Auditor);
        var none = await client.GetAsync("/desk/search?q=zvirbul");
        Assert.Equal("0 lietu", none.TextOf("[role=status]"));
        Assert.Contains("nekas nav atrasts", none.TextOf(".empty"), StringComparison.Ordinal);
        var page = await client.GetAsync("/desk/search?q=" + Uri.EscapeDataString(number));
        Assert.Equal(number, page.TextOf("li.hit .hit-head mark"));
        Assert.DoesNotContain("Zvirbulis", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_the_page_says_how_to_search_and_nonsense_is_no_error()
    {
        var client = await site.SignInAsync(DeskCases.Owner);
        var page = await client.GetAsync("/desk/search");
        Assert.Contains("Pietiek ar vārda sākumu", page.TextOf(".empty"), StringComparison.Ordinal);
        Assert.Null(page.TextOf("[role=status]"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk/search?q=%27%26%7C&from=never&to=x&unit=x&kind=9&state=moon&after=1&afterExact=x")).Status);
    }

    [Fact]
    public async Task An_empty_result_under_filters_offers_the_same_search_without_them()
    {
        await site.SubmitAsync(text: "Ezis grāvī.");
        var client = await site.SignInAsync(DeskCases.HeadOfService);
        var page = await client.GetAsync("/desk/search?q=ezis");
        var none = await page.Form("form[data-form=search]").Fill("state", "Closed").Fill("to", "2020-01-31").SendAsync();
        Assert.Equal("/desk/search?q=ezis", none.Document.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Equal("2020-01-31", none.Document.QuerySelector("#s-to")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_page_asks_the_database_as_often_for_a_full_page_as_for_one_hit()
    {
        await site.SubmitAsync(text: "Kamene pagalmā.");
        var client = await site.SignInAsync(DeskCases.HeadOfService);
        await client.GetAsync("/desk/search?q=kamene");
        site.Queries.Reset();
        await client.GetAsync("/desk/search?q=kamen");
        var one = site.Queries.Count;
        for (var i = 0; i < 22; i++)
            await site.SubmitAsync(text: $"Kamene numur {i} pagalmā.");
        site.Queries.Reset();
        var page = await client.GetAsync("/desk/search?q=kamen");
        Assert.Equal(20, page.Document.QuerySelectorAll("li.hit").Length);
        Assert.True(site.Queries.Count <= one, site.Queries.Text);
        Assert.True(site.Queries.Count <= 9, $"{site.Queries.Count}: {site.Queries.Text}");
        var next = await client.GetAsync(page.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(3, next.Document.QuerySelectorAll("li.hit").Length);
    }
}
