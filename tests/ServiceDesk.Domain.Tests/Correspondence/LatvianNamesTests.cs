using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Domain.Tests.Correspondence;

public class LatvianNamesTests
{
    [Theory]
    [InlineData("Ilze Kalniņa", "Ilzei Kalniņai")]
    [InlineData("Anna Marija Egle", "Annai Marijai Eglei")]
    [InlineData("Liene Kalniņa-Ozola", "Lienei Kalniņai-Ozolai")]
    [InlineData("Rasma Platā", "Rasmai Platajai")]
    [InlineData("Jānis Bērziņš", "Jānim Bērziņam")]
    [InlineData("Andrejs Ozols", "Andrejam Ozolam")]
    [InlineData("Ingus Zaķis", "Ingum Zaķim")]
    [InlineData("Pēteris Liepa", "Pēterim Liepam")]
    [InlineData("Juris Platais", "Jurim Platajam")]
    public void A_name_is_addressed_in_the_dative(string name, string dative) => Assert.Equal(dative, LatvianNames.Dative(name));

    [Theory]
    [InlineData("SIA „Tīrā vide”")]
    [InlineData("Ilze")]
    [InlineData("Ольга Иванова")]
    [InlineData("ILZE KALNIŅA")]
    [InlineData("Oto Kalniņš")]
    [InlineData("Biedrība Upes krasts 2020")]
    [InlineData("")]
    public void What_it_cannot_tell_stays_as_it_was(string name) => Assert.Equal(name, LatvianNames.Dative(name));
}
