using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Domain.Tests.Correspondence;

/// <summary>What counts as mere thanks: every word known, none of them a request.</summary>
public class ThanksTextTests
{
    private static readonly string[] Names = ["Līga Zariņa", "Ilze Kalniņa"];

    [Theory]
    [InlineData("Paldies!")]
    [InlineData("Liels paldies par ātro atbildi 🙂")]
    [InlineData("Labdien! Paldies, viss skaidrs. Ar cieņu, Ilze Kalniņa")]
    [InlineData("paldies loti par palidzibu")] // typed without marks
    [InlineData("Paldies, Līgai!")] // the name in another case
    [InlineData("Thank you very much for the quick reply.")]
    [InlineData("Thanks a lot, all clear")]
    [InlineData("Спасибо большое за ответ!")]
    [InlineData("Благодарю, всё понятно. С уважением")]
    public void Mere_thanks_are_recognised(string text) => Assert.True(ThanksText.IsOnlyThanks(text, hasFiles: false, Names));

    [Theory]
    [InlineData("Paldies, bet konteineri joprojām ir pilni.")]
    [InlineData("Paldies! Kad izvedīsiet?")]
    [InlineData("Paldies, vai viss labi?")] // a question mark decides
    [InlineData("Paldies, zvaniet 29123456")]
    [InlineData("Paldies par neko")]
    [InlineData("Labdien!")] // polite, but no thanks
    [InlineData("Thanks, but it is not solved")]
    [InlineData("Спасибо, но вопрос не решён")]
    [InlineData("Paldies, Andrim!")] // a name nobody in this case has
    [InlineData("")]
    public void Anything_more_is_an_ordinary_message(string text) => Assert.False(ThanksText.IsOnlyThanks(text, hasFiles: false, Names));

    [Fact]
    public void Thanks_with_a_file_are_an_ordinary_message() => Assert.False(ThanksText.IsOnlyThanks("Paldies!", hasFiles: true, Names));

    [Fact]
    public void Long_thanks_are_read_by_a_person() => Assert.False(ThanksText.IsOnlyThanks(string.Join(' ', Enumerable.Repeat("paldies", 40)), hasFiles: false, Names));
}
