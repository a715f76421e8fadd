namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>A 95 % interval.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Quantile of the normal distribution for 95 %.</summary>
    public const double Z = 1.959964;

    /// <summary>Whether zero lies outside, so that a difference may be called one.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;
}
