namespace ServiceDesk.Application.Clients;

/// <summary>How the register of clients behaves; section <c>ServiceDesk:Clients</c>.</summary>
public sealed class ClientOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ServiceDesk:Clients";

    /// <summary>
    /// Whether the check digit of a personal code whose remainder is ten, for which the rule names no digit, is expected to be zero, as the
    /// libraries have it. If not, such codes get a warning.
    /// </summary>
    public bool RemainderTenIsZero { get; set; } = true;
}
