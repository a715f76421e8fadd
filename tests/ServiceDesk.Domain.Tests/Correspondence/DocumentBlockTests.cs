using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Correspondence;

public class DocumentBlockTests
{
    private static readonly Actor Daina = new(Guid.NewGuid(), "Daina Vītola");
    private static readonly DateTimeOffset Now = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);
    private static readonly PreparedContent Content = new() { Name = "Atbilde", DocumentKind = DocumentKind.Letter, Place = BlockPlace.Text, Language = "lv", Body = "Par {{document.subject}}." };

    [Fact]
    public void A_block_may_carry_what_stands_on_documents_and_a_letter_may_not()
    {
        Assert.Equal(Content, Make(Content).Content());
        var refusal = Assert.Throws<Refusal>(() => PreparedText.Make(PreparedTextKind.Template, new PreparedContent { Name = "Atbilde", Letter = LetterKind.Reply, Language = "lv", Body = Content.Body }, Daina, Now));
        Assert.Equal(("Correspondence.Refusal.UnknownVariable", "{{document.subject}}"), (refusal.Key, refusal.Arguments[0]));
    }

    [Fact]
    public void A_part_the_kind_has_not_is_refused()
    {
        Assert.Equal("Wording.Refusal.PlaceMissing", Assert.Throws<Refusal>(() => Make(Content with { Place = BlockPlace.Clauses })).Key);
        Assert.Equal("Wording.Refusal.PlaceMissing", Assert.Throws<Refusal>(() => Make(Content with { DocumentKind = null })).Key);
        Assert.Equal("Wording.Refusal.BodyMissing", Assert.Throws<Refusal>(() => Make(Content with { Body = " " })).Key);
    }

    [Theory]
    [InlineData("\n\nLabdien!\nPar {{klients}}.", "Correspondence.Refusal.UnknownVariable", 4)]
    [InlineData("Pirmā {{today}}\r\notrā {{today}\r\ntrešā", "Correspondence.Refusal.BrokenVariable", 2)]
    public void What_is_wrong_with_a_variable_is_said_with_its_line_as_it_was_typed(string body, string key, int line)
    {
        var refusal = Assert.Throws<Refusal>(() => Make(Content with { Body = body }));
        Assert.Equal((key, (object)line), (refusal.Key, refusal.Arguments[1]));
    }

    [Fact]
    public void Every_kind_of_document_has_a_part_for_blocks() => Assert.All(Enum.GetValues<DocumentKind>(), kind => Assert.NotEmpty(BlockPlaces.Of(kind)));

    private static PreparedText Make(PreparedContent content) => PreparedText.Make(PreparedTextKind.Block, content, Daina, Now);
}
