using System.Text;
using ServiceDesk.Application.Cases.Search;

namespace ServiceDesk.Application.Tests.Cases.Search;

public class SearchTextTests
{
    [Theory]
    [InlineData("Bērziņš", "berzins")]
    [InlineData("Čēsis", "cesis")]
    [InlineData("ĀČĒĢĪĶĻŅŌŖŠŪŽ", "acegiklnorsuz")]
    [InlineData("Müller", "muller")]
    [InlineData("Ёлкин", "елкин")]
    public void Folding_drops_case_and_marks(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact] // some keyboards send a letter and its mark apart
    public void A_letter_and_its_mark_apart_are_the_same_word()
    {
        var apart = "Ķekava".Normalize(NormalizationForm.FormD);
        Assert.Equal(SearchText.Terms("Ķekava"), SearchText.Terms(apart));
        Assert.Equal(SearchText.Words("Ķekava").Single().Exact, SearchText.Words(apart).Single().Exact);
    }

    [Fact]
    public void A_number_is_looked_for_whole_and_found_by_its_parts()
    {
        Assert.Equal(["4.1-5/26/1482"], SearchText.Terms("4.1-5/26/1482").Select(t => t.Folded));
        Assert.Equal(["4.1-5/26/1482", "4", "1", "5", "26", "1482"], SearchText.Words("4.1-5/26/1482").Select(w => w.Folded));
    }

    [Fact]
    public void Punctuation_is_no_part_of_a_word() =>
        Assert.Equal(["mitrums", "sienas", "a", "b"], SearchText.Terms("„Mitrums”, sienas! A/B %_'").Select(t => t.Folded));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("%&|!:*'\\")]
    public void Nothing_to_look_for_gives_no_terms(string? question) => Assert.Empty(SearchText.Terms(question));

    [Fact]
    public void A_snippet_shows_the_first_hit_with_its_surroundings()
    {
        var text = string.Concat(Enumerable.Repeat("Sveicināti un labdien. ", 20)) + "Kāpnēs ir\n\npelējums un mitrums. " + string.Concat(Enumerable.Repeat("Lūdzu atbildēt. ", 20));
        var pieces = Snippets.Around(text, SearchText.Terms("pelej mitr"), 120);
        Assert.Equal(["pelējums", "mitrums"], pieces.Where(p => p.IsHit).Select(p => p.Text));
        var shown = string.Concat(pieces.Select(p => p.Text));
        Assert.StartsWith("… ", shown, StringComparison.Ordinal);
        Assert.EndsWith(" …", shown, StringComparison.Ordinal);
        Assert.Contains("Kāpnēs ir pelējums un mitrums.", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 60, 130);
    }

    [Theory]
    [InlineData("pelējums")]
    [InlineData("")]
    [InlineData("ābols pelējums")]
    public void A_short_text_is_shown_whole(string text) =>
        Assert.Equal(text, string.Concat(Snippets.Around(text, SearchText.Terms("pelej")).Select(p => p.Text)));

    [Fact] // one endless word leaves no blank to cut at
    public void A_text_without_blanks_is_cut_all_the_same()
    {
        var pieces = Snippets.Around(new string('a', 5000), SearchText.Terms("aaa"), 200);
        Assert.InRange(pieces.Sum(p => p.Text.Length), 100, 210);
    }

    [Fact] // a number and its parts overlap; what is shown is the text, once
    public void Marks_never_overlap()
    {
        var pieces = Snippets.Mark("Skat. 4.1-5/26/1482 un 1482.", SearchText.Terms("1482 4"));
        Assert.Equal("Skat. 4.1-5/26/1482 un 1482.", string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal(["4.1-5/26/1482", "1482"], pieces.Where(p => p.IsHit).Select(p => p.Text));
    }
}
