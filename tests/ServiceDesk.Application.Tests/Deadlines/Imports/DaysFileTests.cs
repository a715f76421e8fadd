using ServiceDesk.Application.Deadlines.Imports;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Tests.Deadlines.Imports;

/// <summary>What files of days say, and what of them cannot be read.</summary>
public class DaysFileTests
{
    private static readonly DateOnly Today = new(2026, 8, 3);

    private static Task<DaysFile> ReadAsync(string text, string source = "") => DaysFile.ReadAsync(text, source, Today, CancellationToken.None);

    private static Task<DaysFile> EventsAsync(params string[] events) => ReadAsync(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + string.Concat(events.Select(e => $"BEGIN:VEVENT\r\n{e.ReplaceLineEndings("\r\n")}\r\nEND:VEVENT\r\n")) + "END:VCALENDAR\r\n");

    [Fact]
    public async Task A_table_gives_both_days_of_a_moved_pair()
    {
        var file = await ReadAsync("Datums;Veids;Nosaukums;Pāris;Avots\n03.05.2027;Pārcelta brīvdiena;Pirms 4. maija;15.05.2027;MK rīkojums Nr. 1\n2027-07-12;svētku diena;Svētku slēgšana;;");
        Assert.Empty(file.Faults);
        Assert.Equal(
            [
                new SourceDay("2027-05-03", new(2027, 5, 3), CalendarExceptionKind.MovedOut, "Pirms 4. maija", "MK rīkojums Nr. 1", new(2027, 5, 15)),
                new SourceDay("2027-05-15", new(2027, 5, 15), CalendarExceptionKind.MovedIn, "Pirms 4. maija", "MK rīkojums Nr. 1", new(2027, 5, 3)),
                new SourceDay("2027-07-12", new(2027, 7, 12), CalendarExceptionKind.Holiday, "Svētku slēgšana", "", null),
            ],
            file.Days);
    }

