namespace ServiceDesk.Application.Deadlines;

/// <summary>The weekly message to heads (section <c>ServiceDesk:Digest</c>).</summary>
public sealed class DigestOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Digest";

    /// <summary>Whether heads get it at all.</summary>
    public bool Weekly { get; set; } = true;
}
