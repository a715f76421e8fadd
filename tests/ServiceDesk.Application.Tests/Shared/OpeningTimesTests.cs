using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Tests.Shared;

public class OpeningTimesTests
{
    [Fact]
    public void Days_and_hours_are_read_from_the_setting()
    {
        var times = OpeningTimes.Parse("Mon 8:00-18:00; Tue-Thu 8:00-17:00; Fri 8:00-15:00");
        Assert.Equal([DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday], times[1].Days);
        Assert.Equal(new TimeOnly(15, 0), times[2].To);
    }

    [Theory]
    [InlineData("Pirmd 8:00-18:00")]
    [InlineData("Mon 8-18")]
    [InlineData("Mon")]
    public void Hours_that_cannot_be_read_are_refused(string text) => Assert.Throws<FormatException>(() => OpeningTimes.Parse(text));
}
