namespace ServiceDesk.Application.Shared;

/// <summary>Settings of one installation (section <c>ServiceDesk</c>). What officials change while it runs is data, not settings.</summary>
public sealed class ServiceDeskOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk";

    /// <summary>Where everything the site writes goes. Absolute once read; <c>data</c> in the content root by default.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>The municipality's service standard: name of a file in <c>seeds/standards</c> without its extension.</summary>
    public string Standard { get; set; } = "sigulda";

    /// <summary>Whether the demonstration municipality fills the database; by default in Development only.</summary>
    public bool DemoData { get; set; }

    /// <summary>IANA name of the municipality's time zone.</summary>
    public string TimeZone { get; set; } = "Europe/Riga";

    /// <summary>Address of the site as clients reach it, for links in letters; no slash at the end.</summary>
    public string PublicAddress { get; set; } = "http://localhost:5080";

    /// <summary>The training clock.</summary>
    public ClockOptions Clock { get; set; } = new();
}

/// <summary>The training clock of a demonstration (section <c>ServiceDesk:Clock</c>).</summary>
public sealed class ClockOptions
{
    /// <summary>
    /// Local date or time (<c>2026-06-18</c>, <c>2026-06-18T09:00</c>, with an offset if wanted) at which every start begins.
    /// Empty means the real time. Refused unless demo data is on.
    /// </summary>
    public string? StartAt { get; set; }
}
