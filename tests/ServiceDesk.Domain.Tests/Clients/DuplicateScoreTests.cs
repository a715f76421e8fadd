using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using static ServiceDesk.Domain.Clients.Duplicates.DuplicateReasons;

namespace ServiceDesk.Domain.Tests.Clients;

/// <summary>The table of likelihoods: each line is two cards as people would describe them.</summary>
public class DuplicateScoreTests
{
    private const string Anna = "name=Anna Bērziņa";

    [Theory]
    [InlineData("the same person written twice", Anna + ";born=1975-11-16", "name=BERZINA ANNA;born=1975-11-16", 60, SameName | SameBirthDate)]
    [InlineData("the same name at the same address", Anna + ";at=Pils iela 16 - 5, Sigulda, LV-2150", "name=Anna Berzina;at=PILS IELA 16-5, Sigulda", 55, SameName | SameAddress)]
    [InlineData("the same name and phone", Anna + ";phone=+37129102938", Anna + ";phone=+37129102938", 75, SameName | SamePhone)]
    [InlineData("the same name and e-mail", Anna + ";email=anna@example.lv", Anna + ";email=anna@example.lv", 80, SameName | SameEmail)]
    [InlineData("the same code, another surname after the wedding", Anna + ";code=x", "name=Anna Kalniņa;code=x", 100, SameCode)]
    [InlineData("the same code, no word in common", Anna + ";code=x", "name=Līga Ozola;code=x", 75, SameCode | OtherName)]
    [InlineData("one letter other, the same e-mail", Anna + ";email=a@b.lv", "name=Anna Bērziņš;email=a@b.lv", 65, SameEmail | SimilarName)]
    [InlineData("one more given name, the same birthday and phone", Anna + ";born=1975-11-16;phone=+37129102938", "name=Anna Marija Bērziņa;born=1975-11-16;phone=+37129102938", 85, SamePhone | SimilarName | SameBirthDate)]
    [InlineData("somebody known only by a phone", Anna + ";phone=+37129102938", "kind=Unknown;name=29102938;phone=+37129102938", 65, SamePhone | NumberOnly)]
    [InlineData("a firm written in two ways", "kind=LegalPerson;name=SIA \"Rīta rasa\";reg=40003521600", "kind=LegalPerson;name=Rita Rasa, SIA;reg=40003521600", 100, SameRegistrationNumber | SameName)]
    [InlineData("the same official e-address", Anna + ";eaddress=_default@1", "name=A. Bērziņa;eaddress=_default@1", 70, SameEAddress)]
    [InlineData("a former name is the other's name, the same birthday", Anna + ";name=Anna Kalniņa;born=1975-11-16", "name=Anna Kalniņa;born=1975-11-16", 60, SameName | SameBirthDate)]
    public void Perhaps_the_same(string why, string one, string other, int points, DuplicateReasons reasons)
    {
        Assert.NotEmpty(why);
        var score = DuplicateScore.Of(Read(one), Read(other));
        Assert.Equal((points, reasons), (score.Points, score.Reasons));
        Assert.Equal(score, DuplicateScore.Of(Read(other), Read(one)));
        Assert.True(score.Points >= DuplicateScore.Threshold);
        Assert.NotEmpty(Read(one).BlockingKeys().Intersect(Read(other).BlockingKeys()));
    }

    [Theory]
    [InlineData("two people of one name", Anna, Anna, 35)]
    [InlineData("a family shares a phone", Anna + ";phone=+37129102938", "name=Jānis Bērziņš;phone=+37129102938", 15)]
    [InlineData("a couple with one surname shares phone and home", Anna + ";phone=+37129102938;at=Pils iela 16", "name=Jānis Bērziņa;phone=+37129102938;at=Pils iela 16", 40)]
    [InlineData("father and son in one house", "name=Jānis Bērziņš;born=1950-01-01;at=Pils iela 16", "name=Jānis Bērziņš;born=1980-01-01;at=Pils iela 16", 5)]
    [InlineData("the same name and birthday, other codes", Anna + ";born=1975-11-16;code=x", Anna + ";born=1975-11-16;code=y", 0)]
    [InlineData("two firms of one name", "kind=LegalPerson;name=SIA \"Rasa\";reg=40003521600;phone=+37167970849", "kind=LegalPerson;name=SIA \"Rasa\";reg=40003032949;phone=+37167970849", 0)]
    [InlineData("a person and the person's firm", Anna + ";phone=+37129102938;email=a@b.lv", "kind=LegalPerson;name=ZS \"Anna Bērziņa\";phone=+37129102938;email=a@b.lv", 0)]
    [InlineData("born on one day", Anna + ";born=1975-11-16", "name=Līga Ozola;born=1975-11-16", 0)]
    [InlineData("neighbours of one name in a street", Anna + ";at=Pils iela, Sigulda", Anna + ";at=Pils iela, Sigulda", 35)]
    [InlineData("nothing at all", "kind=Unknown;name=29102938", "kind=Unknown;name=29102939", 0)]
    public void Not_enough(string why, string one, string other, int points)
    {
        Assert.NotEmpty(why);
        var score = DuplicateScore.Of(Read(one), Read(other));
        Assert.Equal(points, score.Points);
        Assert.True(score.Points < DuplicateScore.Threshold);
        Assert.Equal(score, DuplicateScore.Of(Read(other), Read(one)));
    }

    [Theory]
    [InlineData("Pils iela 16 - 5, Sigulda, Siguldas nov., LV-2150", "pils 16 5 sigulda siguldas")]
    [InlineData("\"Liepas\", Mores pag., Siguldas nov., LV-2170", "liepas mores siguldas")]
    [InlineData("Sigulda", "")]
    [InlineData("Pils iela, Sigulda, LV-2150", "")]
    [InlineData(null, "")]
    public void An_address_is_folded_to_what_tells_it_apart(string? line, string key) => Assert.Equal(key, ClientTraits.AddressKey(line));

    [Fact]
    public void Every_reason_has_a_weight() =>
        Assert.Equal(Enum.GetValues<DuplicateReasons>().Where(r => r != None).Order(), DuplicateScore.Weights.Keys.Order());

    private static ClientTraits Read(string card)
    {
        var facts = card.Split(';').Select(f => f.Split('=', 2)).ToLookup(f => f[0], f => f[1]);
        var kind = facts["kind"].Select(Enum.Parse<ClientKind>).FirstOrDefault();
        return new ClientTraits
        {
            Kind = kind,
            Names = ClientTraits.NamesOf(kind, facts["name"]),
            BirthDate = facts["born"].Select(d => (DateOnly?)DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault(),
            RegistrationNumber = facts["reg"].FirstOrDefault(),
            Codes = [.. facts["code"]],
            Phones = [.. facts["phone"]],
            Emails = [.. facts["email"]],
            EAddresses = [.. facts["eaddress"]],
            Addresses = [.. facts["at"].Select(ClientTraits.AddressKey).Where(a => a.Length > 0)],
        };
    }
}
