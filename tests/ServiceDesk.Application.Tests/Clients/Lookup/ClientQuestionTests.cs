using ServiceDesk.Application.Clients.Lookup;

namespace ServiceDesk.Application.Tests.Clients.Lookup;

/// <summary>What people type while the phone rings, and the words a card is found by.</summary>
public class ClientQuestionTests
{
    [Theory]
    [InlineData("67970849", "67970849")]
    [InlineData("6797 0849", "67970849")]
    [InlineData("+371 6797-0849", "67970849")]
    [InlineData("(371) 67970849", "67970849")]
    [InlineData("00371 67 97 08 49", "67970849")]
    [InlineData("+49 151 1234567", "491511234567")]
    [InlineData("0849", "0849")]
    [InlineData("970", "970")]
    public void A_number_alone_is_its_digits_whatever_stands_between(string typed, string digits) =>
        Assert.Equal([digits], ClientQuestion.Read(typed).Terms.Select(t => t.Folded));

    [Theory]
    [InlineData("Bērziņš Jānis", "berzins", "janis")]
    [InlineData("anna 0849", "anna", "0849")]
    [InlineData("Anna.Berzina@pasts.example", "anna.berzina@pasts.example")]
    [InlineData("<anna@pasts.example>,", "anna@pasts.example")]
    [InlineData("@sigulda", "sigulda")]
    [InlineData("Pils iela 16 - 5", "pils", "16-5")]
    [InlineData("iela", "iela")]
    [InlineData("LV-2150", "lv-2150")]
    [InlineData("SIA „Kalniņu dārzi”", "sia", "kalninu", "darzi")]
    [InlineData("Иван 🙂", "иван")]
    public void Words_come_folded_and_in_any_order(string typed, params string[] terms) =>
        Assert.Equal(terms, ClientQuestion.Read(typed).Terms.Select(t => t.Folded));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData(" - ")]
    [InlineData("🙂🙂")]
    public void Too_little_looks_for_nothing(string? typed) => Assert.True(ClientQuestion.Read(typed).IsEmpty);

    [Theory]
    [InlineData("161175-19997", "16117519997")]
    [InlineData("16117519997", "16117519997")]
    [InlineData("161175 - 19997", "16117519997")]
    [InlineData("161175-1999", null)]
    [InlineData("161175-199971", null)]
    [InlineData("+371 67970849", null)]
    public void Only_eleven_digits_may_be_a_personal_code(string typed, string? code) => Assert.Equal(code, ClientQuestion.Read(typed).Code);

    [Fact]
    public void A_question_of_any_length_is_read_in_its_first_words() => Assert.Equal(8, ClientQuestion.Read(string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"vārds{i}"))).Terms.Count);

    [Fact]
    public void A_phone_is_found_by_any_three_digits_of_it()
    {
        var words = ClientWordList.OfPhone("+37167970849").Select(w => w.Word).ToList();
        Assert.Equal(["237167970849", "267970849", "27970849", "2970849", "270849", "20849", "2849"], words);
        Assert.Contains("24915112345678", ClientWordList.OfPhone("+4915112345678").Select(w => w.Word));
    }

    [Fact]
    public void An_address_leaves_out_what_every_address_has()
    {
        var words = ClientWordList.OfAddress("Pils iela 16 - 5, Sigulda, Siguldas nov., LV-2150").Select(w => w.Word).ToList();
        Assert.Equal(["3pils", "316-5", "316", "3sigulda", "3siguldas", "3lv-2150", "32150"], words);
    }

    [Fact]
    public void An_email_is_kept_whole_and_in_words_without_the_end_of_its_domain()
    {
        var words = ClientWordList.OfEmail("Anna.Bērziņa@pasts.example").ToList();
        Assert.Equal(["2anna.berzina@pasts.example", "2anna", "2berzina", "2pasts"], words.Select(w => w.Word));
        Assert.Equal("bērziņa", words[2].Written);
    }

    [Fact]
    public void A_word_of_any_length_fits() => Assert.All(ClientWordList.OfName(new string('ž', 300)), w => Assert.InRange(w.Word.Length, 1, ClientWord.MaxLength));
}
