using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Tests.Cases.Links;

public class LikenessTests
{
    [Theory]
    [InlineData("Bedre Upes ielā", "Bedres Upes iela 5", true)]
    [InlineData("Neizvesti atkritumi Upes ielā", "Nav izvesti atkritumi, Upes iela", true)]
    [InlineData("neizvesti ATKRITUMI", "Neizvestie atkritumi", true)]
    [InlineData("Bedre Upes ielā", "Apgaismojums Upes ielā", false)]
    [InlineData("Bedre Upes ielā", "Bērnudārza rinda", false)]
    [InlineData("Jautājums", "Jautājums", false)] // says nothing
    [InlineData("", "Bedre Upes ielā", false)]
    public void Subjects_are_alike_when_half_of_the_shorter_ones_words_agree(string one, string other, bool alike)
    {
        Assert.Equal(alike, Likeness.AreAlike(one, other));
        Assert.Equal(alike, Likeness.AreAlike(other, one));
    }

    [Theory]
    [InlineData("Ilze Kalniņa", "ilze@pasts.example", null, "Ilze Kalnina", "ILZE@pasts.example", null, ClientMatch.Email)]
    [InlineData("Ilze Kalniņa", null, "+371 2912 3456", null, null, "29123456", ClientMatch.Phone)]
    [InlineData("Kalniņa Ilze", null, null, "Ilze Kalniņa", null, null, ClientMatch.Name)]
    [InlineData("Ilze Kalniņa", "ilze@pasts.example", null, "Ilze Kalniņa", "cita.ilze@pasts.example", null, ClientMatch.None)]
    [InlineData("Ilze", null, null, "Ilze", null, null, ClientMatch.None)] // a first name alone is nobody
    [InlineData("Ilze Kalniņa", "gimene@pasts.example", null, "Jānis Ozols", "gimene@pasts.example", null, ClientMatch.None)] // a shared address
    [InlineData(null, null, "2912", null, null, "2912", ClientMatch.None)]
    [InlineData(null, null, null, null, null, null, ClientMatch.None)]
    public void Clients_are_the_same_by_address_or_phone_and_perhaps_by_name(
        string? name, string? email, string? phone, string? otherName, string? otherEmail, string? otherPhone, ClientMatch expected) =>
        Assert.Equal(expected, SameClient.Match(
            new Contact { Name = name, Email = email, Phone = phone }, new Contact { Name = otherName, Email = otherEmail, Phone = otherPhone }));
}
