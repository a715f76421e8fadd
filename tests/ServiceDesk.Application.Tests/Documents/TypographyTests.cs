using ServiceDesk.Application.Documents;

namespace ServiceDesk.Application.Tests.Documents;

public class TypographyTests
{
    // "_" stands for the no-break space.
    [Theory]
    [InlineData("2026. gada 20. novembrī", "2026._gada_20._novembrī")]
    [InlineData("no 2024. gada 3. janvāra", "no 2024._gada_3._janvāra")]
    [InlineData("5. un 12. novembrī Upes ielu izlaida", "5._un 12._novembrī Upes ielu izlaida")]
    [InlineData("pie 4. un 6. mājas", "pie 4._un 6._mājas")]
    [InlineData("saņemts 2026. gadā. Atbilde", "saņemts 2026._gadā. Atbilde")]
    [InlineData("mājā Nr. 18. Tad zvanīja", "mājā Nr._18. Tad zvanīja")]
    [InlineData("vēstule Nr. 5", "vēstule Nr._5")]
    [InlineData("reģ. Nr. 40000000002", "reģ._Nr._40000000002")]
    [InlineData("plkst. 18.00", "plkst._18.00")]
    [InlineData("530,40 EUR", "530,40_EUR")]
    [InlineData("EUR 530,40", "EUR_530,40")]
    [InlineData("1 250 000,00 euro", "1_250_000,00_euro")]
    [InlineData("tālrunis 6000 0000", "tālrunis_6000_0000")]
    [InlineData("10 darba dienu laikā", "10_darba dienu laikā")]
    [InlineData("uz 3 lp.", "uz 3_lp.")]
    [InlineData("samazināt par 21 % gadā", "samazināt par 21_% gadā")]
    [InlineData("SIA „Tīrā vide”", "SIA_„Tīrā vide”")]
    [InlineData("A. Bērziņš un J. K. Ozols", "A._Bērziņš un J._K._Ozols")]
    [InlineData("ielas, parki u. c. vietas", "ielas, parki u._c. vietas")]
    [InlineData("A ir B", "A_ir B")]
    [InlineData("Upes iela – labota", "Upes iela_– labota")]
    [InlineData("Vienkāršs teikums bez skaitļiem.", "Vienkāršs teikums bez skaitļiem.")]
    [InlineData("", "")]
    public void Latvian_keeps_together_what_belongs_together(string text, string fixedText) =>
        Assert.Equal(fixedText, Typography.Lv(text).Replace('\u00A0', '_'));

    [Theory]
    [InlineData("ru", "в доме № 5 и у Лиепы", "в_доме №_5 и_у_Лиепы")]
    [InlineData("ru", "1 250 евро", "1_250_евро")]
    [InlineData("en", "on 20 November, No. 5, 12 EUR", "on 20 November, No._5, 12_EUR")]
    [InlineData("en", "in 2026. the street", "in 2026. the street")]
    public void Other_languages_have_their_own_rules(string language, string text, string fixedText) =>
        Assert.Equal(fixedText, Typography.In(language, text).Replace('\u00A0', '_'));

    [Fact]
    public void Nothing_but_spaces_changes_and_twice_is_once()
    {
        const string Alphabet = "aBcģŠ19.,„”–()%€NrEUR SIA gada plkst. u. c. \n";
        var random = new Random(20261120);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            foreach (var language in (string[])["lv", "en", "ru"])
            {
                var once = Typography.In(language, text);
                Assert.Equal(text, once.Replace('\u00A0', ' '));
                Assert.Equal(once, Typography.In(language, once));
            }
        }
    }

    [Fact] // every rule looks at a few characters only
    public void A_text_of_a_hundred_thousand_characters_is_no_trouble()
    {
        var text = string.Concat(Enumerable.Repeat("1 2 a. b 3. c – ", 6_250));
        Assert.Equal(text, Typography.Lv(text).Replace('\u00A0', ' '));
    }
}
