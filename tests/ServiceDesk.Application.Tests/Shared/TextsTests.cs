using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Tests.Shared;

public class TextsTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> All = TextCatalogue.Texts;

    [Theory]
    [InlineData("lv")]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_text_exists_in_every_language_with_the_plural_forms_the_language_needs(string language)
    {
        var wanted = All.Values.SelectMany(texts => texts.Keys)
            .SelectMany(key => TextCatalogue.PluralBase(key) is { } stem ? PluralForm.FormsOf(language).Select(form => $"{stem}.{form}") : [key]);
        None(wanted.Except(All[language].Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("lv")]
    [InlineData("en")]
    [InlineData("ru")]
    public void No_text_is_empty_and_none_has_blanks_at_its_ends(string language) =>
        None(All[language].Where(text => text.Value.Trim(' ', '\n').Length != text.Value.Length || text.Value.Length == 0).Select(text => text.Key));

    [Fact]
    public void Every_language_fills_the_same_places()
    {
        var differing = All["lv"].Keys.Select(key => TextCatalogue.PluralBase(key) ?? key).Distinct()
            .Where(key => All.Values.Select(texts => string.Join(' ', Places(texts, key))).Distinct().Count() > 1);
        None(differing);
    }

    [Fact]
    public void Every_key_the_sources_name_exists()
    {
        var keys = All["lv"].Keys.ToHashSet(StringComparer.Ordinal);
        var stems = keys.Select(TextCatalogue.PluralBase).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unknown = TextCatalogue.Used
            .Where(use => use.Key.EndsWith('*') ? !keys.Any(key => key.StartsWith(use.Key[..^1], StringComparison.Ordinal)) : !keys.Contains(use.Key) && !stems.Contains(use.Key))
            .Select(use => $"{use.Key} in {use.Value}");
        None(unknown);
    }

    [Fact]
    public void Every_text_is_used()
    {
        var literal = TextCatalogue.Used.Keys.Where(use => !use.EndsWith('*')).ToHashSet(StringComparer.Ordinal);
        var beginnings = TextCatalogue.Used.Keys.Where(use => use.EndsWith('*')).Select(use => use[..^1]).ToList();
        var unused = All["lv"].Keys.Where(key =>
            !literal.Contains(key)
            && !(TextCatalogue.PluralBase(key) is { } stem && literal.Contains(stem))
            && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))
            && !IsEnumValue(key));
        None(unused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_enum_with_texts_has_one_for_every_value()
    {
        var missing = TextCatalogue.Enums
            .Where(entry => All["lv"].Keys.Any(key => key.StartsWith(entry.Key + ".", StringComparison.Ordinal)))
            .SelectMany(entry => Enum.GetNames(entry.Value).Select(name => $"{entry.Key}.{name}"))
            .Except(All["lv"].Keys);
        None(missing);
    }

    // CLDR: 0 darba dienu, 1 darba diena, 3 darba dienas, 11 darba dienu, 21 darba diena.
    [Theory]
    [InlineData("lv", 0, "zero")]
    [InlineData("lv", 1, "one")]
    [InlineData("lv", 2, "other")]
    [InlineData("lv", 9, "other")]
    [InlineData("lv", 10, "zero")]
    [InlineData("lv", 11, "zero")]
    [InlineData("lv", 19, "zero")]
    [InlineData("lv", 20, "zero")]
    [InlineData("lv", 21, "one")]
    [InlineData("lv", 22, "other")]
    [InlineData("lv", 30, "zero")]
    [InlineData("lv", 101, "one")]
    [InlineData("lv", 111, "zero")]
    [InlineData("lv", 121, "one")]
    [InlineData("ru", 0, "many")]
    [InlineData("ru", 1, "one")]
    [InlineData("ru", 2, "few")]
    [InlineData("ru", 4, "few")]
    [InlineData("ru", 5, "many")]
    [InlineData("ru", 11, "many")]
    [InlineData("ru", 12, "many")]
    [InlineData("ru", 14, "many")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 22, "few")]
    [InlineData("ru", 112, "many")]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 21, "other")]
    public void A_number_takes_its_plural_form(string language, int count, string form) => Assert.Equal(form, PluralForm.Of(language, count));

    [Theory]
    [InlineData("lv", 0, "0 darba dienu")]
    [InlineData("lv", 1, "1 darba diena")]
    [InlineData("lv", 3, "3 darba dienas")]
    [InlineData("lv", 11, "11 darba dienu")]
    [InlineData("lv", 21, "21 darba diena")]
    [InlineData("en", 1, "1 working day")]
    [InlineData("en", 3, "3 working days")]
    [InlineData("ru", 1, "1 рабочий день")]
    [InlineData("ru", 3, "3 рабочих дня")]
    [InlineData("ru", 5, "5 рабочих дней")]
    public void Working_days_are_counted_in_words(string language, int count, string words) =>
        Assert.Equal(words, Texts.In(language).Plural("Shared.Days.Working", count).Replace('\u00A0', ' '));

    // Accusative after "kavēts": 1 darba dienu, 2 darba dienas, 11 darba dienu.
    [Theory]
    [InlineData(1, "Kavēts 1 darba dienu")]
    [InlineData(2, "Kavēts 2 darba dienas")]
    [InlineData(11, "Kavēts 11 darba dienu")]
    [InlineData(21, "Kavēts 21 darba dienu")]
    public void An_overdue_badge_speaks_the_accusative(int days, string words)
    {
        var badge = new DueBadge(DueState.Overdue, new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 19), days);
        Assert.Equal(words, badge.Text(Texts.In("lv"), Dates.In("lv")).Replace('\u00A0', ' '));
    }

    [Fact]
    public void An_enum_value_is_named_by_its_own_text() => Assert.Equal("Auditor", Texts.In("en").Of(Role.Auditor));

    [Fact]
    public void A_missing_key_shows_itself() => Assert.Equal("[Shared.Nothing]", Texts.In("lv")["Shared.Nothing"]);

    [Fact]
    public void A_date_in_a_sentence_is_written_with_the_year() =>
        Assert.Equal("Pieprasījuma numurs: 24.11.2026.", Texts.In("lv")["Shared.Status.RequestId", new DateOnly(2026, 11, 24)]);

    private static void None(IEnumerable<string> faults)
    {
        var list = faults.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }

    private static bool IsEnumValue(string key)
    {
        var dot = key.LastIndexOf('.');
        return TextCatalogue.Enums.TryGetValue(key[..dot], out var type) && Enum.GetNames(type).Contains(key[(dot + 1)..]);
    }

    private static SortedSet<string> Places(IReadOnlyDictionary<string, string> texts, string key) => texts.TryGetValue(key, out var text)
        ? TextCatalogue.Places(text)
        : new(texts.Where(entry => TextCatalogue.PluralBase(entry.Key) == key).SelectMany(entry => TextCatalogue.Places(entry.Value)), StringComparer.Ordinal);
}
