using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

public class ExplainDueDateTests(Databases databases) : IClassFixture<Databases>
{
    [Theory]
    [InlineData("sigulda", "external-reply", "2026-06-18T11:00", "2026-06-26")] // example 22
    [InlineData("sigulda", "external-reply", "2026-06-18T11:00+03:00", "2026-06-26")]
    [InlineData("sigulda", "external-reply", "2026-06-18T11:00 03:00", "2026-06-26")] // the plus of a query string
    [InlineData("sigulda", "external-reply", "2026-06-18T08:00:00Z", "2026-06-26")]
    [InlineData("sigulda", "external-reply", "2026-06-18", "2026-06-26")]
    [InlineData("sigulda", "external-reply", "2026-12-31T22:05:00Z", "2027-01-06")] // example 44: the local date is 1 January
    [InlineData("sigulda", "external-reply", "2026-10-25T03:30", "2026-10-28")] // example 25: the hour comes twice
    [InlineData("sigulda", "external-reply", "2026-03-29T03:30", "2026-04-01")] // the hour does not exist
    [InlineData("sigulda", "internal-reply", "2026-06-19T12:00", "2026-06-25")] // example 32
    [InlineData("jelgava", "acknowledge", "2026-01-16T13:00", "2026-01-17")] // example 36
    [InlineData("jelgava", "internal-reply", "2027-11-17T09:00", "2027-11-19")] // example 38
    [InlineData("bremen", "reply", "2024-06-18T22:10", "2024-06-25")] // example 39
    [InlineData("sigulda", "submission", "2026-02-27T10:00", "2026-03-27")] // L5
    [InlineData("bremen", "submission", "2026-03-02T10:00", "2026-03-16")] // L8, any standard
    [InlineData("sigulda", "submission-complex", "2026-06-15T10:00", "2026-07-15")] // L11
    [InlineData("jelgava", "forward", "2024-06-17T10:00", "2024-06-27")] // L12
    [InlineData("sigulda", "forward", "2026-12-18T10:00", "2026-12-29")] // L13
    [InlineData("sigulda", "consumer-claim", "2025-04-28T10:00", "2025-05-21")] // L15
    [InlineData(null, "external-reply", "2026-06-18T11:00", "2026-06-26")] // the municipality's own standard
    public async Task A_date_is_explained(string? standard, string rule, string received, string due)
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var answer = await house.RunAsync((ExplainDueDateHandler h) => h.HandleAsync(new(standard, rule, received), default));
        Assert.Equal(DateOnly.Parse(due, null), answer.Why.Due);
        Assert.Equal(rule, answer.Why.Rule.Id);
    }

    [Theory]
    [InlineData("riga", "external-reply", "2026-06-18T11:00", "Deadlines.Refusal.UnknownStandard")]
    [InlineData("sigulda", "reply", "2026-06-18T11:00", "Deadlines.Refusal.UnknownRule")]
    [InlineData("sigulda", null, "2026-06-18T11:00", "Deadlines.Refusal.UnknownRule")]
    [InlineData("sigulda", "external-reply", null, "Deadlines.Refusal.UnknownTime")]
    [InlineData("sigulda", "external-reply", "soon", "Deadlines.Refusal.UnknownTime")]
    [InlineData("sigulda", "external-reply", "2026-02-30T10:00", "Deadlines.Refusal.UnknownTime")]
    [InlineData("sigulda", "external-reply", "2026-06-18T25:00", "Deadlines.Refusal.UnknownTime")]
    [InlineData("sigulda", "external-reply", "0001-01-01T00:00", "Deadlines.Refusal.UnknownTime")]
    [InlineData("sigulda", "external-reply", "9999-12-31", "Deadlines.Refusal.UnknownTime")]
    [InlineData("sigulda", "external-reply", "1999-12-31T10:00", "Deadlines.Refusal.DateOutOfRange")]
    [InlineData("sigulda", "external-reply", "2100-12-31T10:00", "Deadlines.Refusal.DateOutOfRange")]
    public async Task Nonsense_is_refused_with_a_sentence(string standard, string? rule, string? received, string key)
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ExplainDueDateHandler h) => h.HandleAsync(new(standard, rule, received), default)));
        Assert.Equal(key, refusal.Key);
    }

    [Fact] // the strip tells which days are special, and on whose word
    public async Task Days_that_are_not_what_their_weekday_says_come_with_reason_and_source()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var answer = await house.RunAsync((ExplainDueDateHandler h) => h.HandleAsync(new("sigulda", "external-reply", "2026-06-18T11:00"), default));
        Assert.Equal([DayReason.MovedOut, DayReason.PublicHoliday, DayReason.PublicHoliday], answer.Special.Select(d => d.Reason));
        Assert.Contains("2026. gadā", answer.Special[0].Source, StringComparison.Ordinal);
        Assert.Equal(PublicHoliday.MidsummerEve, answer.Special[1].Holiday);
    }

    [Fact]
    public async Task Calendar_and_rules_cost_one_tiny_query_once_they_are_known()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        for (var i = 0; i < 2; i++)
        {
            house.Queries.Reset();
            await house.RunAsync((ExplainDueDateHandler h) => h.HandleAsync(new("sigulda", "external-reply", "2026-06-18T11:00"), default));
        }

        Assert.True(house.Queries.Count == 1, house.Queries.Text);
    }
}
