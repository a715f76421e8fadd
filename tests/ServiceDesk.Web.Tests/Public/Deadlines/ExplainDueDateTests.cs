using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Deadlines;

public class ExplainDueDateTests(Site site) : IClassFixture<Site>
{
    [Fact] // the fake clock stands on Thu 18.06.2026, example 22
    public async Task The_page_answers_for_today_before_anything_is_asked()
    {
        var page = await site.Visitor().GetAsync("/when");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Kad atbildēsim?", page.TextOf("h1"));
        Assert.Equal("piektdienai, 26. jūnijam", page.TextOf(".answerby .d"));
        Assert.Contains("Jāņu diena", page.Text, StringComparison.Ordinal);
        Assert.Contains("SIG 21.1", page.Text, StringComparison.Ordinal);
    }

    [Fact] // example 30: due on a Saturday that is worked
    public async Task Any_day_and_hour_can_be_asked_for()
    {
        var page = await site.Visitor().GetAsync("/when");
        var answer = await page.Form("form[action='/when']").Fill("Date", "2026-01-15").Fill("Time", "11:00").Fill("Rule", "external-reply").SendAsync();
        Assert.Equal("pirmdienai, 19. janvārim", answer.TextOf(".answerby .d"));
        Assert.Contains("Pārceltā darba diena", answer.Text, StringComparison.Ordinal);
        Assert.Equal("2026-01-15", answer.Form("form[action='/when']")["Date"]);
    }

    [Theory]
    [InlineData("?date=2026-03-29&time=03:30&rule=external-reply", "plkst. 4.30")] // the hour does not exist
    [InlineData("?date=2027-04-29&rule=external-reply", "vēl nav apstiprināts")]
    [InlineData("?date=2026-02-27&rule=submission", "piektdienai, 27. martam")] // L5
    [InlineData("?date=2026-03-02&rule=submission", "pirmdienai, 16. martam")] // L8
    public async Task The_answer_says_what_is_special(string query, string words) =>
        Assert.Contains(words, (await site.Visitor().GetAsync("/when" + query)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("?date=1999-12-31", "kalendārs aptver")]
    [InlineData("?date=2026-06-18&rule=none", "Noteikuma „none”")]
    [InlineData("?date=never", "")]
    public async Task Nonsense_is_answered_with_a_sentence_and_not_with_an_error(string query, string words)
    {
        var page = await site.Visitor().GetAsync("/when" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.TextOf(".err-sum"));
        Assert.Contains(words, page.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Null(page.TextOf(".answerby"));
    }

    [Fact]
    public async Task The_promises_stand_with_their_clauses_and_the_law_beside_them()
    {
        var page = await site.Visitor().GetAsync("/promises");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Uz Jūsu vēstuli atbildam trīs darbdienu laikā. SIG 21.1", page.Text.Replace("laikā.SIG", "laikā. SIG", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("10 darba dienu", page.Text, StringComparison.Ordinal);
    }
}
