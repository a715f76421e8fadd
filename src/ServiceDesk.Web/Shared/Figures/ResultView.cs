using ServiceDesk.Application.Surveys.Results;

namespace ServiceDesk.Web.Shared.Figures;

/// <summary>One question to draw, with what its drawing needs to know of the wave.</summary>
public sealed record ResultView(ToldItem Told, int Threshold, IReadOnlySet<(int Day, int Hour)> Open, int Words, string Id);

/// <summary>Where the points of importance and satisfaction stand in their drawing.</summary>
public sealed class QuadrantDrawing
{
    private const double Left = 46, Top = 18, Width = 480, Height = 430;
    private readonly double fromX, toX, fromY, toY;

    public QuadrantDrawing(IReadOnlyList<ResultPair> pairs, ResultWords words)
    {
        (fromX, toX) = Ends(pairs.Select(p => p.Placed.Pair.Satisfaction.Mean!.Value));
        (fromY, toY) = Ends(pairs.Select(p => p.Placed.Pair.Importance.Mean!.Value));
        Points = [.. pairs.Select((p, i) => new Point(X(p.Placed.Pair.Satisfaction.Mean!.Value), Y(p.Placed.Pair.Importance.Mean!.Value), i + 1, words.Pair(p), p))];
    }

    public IReadOnlyList<Point> Points { get; }

    public IEnumerable<double> TicksX => Ticks(fromX, toX);

    public IEnumerable<double> TicksY => Ticks(fromY, toY);

    public double X(double value) => Left + ((value - fromX) / (toX - fromX) * Width);

    public double Y(double value) => Top + Height - ((value - fromY) / (toY - fromY) * Height);

    private static (double From, double To) Ends(IEnumerable<double> values)
    {
        var all = values.ToList();
        return (Math.Max(1, (Math.Floor(all.Min() * 5) / 5) - 0.2), Math.Min(4, (Math.Ceiling(all.Max() * 5) / 5) + 0.2));
    }

    private static IEnumerable<double> Ticks(double from, double to)
    {
        for (var at = Math.Ceiling(from * 2) / 2; at <= to + 0.001; at += 0.5)
            yield return at;
    }

    public sealed record Point(double X, double Y, int Number, string Name, ResultPair Pair);
}
