using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Clients;

public class AddressElementsTests
{
    [Fact]
    public void A_flat_in_a_town_is_written_small_to_large() => Assert.Equal(
        "Pils iela 16 - 5, Sigulda, Siguldas nov., LV-2150",
        new AddressElements { Street = "Pils iela", House = "16", Flat = "5", Town = "Sigulda", Municipality = "Siguldas novads", PostalCode = "2150" }.Normalised().Line);

    [Theory]
    [InlineData("Liepas")]
    [InlineData("\"Liepas\"")]
    [InlineData("„Liepas”")]
    public void A_farmstead_has_its_name_in_quotation_marks(string name) => Assert.Equal(
        "\"Liepas\", Mores pag., Siguldas nov., LV-2170",
        new AddressElements { HouseName = name, Parish = "Mores pag.", Municipality = "Siguldas nov.", PostalCode = "LV2170" }.Normalised().Line);

    [Theory]
    [InlineData("16A", null, "Brīvības iela 16A, Rīga, LV-1050")]
    [InlineData("16 k-2", "14", "Brīvības iela 16 k-2 - 14, Rīga, LV-1050")]
    public void A_house_number_keeps_its_letter_or_corpus(string house, string? flat, string line) => Assert.Equal(
        line, new AddressElements { Street = "Brīvības iela", House = house, Flat = flat, Municipality = "Rīga", PostalCode = "1050" }.Normalised().Line);

    [Fact]
    public void An_address_in_own_words_is_kept() =>
        Assert.Equal("Šķūnis aiz baznīcas, Stalbe", new AddressElements { Free = "Šķūnis aiz baznīcas,  Stalbe " }.Normalised().Line);

    [Fact]
    public void A_postal_code_of_another_country_is_kept_as_written() =>
        Assert.Equal("Hauptstraße 5, Berlin, 10827, Vācija", new AddressElements { Street = "Hauptstraße", House = "5", Town = "Berlin", PostalCode = "10827", Country = "Vācija" }.Normalised().Line);

    [Fact]
    public void A_wrong_postal_code_of_this_country_is_refused() =>
        Assert.Equal("Clients.PostalCode.Format", Assert.Throws<Refusal>(() => new AddressElements { Town = "Sigulda", PostalCode = "21500" }.Normalised()).Key);

    [Fact]
    public void A_part_that_is_too_long_is_refused() =>
        Assert.Equal("Clients.Refusal.WordTooLong", Assert.Throws<Refusal>(() => new AddressElements { Street = new string('a', 101) }.Normalised()).Key);
}
