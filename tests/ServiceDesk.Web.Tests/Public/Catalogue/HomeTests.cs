using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Catalogue;

public class HomeTests(Site site) : IClassFixture<Site>
{
    // Thursday 18 June 2026; Friday is day 1, then a moved-out Monday, Līgo and Jāņi; Thursday 25 is day 2, Friday 26 day 3.
    [Fact]
    public async Task The_page_names_the_day_by_which_we_answer_what_is_written_today()
    {
        var page = await site.Visitor().GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Kā varam Jums palīdzēt?", page.TextOf("h1"));
        Assert.Equal("piektdienai, 26. jūnijam", page.TextOf(".answerby .d"));
        Assert.Equal("3 darba dienas, šo dienu neskaitot. 26. jūnijs ieskaitīts. Kāpēc šis datums?", page.TextOf(".answerby .foot"));
    }

    [Fact]
    public async Task The_strip_joins_free_days_of_one_kind_and_tells_each_cell_in_words()
    {
        var page = await site.Visitor().GetAsync("/");
        Assert.Equal(
            [
                "ceturtdiena, 18. jūnijs, saņemts, šodien",
                "piektdiena, 19. jūnijs, 1. diena",
                "sestdiena, 20. jūnijs – svētdiena, 21. jūnijs, brīvs",
                "pirmdiena, 22. jūnijs, pārcelta",
                "otrdiena, 23. jūnijs – trešdiena, 24. jūnijs, svētki",
                "ceturtdiena, 25. jūnijs, 2. diena",
                "piektdiena, 26. jūnijs, 3. diena, termiņš",
            ],
            page.TextsOf(".strip li .vh").Select(text => text.Replace('\u00A0', ' ')));
    }

    [Fact]
    public async Task A_case_can_be_asked_for_from_the_home_page()
    {
        var page = await site.Visitor().GetAsync("/");
        var answer = await page.Form(".panel-dark").Fill("Input.Number", "4.1-5/26/1").Fill("Input.Key", "H6TW3NQ8").SendAsync();
        Assert.Equal("Pārbaudīt statusu", answer.TextOf("h1"));
        Assert.Equal("4.1-5/26/1", answer.Form()["Input.Number"]);
    }

    [Theory]
    [InlineData("/contacts", "Kontakti")]
    [InlineData("/privacy", "Personas datu apstrāde")]
    [InlineData("/accessibility", "Piekļūstamības paziņojums")]
    public async Task The_statements_are_open_to_everybody(string address, string heading)
    {
        var page = await site.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, page.TextOf("h1"));
    }

    [Fact]
    public async Task Contacts_list_the_units_that_serve_clients()
    {
        var page = await site.Visitor().GetAsync("/contacts");
        Assert.Contains("Būvvalde", page.TextsOf("tbody th"));
    }

    [Fact]
    public async Task The_switch_changes_the_language_keeps_the_page_and_is_remembered()
    {
        var visitor = site.Visitor();
        var page = await visitor.GetAsync("/contacts");
        var answer = await visitor.GetAsync(page.Document.QuerySelector(".p-lang a[lang=en]")!.GetAttribute("href")!);
        Assert.Equal("/contacts", answer.Location);
        page = await visitor.GetAsync("/contacts");
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Contacts", page.TextOf("h1"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    public async Task The_switch_leads_nobody_to_a_foreign_site(string back)
    {
        var answer = await site.Visitor().GetAsync("/language/en?back=" + Uri.EscapeDataString(back));
        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task A_language_nobody_speaks_here_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/language/xx")).Status);

    // Russian is off on public pages unless the municipality says otherwise.
    [Fact]
    public async Task A_language_that_is_not_public_holds_on_staff_pages_only()
    {
        var visitor = site.Visitor();
        await visitor.GetAsync("/language/ru");
        Assert.Equal("lv", (await visitor.GetAsync("/")).Document.DocumentElement.GetAttribute("lang"));
    }
}
