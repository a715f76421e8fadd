using ServiceDesk.Application.Cases.Imports;

namespace ServiceDesk.Application.Tests.Cases.Imports;

public class CsvReaderTests
{
    [Theory]
    [InlineData("a;b\r\nc;d", "a|b", "c|d")]
    [InlineData("a;\"b;\r\nc\";d\n", "a|b;\r\nc|d")]
    [InlineData("\"say \"\"hello\"\"\";x", "say \"hello\"|x")]
    [InlineData("a \"quoted\" word;x", "a \"quoted\" word|x")]
    [InlineData(";;\n", "||")]
    [InlineData("a\rb", "a", "b")]
    [InlineData("a;\"never closed\n;b", "a|never closed\n;b")]
    public async Task A_record_is_read_as_spreadsheets_write_it(string text, params string[] records)
    {
        var reader = new CsvReader(new StringReader(text));
        List<string> read = [];
        while (await reader.ReadAsync(CancellationToken.None) is { } fields)
            read.Add(string.Join('|', fields));
        Assert.Equal(records, read);
    }

    [Fact]
    public async Task Of_a_record_without_end_only_the_beginning_is_kept()
    {
        var reader = new CsvReader(new StringReader("a;\"" + new string('x', CsvReader.Longest + 10)));
        var fields = await reader.ReadAsync(CancellationToken.None);
        Assert.True(reader.IsCut);
        Assert.Equal(CsvReader.Longest, fields!.Sum(f => f.Length));
        Assert.Null(await reader.ReadAsync(CancellationToken.None));
    }
}
