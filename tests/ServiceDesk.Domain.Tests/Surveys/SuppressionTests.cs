using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Surveys.Statistics;

namespace ServiceDesk.Domain.Tests.Surveys;

public class SuppressionTests
{
    [Theory]
    [InlineData(new long[] { 20, 30, 50 }, 5, "...")]
    [InlineData(new long[] { 20, 30, 4, 54 }, 5, "x.x.")] // the smallest other goes along, else 54 − 50 = 4
    [InlineData(new long[] { 20, 30, 3, 2, 55 }, 5, "..xx.")] // two of them, five together
    [InlineData(new long[] { 20, 30, 2, 2, 54 }, 5, "x.xx.")] // two of them, but four together
    [InlineData(new long[] { 20, 30, 0, 50 }, 5, "....")] // nobody is nobody
    [InlineData(new long[] { 1, 2, 3 }, 5, "xxx")] // the sum is few people, too
    [InlineData(new long[] { 9, 30, 39 }, 10, "xx.")] // ten about employees
    [InlineData(new long[] { 9, 30, 39 }, 5, "...")]
    public void Small_counts_hide_and_take_another_along(long[] line, int threshold, string hidden) =>
        Assert.Equal(hidden, new string([.. Suppression.OfLine(line, threshold).Select(h => h ? 'x' : '.')]));

    [Fact]
    public void A_table_hides_what_could_be_reckoned_from_its_sums()
    {
        long[,] cells = { { 20, 3, 23 }, { 30, 40, 70 }, { 50, 43, 93 } };
        var hidden = Suppression.OfTable(cells, 5, columnsAdd: true);
        Assert.Equal("xx.xx....", Drawn(hidden));
    }

    [Fact] // solved as equations: no hidden count follows from those shown
    public void Nothing_hidden_can_be_reckoned_back()
    {
        var tables = from rows in Gen.Choose(1, 5)
                     from columns in Gen.Choose(1, 5)
                     from cells in Gen.Frequency((2, Gen.Choose(0, 12)), (1, Gen.Choose(0, 80)), (1, Gen.Constant(0))).ArrayOf(rows * columns)
                     from threshold in Gen.Elements(5, 10)
                     select (Table: WithSums(cells, rows, columns), Threshold: threshold);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(tables.ToArbitrary(), x =>
        {
            var hidden = Suppression.OfTable(x.Table, x.Threshold, columnsAdd: true);
            var (rows, columns) = (x.Table.GetLength(0), x.Table.GetLength(1));
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    if (!hidden[r, c] && Suppression.IsSmall(x.Table[r, c], x.Threshold))
                        return false;
                }
            }

            return Reckoned(hidden).Count == 0;
        }));
    }

    [Fact] // the sums of rows stand on another page
    public void Nothing_hidden_can_be_reckoned_back_from_sums_told_elsewhere()
    {
        var tables = from rows in Gen.Choose(2, 5)
                     from columns in Gen.Choose(2, 5)
                     from cells in Gen.Frequency((2, Gen.Choose(0, 12)), (1, Gen.Choose(0, 80)), (1, Gen.Constant(0))).ArrayOf(rows * columns)
                     select WithSums(cells, rows, columns);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var hidden = Suppression.OfTable(table, 5, columnsAdd: true, [.. Enumerable.Repeat(true, table.GetLength(0))]);
            var (rows, columns) = (table.GetLength(0), table.GetLength(1));
            return Enumerable.Range(0, rows).All(r => !hidden[r, columns - 1]
                && Enumerable.Range(0, columns - 1).All(c => hidden[r, c] || !Suppression.IsSmall(table[r, c], 5))) && Reckoned(hidden).Count == 0;
        }));
    }

    [Fact] // each row by itself
    public void Rows_of_a_question_with_many_answers_are_safe_one_by_one()
    {
        var lines = from columns in Gen.Choose(1, 6) from cells in Gen.Choose(0, 40).ArrayOf(columns) select WithSums(cells, 1, columns);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(lines.ToArbitrary(), table =>
        {
            var hidden = Suppression.OfTable(table, 5, columnsAdd: false);
            var gone = Enumerable.Range(0, table.GetLength(1)).Where(c => hidden[0, c]).ToList();
            var total = table.GetLength(1) - 1;
            return gone.Count != 1 && (gone.Count == 0 || gone.Contains(total) || gone.Sum(c => table[0, c]) >= 5);
        }));
    }

    private static long[,] WithSums(int[] cells, int rows, int columns)
    {
        var table = new long[rows + 1, columns + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var cell = cells[(r * columns) + c];
                table[r, c] = cell;
                table[r, columns] += cell;
                table[rows, c] += cell;
                table[rows, columns] += cell;
            }
        }

        return rows == 1 && columns > 0 ? Line(table, columns) : table;
    }

    private static long[,] Line(long[,] table, int columns)
    {
        var line = new long[1, columns + 1];
        for (var c = 0; c <= columns; c++)
            line[0, c] = table[0, c];
        return line;
    }

    /// <summary>Unknowns that the equations "parts make the sum" settle: by elimination, an unknown alone in its row.</summary>
    private static List<(int R, int C)> Reckoned(bool[,] hidden)
    {
        var (rows, columns) = (hidden.GetLength(0), hidden.GetLength(1));
        var unknown = (from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) where hidden[r, c] select (r, c)).ToList();
        var equations = new List<double[]>();
        for (var r = 0; r < rows; r++)
            equations.Add([.. unknown.Select(u => u.r != r ? 0.0 : u.c == columns - 1 ? -1 : 1)]);
        if (rows > 1)
        {
            for (var c = 0; c < columns; c++)
                equations.Add([.. unknown.Select(u => u.c != c ? 0.0 : u.r == rows - 1 ? -1 : 1)]);
        }

        var pivots = 0;
        for (var u = 0; u < unknown.Count && pivots < equations.Count; u++)
        {
            var pivot = equations.FindIndex(pivots, e => Math.Abs(e[u]) > 1e-9);
            if (pivot < 0)
                continue;
            (equations[pivots], equations[pivot]) = (equations[pivot], equations[pivots]);
            var by = equations[pivots][u];
            equations[pivots] = [.. equations[pivots].Select(x => x / by)];
            for (var e = 0; e < equations.Count; e++)
            {
                if (e == pivots || Math.Abs(equations[e][u]) < 1e-9)
                    continue;
                var factor = equations[e][u];
                equations[e] = [.. equations[e].Zip(equations[pivots], (a, b) => a - (factor * b))];
            }

            pivots++;
        }

        return [.. equations.Where(e => e.Count(x => Math.Abs(x) > 1e-9) == 1).Select(e => unknown[Array.FindIndex(e, x => Math.Abs(x) > 1e-9)])];
    }

    private static string Drawn(bool[,] hidden) => new([.. hidden.Cast<bool>().Select(h => h ? 'x' : '.')]);
}
