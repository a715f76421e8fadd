namespace ServiceDesk.Domain.Deadlines;

/// <summary>The public holidays that follow from the law by themselves ("Par svētku, atceres un atzīmējamām dienām").</summary>
public enum PublicHoliday : byte
{
    /// <summary>No holiday.</summary>
    None,

    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>Good Friday (Lielā Piektdiena).</summary>
    GoodFriday,

    /// <summary>Easter Sunday.</summary>
    EasterSunday,

    /// <summary>Easter Monday.</summary>
    EasterMonday,

    /// <summary>1 May, Labour Day and convocation of the Constitutional Assembly.</summary>
    LabourDay,

    /// <summary>4 May, restoration of independence. On a weekend the next working day is off.</summary>
    RestorationOfIndependence,

    /// <summary>Second Sunday of May (Mātes diena).</summary>
    MothersDay,

    /// <summary>Pentecost Sunday (Vasarsvētki).</summary>
    Pentecost,

    /// <summary>23 June (Līgo).</summary>
    MidsummerEve,

    /// <summary>24 June (Jāņi).</summary>
    MidsummerDay,

    /// <summary>18 November, proclamation of the Republic. On a weekend the next working day is off.</summary>
    ProclamationOfRepublic,

    /// <summary>24 December.</summary>
    ChristmasEve,

    /// <summary>25 December.</summary>
    ChristmasDay,

    /// <summary>26 December.</summary>
    SecondChristmasDay,

    /// <summary>31 December.</summary>
    NewYearsEve,
}

/// <summary>Computes the public holidays of a year. One-off holidays, moved days and the Song Festival are dated exceptions, never computed.</summary>
public static class PublicHolidays
{
    /// <summary>All public holidays of a year with their dates, in no particular order. Two may fall on one date.</summary>
    public static IEnumerable<(DateOnly Date, PublicHoliday Holiday)> Of(int year)
    {
        var easter = EasterSunday(year);
        yield return (new(year, 1, 1), PublicHoliday.NewYear);
        yield return (easter.AddDays(-2), PublicHoliday.GoodFriday);
        yield return (easter, PublicHoliday.EasterSunday);
        yield return (easter.AddDays(1), PublicHoliday.EasterMonday);
        yield return (new(year, 5, 1), PublicHoliday.LabourDay);
        yield return (new(year, 5, 4), PublicHoliday.RestorationOfIndependence);
        yield return (MothersDay(year), PublicHoliday.MothersDay);
        yield return (easter.AddDays(49), PublicHoliday.Pentecost);
        yield return (new(year, 6, 23), PublicHoliday.MidsummerEve);
        yield return (new(year, 6, 24), PublicHoliday.MidsummerDay);
        yield return (new(year, 11, 18), PublicHoliday.ProclamationOfRepublic);
        yield return (new(year, 12, 24), PublicHoliday.ChristmasEve);
        yield return (new(year, 12, 25), PublicHoliday.ChristmasDay);
        yield return (new(year, 12, 26), PublicHoliday.SecondChristmasDay);
        yield return (new(year, 12, 31), PublicHoliday.NewYearsEve);
    }

    /// <summary>
    /// Whether a holiday that falls on Saturday or Sunday makes the next working day free. The law says so of 4 May and 18 November
    /// (and of the closing day of the Song Festival, which is a dated exception); nothing else has a substitute.
    /// </summary>
    public static bool HasSubstitute(PublicHoliday holiday) =>
        holiday is PublicHoliday.RestorationOfIndependence or PublicHoliday.ProclamationOfRepublic;

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous Gregorian algorithm).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var ofCentury = year % 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    private static DateOnly MothersDay(int year)
    {
        var first = new DateOnly(year, 5, 1);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + 7);
    }
}
