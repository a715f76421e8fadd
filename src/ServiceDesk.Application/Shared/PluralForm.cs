namespace ServiceDesk.Application.Shared;

/// <summary>Plural categories of whole numbers (CLDR): which form of a noun follows a number.</summary>
public static class PluralForm
{
    /// <summary>
    /// <c>zero</c>, <c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>. Latvian: zero 0, 10–20, 30, 111 · one 1, 21, 101 · other 2–9, 22.
    /// Russian: one 1, 21 · few 2–4, 22 · many 0, 5–20, 25. English: one 1 · other the rest.
    /// </summary>
    public static string Of(string language, long count)
    {
        var n = Math.Abs(count);
        var tens = n % 100;
        var units = n % 10;
        return language switch
        {
            "lv" => units == 0 || tens is >= 11 and <= 19 ? "zero" : units == 1 ? "one" : "other",
            "ru" => units == 1 && tens != 11 ? "one" : units is >= 2 and <= 4 && tens is not (>= 12 and <= 14) ? "few" : "many",
            _ => n == 1 ? "one" : "other",
        };
    }

    /// <summary>The categories a language uses for whole numbers.</summary>
    public static IReadOnlyList<string> FormsOf(string language) => language switch
    {
        "lv" => ["zero", "one", "other"],
        "ru" => ["one", "few", "many"],
        _ => ["one", "other"],
    };
}
