using System.Text;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>A file of records, opened: how it is written and what separates its columns is found out from the file itself.</summary>
public sealed class CsvFile : IDisposable
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    private readonly StreamReader text;

    private CsvFile(StreamReader text, char separator) => (this.text, Records) = (text, new CsvReader(text, separator));

    /// <summary>Its records, the heading first.</summary>
    public CsvReader Records { get; }

    /// <summary>Opens a file at its beginning; the stream stays open afterwards.</summary>
    /// <param name="content">The file; its position can be set.</param>
    /// <param name="cancellationToken">Stops the look into it.</param>
    public static async Task<CsvFile> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var encoding = await RegisterEncoding.DetectAsync(content, cancellationToken);
        string heading;
        using (var peek = Read(content, encoding))
            heading = await peek.ReadLineAsync(cancellationToken) ?? "";
        content.Position = 0;
        return new CsvFile(Read(content, encoding), SeparatorOf(heading));
    }

    /// <summary>The sign between columns: the one the heading has most of.</summary>
    public static char SeparatorOf(string heading) => Separators.MaxBy(sign => heading.Count(c => c == sign));

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();

    private static StreamReader Read(Stream content, Encoding encoding) => new(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
}
