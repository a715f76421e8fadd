namespace ServiceDesk.Domain.Surveys;

/// <summary>A text of a survey in three languages; Latvian is always there.</summary>
/// <param name="Lv">Latvian.</param>
/// <param name="En">English; empty where it was not translated.</param>
/// <param name="Ru">Russian; empty where it was not translated.</param>
public sealed record SurveyWords(string Lv, string En = "", string Ru = "")
{
    /// <summary>Longest text in one language, characters.</summary>
    public const int MaxLength = 2000;

    /// <summary>No text.</summary>
    public static SurveyWords None { get; } = new("");

    /// <summary>The text in a language, in Latvian where it was not translated.</summary>
    public string In(string language) => language switch
    {
        "en" when En.Length > 0 => En,
        "ru" when Ru.Length > 0 => Ru,
        _ => Lv,
    };

    /// <summary>Without blanks at the ends.</summary>
    public SurveyWords Trimmed() => new((Lv ?? "").Trim(), (En ?? "").Trim(), (Ru ?? "").Trim());

    /// <summary>Whether a text is longer than it may be.</summary>
    public bool IsTooLong(int limit = MaxLength) => Lv.Length > limit || En.Length > limit || Ru.Length > limit;
}
