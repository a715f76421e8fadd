namespace ServiceDesk.Application.Protection.Requests;

/// <summary>When who answers people's requests is reminded (section <c>ServiceDesk:PersonRequests</c>).</summary>
public sealed class PersonRequestOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:PersonRequests";

    /// <summary>Working days before the last day, 1 to 60 each; empty means those of <see cref="Days"/>. Once the day has passed it reminds in any case.</summary>
    public List<int> RemindBefore { get; set; } = [];

    /// <summary>Whether reminders also go out by e-mail.</summary>
    public bool ByEmail { get; set; } = true;

    /// <summary>The days in force, the farthest first: by default seven and two.</summary>
    public IReadOnlyList<int> Days => RemindBefore.Count > 0 ? [.. RemindBefore.Distinct().OrderDescending()] : [7, 2];
}
