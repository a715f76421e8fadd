namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>A part of those who answered.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many; 0 when nobody answered.</param>
public readonly record struct Share(long Count, long Of)
{
    /// <summary>The part, 0 to 1; 0 of nobody.</summary>
    public double Value => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>Wilson's 95 % interval: keeps within 0 and 1 and does not collapse at the ends. Of nobody everything is possible.</summary>
    public Interval Interval
    {
        get
        {
            if (Of == 0)
                return new(0, 1);
            const double square = Statistics.Interval.Z * Statistics.Interval.Z;
            var spread = Statistics.Interval.Z * Math.Sqrt((Value * (1 - Value) / Of) + (square / (4.0 * Of * Of)));
            var middle = Value + (square / (2.0 * Of));
            var scale = 1 + (square / Of);
            return new(Count == 0 ? 0 : Math.Max(0, (middle - spread) / scale), Count == Of ? 1 : Math.Min(1, (middle + spread) / scale));
        }
    }
}
