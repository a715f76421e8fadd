using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace ServiceDesk.Application.Shared;

/// <summary>
/// Every sentence a person sees. Keys are <c>Feature.Page.Name</c>; the part before the first dot names the resource file.
/// Latvian is the neutral language, English and Russian stand beside it.
/// </summary>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new(StringComparer.Ordinal);
    private readonly CultureInfo? fixedCulture;

    /// <summary>Texts in the language of the request (<see cref="CultureInfo.CurrentUICulture"/>), read at every call.</summary>
    public Texts()
    {
    }

    private Texts(CultureInfo culture) => fixedCulture = culture;

    /// <summary>Texts in the language of the request, for places the container does not reach.</summary>
    public static Texts Current { get; } = new();

    /// <summary>The languages every text exists in, Latvian first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["lv", "en", "ru"];

    /// <summary>Two-letter code of the language in use: <c>lv</c>, <c>en</c> or <c>ru</c>.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    private CultureInfo Culture => fixedCulture ?? CultureInfo.CurrentUICulture;

    /// <summary>The text of a key; an unknown key shows itself in brackets, so that it is seen and reported.</summary>
    public string this[string key] => Find(key) ?? $"[{key}]";

    /// <summary>
    /// The text of a key with its places filled. A <see cref="DateOnly"/> is written as <c>24.11.2026.</c>, or in words with
    /// <c>{0:words}</c>, <c>{0:deadline}</c>, <c>{0:day}</c> (see <see cref="Dates"/>); an enum value by its own text.
    /// </summary>
    public string this[string key, params object?[] arguments] =>
        string.Format(new PlaceFormat(this, Culture), this[key], arguments);

    /// <summary>Texts in one language whatever the request speaks, for letters and jobs.</summary>
    public static Texts In(string language) => new(CultureInfo.GetCultureInfo(language));

    /// <summary>The sentence for a number, from <c>key.zero</c>, <c>.one</c>, <c>.few</c>, <c>.many</c>, <c>.other</c>; <c>{0}</c> is the number.</summary>
    public string Plural(string key, long count, params object?[] more)
    {
        var form = $"{key}.{PluralForm.Of(Language, count)}";
        if (Find(form) is null) form = key + ".other";
        return this[form, [count, .. more]];
    }

    /// <summary>The name of an enum value: key <c>Feature.EnumName.Value</c>, the feature being the folder the enum lives in.</summary>
    public string Of(Enum value) => this[KeyOf(value)];

    /// <summary>The key <see cref="Of"/> looks up.</summary>
    public static string KeyOf(Enum value)
    {
        var type = value.GetType();
        var feature = type.Namespace?.Split('.') is { Length: > 2 } parts ? parts[2] : "Shared";
        return $"{feature}.{type.Name}.{value}";
    }

    /// <summary>The text of a key, or null when no language has it.</summary>
    public string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0) return null;
        var file = Files.GetOrAdd(key[..dot], feature => new ResourceManager($"ServiceDesk.Application.Resources.{feature}", typeof(Texts).Assembly));
        try
        {
            return file.GetString(key, Culture);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }

    private sealed class PlaceFormat(Texts texts, CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            DateOnly day => Date(format, day),
            Enum value => texts.Of(value),
            IFormattable other => other.ToString(format, culture),
            _ => arg?.ToString() ?? "",
        };

        private string Date(string? format, DateOnly day)
        {
            var dates = Dates.In(texts.Language);
            return format switch
            {
                "words" => dates.InWords(day),
                "day" => dates.DayOn(day),
                "deadline" => dates.DeadlineInWords(day),
                "short" => dates.Short(day),
                null or "" => dates.Numeric(day),
                _ => day.ToString(format, culture),
            };
        }
    }
}
