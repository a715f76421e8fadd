using System.Globalization;
using System.Text;

namespace ServiceDesk.Application.Shared.Sheets;

/// <summary>
/// Comma-separated values as spreadsheets in Latvia open them by a double click: UTF-8 with a byte order mark, semicolons, decimal
/// commas, dates as 24.11.2026. A text that a spreadsheet would calculate gets an apostrophe in front.
/// </summary>
public sealed class CsvSheet(Stream file) : ISheetWriter
{
    private static readonly NumberFormatInfo Latvian = new() { NumberDecimalSeparator = "," };
    private readonly StreamWriter writer = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);
    private readonly StringBuilder line = new();

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        line.Clear();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                line.Append(';');
            Append(cells[i]);
        }

        line.Append("\r\n");
        await writer.WriteAsync(line, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private void Append(object? cell)
    {
        switch (cell)
        {
            case string text:
                Append(FormulaGuard.IsSuspicious(text) ? "'" + text : text);
                break;
            case DateOnly day:
                line.Append(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture));
                break;
            case IFormattable number:
                line.Append(number.ToString(null, Latvian));
                break;
        }
    }

    private void Append(string text)
    {
        if (text.AsSpan().IndexOfAny(";\"\r\n") >= 0)
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            line.Append(text);
    }
}
