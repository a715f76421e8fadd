namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>
/// Hides counts that would tell about few people: those from 1 to below the threshold, and as many others as are needed
/// that a hidden one cannot be reckoned back from the totals shown. A zero is nobody and stays, unless it has to hide another.
/// </summary>
public static class Suppression
{
    /// <summary>Smallest count told about clients.</summary>
    public const int Clients = 5;

    /// <summary>Smallest count told about employees.</summary>
    public const int Employees = 10;

    /// <summary>Whether a count by itself has to be hidden.</summary>
    public static bool IsSmall(long count, int threshold) => count > 0 && count < threshold;

    /// <summary>Counts of one question, of which the last is their sum.</summary>
    public static bool[] OfLine(IReadOnlyList<long> line, int threshold)
    {
        ArgumentNullException.ThrowIfNull(line);
        var cells = new long[1, line.Count];
        for (var c = 0; c < line.Count; c++)
            cells[0, c] = line[c];
        var hidden = OfTable(cells, threshold, columnsAdd: false);
        return [.. Enumerable.Range(0, line.Count).Select(c => hidden[0, c])];
    }

    /// <summary>
    /// Which cells of a table to hide.
    /// </summary>
    /// <param name="cells">Counts; the last column is the sum of a row, and, where columns add up, the last row the sum of the columns.</param>
    /// <param name="threshold">The smallest count told.</param>
    /// <param name="columnsAdd">Whether columns add up to the last row; not so where a respondent may mark several rows.</param>
    /// <param name="told">Which sums of the last column are told elsewhere, so that hiding them here would hide nothing; the others are hidden there, too.</param>
    public static bool[,] OfTable(long[,] cells, int threshold, bool columnsAdd, IReadOnlyList<bool>? told = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var hidden = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                hidden[r, c] = c == columns - 1 && told is not null ? !told[r] : IsSmall(cells[r, c], threshold);
        }

        var fixedSums = told is not null;
        while (HideOne(cells, hidden, threshold, columnsAdd, fixedSums))
        {
        }

        return hidden;
    }

    /// <summary>Hides one more cell where something could still be reckoned back; false when all is safe.</summary>
    private static bool HideOne(long[,] cells, bool[,] hidden, int threshold, bool columnsAdd, bool fixedSums)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        for (var r = 0; r < rows; r++)
        {
            if (HideInLine(Enumerable.Range(0, columns).Select(c => (r, c)).ToList(), cells, hidden, threshold, fixedSums))
                return true;
        }

        if (!columnsAdd)
            return false;
        for (var c = 0; c < (fixedSums ? columns - 1 : columns); c++)
        {
            if (HideInLine(Enumerable.Range(0, rows).Select(r => (r, c)).ToList(), cells, hidden, threshold, fixedSums: false))
                return true;
        }

        return BreakBridge(cells, hidden, fixedSums);
    }

    private static bool HideInLine(List<(int R, int C)> line, long[,] cells, bool[,] hidden, int threshold, bool fixedSums)
    {
        var (parts, total) = (line[..^1], line[^1]);
        var gone = line.Count(x => hidden[x.R, x.C]);
        if (gone == 0)
            return false;
        // Two hidden parts whose sum is told must not be few people together, either.
        var few = !hidden[total.R, total.C] && parts.Where(x => hidden[x.R, x.C]).Sum(x => cells[x.R, x.C]) < threshold;
        if (gone > 1 && !few)
            return false;
        var candidates = line.Where(x => !hidden[x.R, x.C] && !(fixedSums && x == total)).ToList();
        if (candidates.Count == 0)
            return false;
        // The smallest that is not zero, a part before the sum; a zero only when nothing else is left.
        var chosen = candidates.OrderBy(x => cells[x.R, x.C] == 0).ThenBy(x => x == total).ThenBy(x => cells[x.R, x.C]).First();
        hidden[chosen.R, chosen.C] = true;
        return true;
    }

    /// <summary>
    /// Rows and columns are nodes, hidden cells the edges between them. A hidden cell can be reckoned exactly when its edge lies on no circle;
    /// then the smallest cell that closes a circle is hidden, too.
    /// </summary>
    private static bool BreakBridge(long[,] cells, bool[,] hidden, bool fixedSums)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (!hidden[r, c] || (fixedSums && c == columns - 1))
                    continue;
                hidden[r, c] = false;
                var reached = Reach(r, hidden);
                hidden[r, c] = true;
                if (reached.Columns[c])
                    continue;
                // An edge from the side of the row to the side of the column closes the circle.
                var closing = (from i in Enumerable.Range(0, rows)
                               from j in Enumerable.Range(0, fixedSums ? columns - 1 : columns)
                               where !hidden[i, j] && reached.Rows[i] != reached.Columns[j]
                               orderby cells[i, j] == 0, cells[i, j]
                               select (i, j)).ToList();
                if (closing.Count == 0)
                    continue;
                hidden[closing[0].i, closing[0].j] = true;
                return true;
            }
        }

        return false;
    }

    private static (bool[] Rows, bool[] Columns) Reach(int row, bool[,] hidden)
    {
        var (rows, columns) = (new bool[hidden.GetLength(0)], new bool[hidden.GetLength(1)]);
        var next = new Queue<(bool IsRow, int At)>([(true, row)]);
        rows[row] = true;
        while (next.TryDequeue(out var node))
        {
            for (var i = 0; i < (node.IsRow ? columns.Length : rows.Length); i++)
            {
                var edge = node.IsRow ? hidden[node.At, i] : hidden[i, node.At];
                var seen = node.IsRow ? columns : rows;
                if (!edge || seen[i])
                    continue;
                seen[i] = true;
                next.Enqueue((!node.IsRow, i));
            }
        }

        return (rows, columns);
    }
}
