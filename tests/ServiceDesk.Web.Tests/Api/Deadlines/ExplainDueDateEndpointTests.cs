using System.Net;
using System.Text.Json;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Api.Deadlines;

public class ExplainDueDateEndpointTests(Site site) : IClassFixture<Site>
{
    [Fact] // example 22
    public async Task A_due_date_comes_with_everything_needed_to_check_it()
    {
        using var json = await GetAsync("standard=sigulda&rule=external-reply&received=2026-06-18T11:00");
        var answer = json.RootElement;
        Assert.Equal(
            ["standard", "rule", "clause", "received", "receivedOn", "due", "dueUtc", "days", "calendarConfirmed"],
            answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("sigulda", answer.GetProperty("standard").GetString());
        Assert.Equal("external-reply", answer.GetProperty("rule").GetString());
        Assert.Equal("SIG 21.1", answer.GetProperty("clause").GetString());
        Assert.Equal("2026-06-18T11:00:00+03:00", answer.GetProperty("received").GetString());
        Assert.Equal("2026-06-18", answer.GetProperty("receivedOn").GetString());
        Assert.Equal("2026-06-26", answer.GetProperty("due").GetString());
        Assert.Equal("2026-06-26T21:00:00Z", answer.GetProperty("dueUtc").GetString());
        Assert.True(answer.GetProperty("calendarConfirmed").GetBoolean());
        Assert.Equal(
            "18 received|19 working*|20 weekend|21 weekend|22 movedOut|23 publicHoliday|24 publicHoliday|25 working*|26 working*",
            string.Join('|', answer.GetProperty("days").EnumerateArray().Select(d =>
                $"{d.GetProperty("date").GetString()![8..]} {d.GetProperty("reason").GetString()}{(d.GetProperty("counted").GetBoolean() ? "*" : "")}")));
    }

    [Theory]
    [InlineData("received=2026-10-25T03:30", "2026-10-25T03:30:00+03:00")] // exists twice: the first, summer one
    [InlineData("received=2026-03-29T03:30", "2026-03-29T04:30:00+03:00")] // does not exist: moved on by the gap
    [InlineData("received=2026-12-31T22:05:00Z", "2027-01-01T00:05:00+02:00")]
    [InlineData("received=2026-06-18T11:00%2B03:00", "2026-06-18T11:00:00+03:00")]
    public async Task Every_hour_has_a_defined_answer(string received, string reckoned)
    {
        using var json = await GetAsync("standard=sigulda&rule=external-reply&" + received);
        Assert.Equal(reckoned, json.RootElement.GetProperty("received").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("standard=sigulda&rule=external-reply&received=tomorrow")]
    [InlineData("standard=sigulda&rule=external-reply&received=2026-02-30T10:00")]
    [InlineData("standard=atlantis&rule=external-reply&received=2026-06-18T11:00")]
    [InlineData("standard=sigulda&rule=none&received=2026-06-18T11:00")]
    [InlineData("standard=sigulda&rule=external-reply&received=1066-10-14T10:00")]
    public async Task Nonsense_gets_400_with_a_problem_document(string query)
    {
        var response = await site.CreateClient().GetAsync("/api/deadlines/explain?" + query, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.RootElement.GetProperty("detail").GetString()));
    }

    private async Task<JsonDocument> GetAsync(string query)
    {
        var response = await site.CreateClient().GetAsync("/api/deadlines/explain?" + query, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text);
    }
}