    [Fact]
    public async Task A_row_of_its_own_takes_the_place_of_the_day_its_pair_implied()
    {
        var file = await ReadAsync("date,kind,name,pair\n2027-05-03,moved day off,Bridge,2027-05-15\n2027-05-15,moved working day,Worked,\n", "Order");
        Assert.Empty(file.Faults);
        Assert.Equal([("Bridge", "Order"), ("Worked", "Order")], file.Days.Select(d => (d.Name, d.Source)));
        Assert.Equal(new DateOnly(2027, 5, 3), file.Days[1].PairOn);
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_a_heading_is_not_needed()
    {
        Assert.Equal(new(2027, 5, 3), (await ReadAsync("Veids\tDatums\nHoliday\t2027-05-03")).Days[0].On);
        Assert.Equal("Vārds", (await ReadAsync("2027-05-03;Holiday;Vārds")).Days[0].Name);
        Assert.Equal("Deadlines.Import.NoHeading", (await Assert.ThrowsAsync<Refusal>(() => ReadAsync("a;b\n1;2"))).Key);
        Assert.Equal("Deadlines.Import.Empty", (await Assert.ThrowsAsync<Refusal>(() => ReadAsync(" \n"))).Key);
    }

    [Fact]
    public async Task One_bad_row_never_stops_the_rest_and_is_told_by_its_line()
    {
        var file = await ReadAsync(
            """
            datums;veids;nosaukums;pāris
            30.02.2027;svētku diena;A;
            2027-03-01;neko;B;

            2027-03-02;saīsināta darba diena;C;
            2027-03-03;pārcelta brīvdiena;D;rīt
            2027-03-04;svētku diena;"E; ar
            divām rindām";
            2027-03-04;svētku diena;F;
            2150-03-04;svētku diena;G;
            """);
        Assert.Equal(new(2027, 3, 4), Assert.Single(file.Days).On);
        Assert.Equal(
            [(2, "NotADate"), (3, "UnknownKind"), (5, "ShortenedByHand"), (6, "BadPair"), (9, "Twice"), (10, "OutOfRange")],
            file.Faults.Select(f => (f.Line, f.Key["Deadlines.Import.".Length..])));
        Assert.Equal(file.Faults, file.Faults.Select(f => DayFault.Of(f.ToString())));
    }

    [Fact]
    public async Task Whole_day_events_are_read_with_folded_lines_and_escaped_signs()
    {
        var file = await EventsAsync("UID:a@x\nDTSTART;VALUE=DATE:20270712\nDTEND;VALUE=DATE:20270713\nSUMMARY:Dziesmu svētku\n  noslēguma diena\\, pirmdiena\nX-SOURCE:Likums");
        Assert.Equal(new SourceDay("a@x", new(2027, 7, 12), CalendarExceptionKind.Holiday, "Dziesmu svētku noslēguma diena, pirmdiena", "Likums", null), Assert.Single(file.Days));
    }

    [Fact]
    public async Task The_title_and_the_weekday_tell_which_half_of_a_moved_pair_it_is()
    {
        var file = await EventsAsync(
            "UID:1\nDTSTART;VALUE=DATE:20270503\nSUMMARY:Pārcelta darba diena",
            "UID:2\nDTSTART;VALUE=DATE:20270515\nSUMMARY:Pārcelta darba diena",
            "UID:3\nDTSTART;VALUE=DATE:20270522\nSUMMARY:Darba sestdiena",
            "UID:4\nDTSTART;VALUE=DATE:20270317\nSUMMARY:Nacionālās pretošanās kustības piemiņas diena");
        Assert.Equal([CalendarExceptionKind.MovedOut, CalendarExceptionKind.MovedIn, CalendarExceptionKind.MovedIn], file.Days.Select(d => d.Kind));
        Assert.Equal("Deadlines.Import.OnlyMarked", Assert.Single(file.Faults).Key);
    }

    [Fact]
    public async Task An_event_of_several_days_gives_each_of_them()
    {
        var file = await EventsAsync("UID:n\nDTSTART;VALUE=DATE:20270705\nDURATION:P3D\nSUMMARY:Slēgts", "UID:w\nDTSTART;VALUE=DATE:20270801\nDTEND;VALUE=DATE:20270803\nSUMMARY:Slēgts");
        Assert.Equal(["n/1", "n/2", "n/3", "w/1", "w/2"], file.Days.Select(d => d.Key));
        Assert.Equal(new(2027, 8, 2), file.Days[^1].On);
    }

    [Fact]
    public async Task What_repeats_every_year_is_read_for_this_year_and_two_more()
    {
        var file = await EventsAsync(
            "UID:y\nDTSTART;VALUE=DATE:20240606\nRRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=6\nEXDATE;VALUE=DATE:20270606\nSUMMARY:Novada diena",
            "UID:c\nDTSTART;VALUE=DATE:20250909\nRRULE:FREQ=YEARLY;COUNT=3\nSUMMARY:Pilsētas diena",
            "UID:u\nDTSTART;VALUE=DATE:20260911\nRRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20280911\nSUMMARY:Gadatirgus");
        Assert.Empty(file.Faults);
        Assert.Equal(["y/2024", "y/2026", "y/2028", "c/2025", "c/2026", "c/2027", "u/2026", "u/2028"], file.Days.Select(d => d.Key));
    }

    [Theory]
    [InlineData("DTSTART:20270503T090000Z", "NotWholeDay", 4)]
    [InlineData("DTSTART;VALUE=DATE:20270231", "NotADate", 4)]
    [InlineData("DTSTART;VALUE=DATE:20270503\nDTEND;VALUE=DATE:20270801", "TooLong", 3)]
    [InlineData("DTSTART;VALUE=DATE:20270503\nRRULE:FREQ=MONTHLY", "OtherRepetition", 5)]
    [InlineData("DTSTART;VALUE=DATE:20270503\nRRULE:FREQ=YEARLY;BYDAY=2SU", "OtherRepetition", 5)]
    [InlineData("DTSTART;VALUE=DATE:20270503\nSTATUS:CANCELLED", "Cancelled", 3)]
    [InlineData("SUMMARY:Bez datuma", "NoStart", 3)]
    [InlineData("DTSTART;VALUE=DATE:20270503\nbez kola", "BadLine", 5)]
    public async Task What_is_no_whole_day_is_never_guessed(string lines, string key, int line)
    {
        var file = await EventsAsync(lines, "UID:good\nDTSTART;VALUE=DATE:20270504\nSUMMARY:Laba");
        Assert.Equal("good", Assert.Single(file.Days).Key);
        Assert.Equal((line, $"Deadlines.Import.{key}"), (file.Faults[0].Line, file.Faults[0].Key));
    }

    [Fact]
    public async Task An_alarm_inside_an_event_and_an_event_without_end_do_no_harm()
    {
        var file = await ReadAsync("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270503\nBEGIN:VALARM\nDURATION:PT15M\nDTSTART:20270101T000000\nEND:VALARM\nSUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nUID:2");
        Assert.Equal(new(2027, 5, 3), Assert.Single(file.Days).On);
        Assert.Equal((11, "Deadlines.Import.EventNotEnded"), (file.Faults[0].Line, file.Faults[0].Key));
    }
}
