namespace ServiceDesk.Application.Correspondence;

/// <summary>Who our letters come from (section <c>ServiceDesk:Mail</c>).</summary>
public sealed class CorrespondenceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Mail";

    /// <summary>Address in the From header.</summary>
    public string FromAddress { get; set; } = "pasts@lejasupe.example";

    /// <summary>Name in the From header.</summary>
    public string FromName { get; set; } = "Lejasupes novada pašvaldība";

    /// <summary>Right part of the Message-ID headers.</summary>
    public string MessageDomain { get; set; } = "lejasupe.example";
}
