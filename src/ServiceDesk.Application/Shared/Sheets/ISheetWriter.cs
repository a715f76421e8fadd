namespace ServiceDesk.Application.Shared.Sheets;

/// <summary>
/// A table on its way into a file, row by row, so that no table is ever whole in memory. Cells are texts, <see cref="int"/>,
/// <see cref="double"/>, <see cref="DateOnly"/> or null. The first row holds the names of the columns. Disposing ends the file.
/// </summary>
public interface ISheetWriter : IAsyncDisposable
{
    /// <summary>Writes the next row.</summary>
    Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken);
}

/// <summary>Texts a spreadsheet would take for a formula.</summary>
public static class FormulaGuard
{
    /// <summary>Whether a text begins with something a spreadsheet would calculate.</summary>
    public static bool IsSuspicious(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');
}
