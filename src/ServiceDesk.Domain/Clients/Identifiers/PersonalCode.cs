namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>The two formats of personal codes.</summary>
public enum PersonalCodeFormat
{
    /// <summary>Assigned until 30.06.2017: the date of birth, the century, three digits and a check digit.</summary>
    Dated,

    /// <summary>Newborns and voluntary changes since 01.07.2017: begins 32 to 39, the rest is random and says nothing.</summary>
    Random,
}

/// <summary>
/// A Latvian personal code (personas kods). Length, foreign characters, an impossible date and a birth in the future are errors; a check
/// digit that differs is a warning only, for the algorithm was never confirmed. Codes of the new format have no check digit in the law.
/// </summary>
public sealed record PersonalCode
{
    private static readonly int[] Weights = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private PersonalCode(string digits, PersonalCodeFormat format, DateOnly? bornOn, bool checkDigitAgrees) =>
        (Digits, Format, BornOn, CheckDigitAgrees) = (digits, format, bornOn, checkDigitAgrees);

    /// <summary>The eleven digits, as they are stored.</summary>
    public string Digits { get; }

    /// <summary>Old or new format.</summary>
    public PersonalCodeFormat Format { get; }

    /// <summary>Date of birth of a code of the old format; null for the new one, from which no age is derived.</summary>
    public DateOnly? BornOn { get; }

    /// <summary>Whether the last digit is what the old rule expects; of codes of the new format this is for information only.</summary>
    public bool CheckDigitAgrees { get; }

    /// <summary>The last four digits, which a mask leaves readable.</summary>
    public string LastFour => Digits[^4..];

    /// <summary>As written on paper: six digits, a hyphen, five.</summary>
    public string Written => $"{Digits[..6]}-{Digits[6..]}";

    /// <summary>What is shown instead of a code to whoever has no need of it: <c>••••••-•1234</c>.</summary>
    public static string Mask(string lastFour) => $"••••••-•{lastFour}";

    /// <summary>Checks what somebody typed.</summary>
    /// <param name="text">The code with or without hyphen and blanks.</param>
    /// <param name="today">Today, local: nobody is born later.</param>
    /// <param name="tenIsZero">Whether a remainder of ten, for which the rule names no digit, is written as zero, as the libraries have it.</param>
    public static Checked<PersonalCode> Check(string? text, DateOnly today, bool tenIsZero = true)
    {
        var digits = Checked.Bare(text);
        if (!Checked.AllDigits(digits))
            return Checked.Refuse<PersonalCode>("Clients.Code.NotDigits");
        if (digits.Length != 11)
            return Checked.Refuse<PersonalCode>("Clients.Code.Length");
        if (digits[0] >= '4')
            return Checked.Refuse<PersonalCode>("Clients.Code.Organisation");

        var remainder = (1101 - Weights.Select((weight, place) => weight * (digits[place] - '0')).Sum()) % 11;
        remainder = remainder < 0 ? remainder + 11 : remainder;
        var agrees = (remainder == 10 ? (tenIsZero ? 0 : -1) : remainder) == digits[10] - '0';
        if (digits[0] == '3' && digits[1] >= '2')
            return Checked.Accept(new PersonalCode(digits, PersonalCodeFormat.Random, null, agrees));

        if (BirthDate(digits) is not { } bornOn)
            return Checked.Refuse<PersonalCode>("Clients.Code.NoSuchDate");
        if (bornOn > today)
            return Checked.Refuse<PersonalCode>("Clients.Code.BornInFuture");
        return Checked.Accept(new PersonalCode(digits, PersonalCodeFormat.Dated, bornOn, agrees), agrees ? null : "Clients.Code.CheckDigit");
    }

    /// <summary>Never the code itself, so that it cannot slip into a log or a message.</summary>
    public override string ToString() => Mask(LastFour);

    private static DateOnly? BirthDate(string digits)
    {
        var century = digits[6] switch { '0' => 1800, '1' => 1900, '2' => 2000, _ => 0 };
        var (day, month, year) = (Pair(digits, 0), Pair(digits, 2), century + Pair(digits, 4));
        return century > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Pair(string digits, int start) => ((digits[start] - '0') * 10) + digits[start + 1] - '0';
}
