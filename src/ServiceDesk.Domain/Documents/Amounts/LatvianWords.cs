using System.Globalization;

namespace ServiceDesk.Domain.Documents.Amounts;

/// <summary>Numbers and sums in Latvian words, as contracts and claims have them beside the figures.</summary>
public static class LatvianWords
{
    /// <summary>One more than the largest number that has words here.</summary>
    public const int Limit = 1_000_000;

    private static readonly string[] Small =
    [
        "nulle", "viens", "divi", "trīs", "četri", "pieci", "seši", "septiņi", "astoņi", "deviņi", "desmit", "vienpadsmit", "divpadsmit", "trīspadsmit", "četrpadsmit",
        "piecpadsmit", "sešpadsmit", "septiņpadsmit", "astoņpadsmit", "deviņpadsmit",
    ];

    private static readonly string[] Tens = ["", "", "divdesmit", "trīsdesmit", "četrdesmit", "piecdesmit", "sešdesmit", "septiņdesmit", "astoņdesmit", "deviņdesmit"];

    /// <summary>A number from 0 to 999 999, masculine: "pieci simti trīsdesmit".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 999 999.</exception>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Limit);
        return number < Small.Length ? Small[number] : string.Join(' ', Parts(number));
    }

    /// <summary>A sum: "pieci simti trīsdesmit euro un 40 centi". Null when it is too large for words or negative.</summary>
    public static string? Euro(decimal amount)
    {
        var rounded = Money.Cents(amount);
        if (rounded is < 0 or >= Limit)
            return null;
        var whole = (int)decimal.Truncate(rounded);
        var cents = (int)((rounded - whole) * 100);
        return string.Create(CultureInfo.InvariantCulture, $"{Of(whole)} euro un {cents:00} {(IsOne(cents) ? "cents" : "centi")}");
    }

    private static IEnumerable<string> Parts(int number)
    {
        if (number >= 1000)
        {
            foreach (var part in Parts(number / 1000))
                yield return part;
            yield return IsOne(number / 1000) ? "tūkstotis" : "tūkstoši";
        }

        var rest = number % 1000;
        if (rest >= 100)
        {
            yield return Small[rest / 100];
            yield return rest / 100 == 1 ? "simts" : "simti";
        }

        if (rest % 100 is var low and > 0)
        {
            if (low >= 20)
                yield return Tens[low / 10];
            if (low < 20)
                yield return Small[low];
            else if (low % 10 > 0)
                yield return Small[low % 10];
        }
    }

    private static bool IsOne(int number) => number % 10 == 1 && number % 100 != 11;
}
