namespace ServiceDesk.Domain.Surveys.Statistics;

/// <summary>Colour steps of the map of wished hours.</summary>
public static class Heat
{
    /// <summary>How many steps there are.</summary>
    public const int Steps = 4;

    /// <summary>0 up to 10 %, 1 up to 20 %, 2 up to 30 %, 3 above.</summary>
    public static int Step(Share wished) => wished.Value switch
    {
        <= 0.1 => 0,
        <= 0.2 => 1,
        <= 0.3 => 2,
        _ => 3,
    };
}
