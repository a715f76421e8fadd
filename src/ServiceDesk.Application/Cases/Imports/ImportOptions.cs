namespace ServiceDesk.Application.Cases.Imports;

/// <summary>Taking over older registers (section <c>ServiceDesk:Import</c>).</summary>
public sealed class ImportOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Import";

    /// <summary>Units an older register names otherwise than we do: their name there and the name of ours.</summary>
    public Dictionary<string, string> FormerUnits { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
