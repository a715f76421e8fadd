using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Tests.Shared;

public class DatesTests
{
    // A Tuesday; the date of the mock-ups.
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData("lv", "otrdienai, 2026. gada 24. novembrim (ieskaitot)")]
    [InlineData("en", "Tuesday, 24 November 2026 (inclusive)")]
    [InlineData("ru", "вторника, 24 ноября 2026 года (включительно)")]
    public void A_deadline_is_said_in_words_with_weekday_and_includes_its_day(string language, string words) =>
        Assert.Equal(words, Plain(Dates.In(language).DeadlineInWords(Tuesday)));

    [Theory]
    [InlineData("lv", "otrdienai, 24. novembrim")]
    [InlineData("en", "Tuesday, 24 November")]
    [InlineData("ru", "вторника, 24 ноября")]
    public void A_heading_leaves_the_year_out(string language, string words) => Assert.Equal(words, Plain(Dates.In(language).Deadline(Tuesday)));

    [Theory]
    [InlineData("lv", "2026. gada 24. novembris")]
    [InlineData("en", "24 November 2026")]
    [InlineData("ru", "24 ноября 2026 года")]
    public void A_date_by_itself_stands_in_the_nominative(string language, string words) => Assert.Equal(words, Plain(Dates.In(language).InWords(Tuesday)));

    [Theory]
    [InlineData("lv", "2026. gada 24. novembrī")]
    [InlineData("en", "on 24 November 2026")]
    [InlineData("ru", "24 ноября 2026 года")]
    public void A_day_something_happened_on_stands_in_the_locative(string language, string words) => Assert.Equal(words, Plain(Dates.In(language).OnInWords(Tuesday)));

    [Theory]
    [InlineData("lv", "otrdien, 24. novembrī")]
    [InlineData("en", "on Tuesday, 24 November")]
    [InlineData("ru", "во вторник, 24 ноября")]
    public void A_weekday_something_happens_on(string language, string words) => Assert.Equal(words, Plain(Dates.In(language).DayOn(Tuesday)));

    [Theory]
    [InlineData("lv", "2026. gada oktobrī")]
    [InlineData("en", "In October 2026")]
    [InlineData("ru", "В октябре 2026 года")]
    public void A_month_opens_a_sentence(string language, string words) => Assert.Equal(words, Plain(Dates.In(language).InMonth(new DateOnly(2026, 10, 1))));

    // March and August end in -s and -a in Latvian: the dative is martam, augustam.
    [Theory]
    [InlineData(1, "janvārim")]
    [InlineData(2, "februārim")]
    [InlineData(3, "martam")]
    [InlineData(4, "aprīlim")]
    [InlineData(5, "maijam")]
    [InlineData(6, "jūnijam")]
    [InlineData(7, "jūlijam")]
    [InlineData(8, "augustam")]
    [InlineData(9, "septembrim")]
    [InlineData(10, "oktobrim")]
    [InlineData(11, "novembrim")]
    [InlineData(12, "decembrim")]
    public void Every_Latvian_month_has_its_dative(int month, string dative) =>
        Assert.EndsWith(dative, Dates.In("lv").Deadline(new DateOnly(2026, month, 1)), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-23", "pirmdienai")]
    [InlineData("2026-11-24", "otrdienai")]
    [InlineData("2026-11-25", "trešdienai")]
    [InlineData("2026-11-26", "ceturtdienai")]
    [InlineData("2026-11-27", "piektdienai")]
    [InlineData("2026-11-28", "sestdienai")]
    [InlineData("2026-11-29", "svētdienai")]
    public void Every_Latvian_weekday_has_its_dative(string day, string dative) =>
        Assert.StartsWith(dative, Dates.In("lv").Deadline(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), StringComparison.Ordinal);

    [Theory]
    [InlineData("lv", "24.11.2026.")]
    [InlineData("en", "24.11.2026")]
    [InlineData("ru", "24.11.2026")]
    public void Numbers_end_in_a_full_stop_only_in_Latvian(string language, string words) => Assert.Equal(words, Dates.In(language).Numeric(Tuesday));

    [Theory]
    [InlineData("2026-11-24", "šodien")]
    [InlineData("2026-11-25", "rīt, 25.11.")]
    [InlineData("2026-11-27", "piektdien, 27.11.")]
    public void A_near_day_is_named_from_today(string day, string words) =>
        Assert.Equal(words, Dates.In("lv").Soon(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Tuesday));

    // 21:30 UTC is half past eleven in Riga in winter, and the next day begins two hours later than in UTC.
    [Fact]
    public void Staff_see_the_year_only_where_it_is_not_this_one()
    {
        var dates = Dates.In("lv");
        Assert.Equal("24.11.", dates.Short(Tuesday, new DateOnly(2026, 1, 1)));
        Assert.Equal("24.11.2026.", dates.Short(Tuesday, new DateOnly(2027, 1, 1)));
        var newYear = new DateTimeOffset(2026, 12, 31, 22, 5, 0, TimeSpan.Zero); // 00:05 in Riga
        Assert.Equal("01.01. 0:05", dates.Stamp(newYear, new DateOnly(2027, 1, 2)));
        Assert.Equal("01.01.2027. 0:05", dates.Stamp(newYear, new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public void An_instant_is_told_in_local_time()
    {
        var late = new DateTimeOffset(2026, 11, 16, 22, 5, 0, TimeSpan.Zero);
        Assert.Equal("17.11. 0:05", Dates.In("lv").Stamp(late));
        Assert.Equal("otrdien, 17. novembrī, plkst. 0.05", Plain(Dates.In("lv").Moment(late)));
        Assert.Equal("šodien, plkst. 0.05", Plain(Dates.In("lv").Moment(late, new DateOnly(2026, 11, 17))));
        Assert.Equal("on Tuesday, 17 November, at 0:05", Plain(Dates.In("en").Moment(late)));
        Assert.Equal("во вторник, 17 ноября, в 0:05", Plain(Dates.In("ru").Moment(late)));
        Assert.Equal("2026-11-17T00:05", Dates.In("lv").Iso(late));
    }

    [Theory]
    [InlineData("lv", "Rīt, 20.11.")]
    [InlineData("en", "Tomorrow, 20.11.")]
    [InlineData("ru", "Завтра, 20.11.")]
    public void A_badge_due_tomorrow_says_so(string language, string words) =>
        Assert.Equal(words, new DueBadge(DueState.Soon, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 19)).Text(Texts.In(language), Dates.In(language)));

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
