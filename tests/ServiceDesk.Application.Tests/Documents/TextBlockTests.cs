using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Application.Tests.Documents;

public class TextBlockTests
{
    [Fact]
    public void Blank_lines_part_paragraphs_and_single_breaks_stay()
    {
        var blocks = TextBlock.Read("Labdien!\r\n\r\n\r\nPirmā rinda\r\notrā rinda\n");
        Assert.Equal(["Labdien!", "Pirmā rinda\notrā rinda"], blocks.Select(b => string.Join('\n', b.Lines)));
        Assert.All(blocks, b => Assert.False(b.IsList));
    }

    [Fact]
    public void Numbered_lines_are_a_list_also_right_below_a_sentence()
    {
        var blocks = TextBlock.Read("Esam paveikuši:\n1. 20. novembrī maisi ir aizvesti;\n2. no 27. novembra izved piektdienās.");
        Assert.Equal(2, blocks.Count);
        Assert.Equal((1, true), (blocks[1].FirstNumber, blocks[1].IsList));
        Assert.Equal(["20. novembrī maisi ir aizvesti;", "no 27. novembra izved piektdienās."], blocks[1].Lines);
    }

    [Fact]
    public void A_list_goes_on_where_the_last_one_stopped()
    {
        var blocks = TextBlock.Read("1) viens\n2) divi\n\nstarp\n\n3) trīs\n4) četri");
        Assert.Equal([1, null, 3], blocks.Select(b => b.FirstNumber));
    }

    [Fact]
    public void Dashes_are_a_list_without_numbers()
    {
        var list = Assert.Single(TextBlock.Read("- viens\n– divi\n• trīs"));
        Assert.Equal((null, true), (list.FirstNumber, list.IsList));
        Assert.Equal(["viens", "divi", "trīs"], list.Lines);
    }

    [Theory]
    [InlineData("1. novembrī ceļš bija slēgts.")]
    [InlineData("12. mājas iedzīvotāji rakstīja.")]
    [InlineData("2026. gadā ceļu laboja.")]
    public void A_line_that_only_begins_with_a_number_is_a_paragraph(string line)
    {
        var block = Assert.Single(TextBlock.Read(line));
        Assert.False(block.IsList);
        Assert.Equal([line], block.Lines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void Nothing_typed_is_nothing(string? text) => Assert.Empty(TextBlock.Read(text));

    [Fact]
    public void No_word_is_lost()
    {
        const string Text = "3. trīs\n1. viens\nteksts\n- svītra\nvēl\n2. divi\n3. trīs";
        Assert.Equal(["trīs", "viens", "teksts", "svītra", "vēl", "divi", "trīs"], TextBlock.Read(Text).SelectMany(b => b.Lines).Select(l => l.Split(' ')[^1]));
    }
}
