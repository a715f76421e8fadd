using System.Globalization;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Catalogue;

/// <summary>What a route wants to know about a case.</summary>
/// <param name="TopicId">Its topic.</param>
/// <param name="ParentTopicId">The topic above that one, if any.</param>
/// <param name="ServiceId">The service named, if any.</param>
/// <param name="Kind">What the client wants.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="Place">The place told, if any.</param>
public sealed record RoutedCase(Guid TopicId, Guid? ParentTopicId, Guid? ServiceId, CaseKind Kind, Channel Channel, string? Place);

/// <summary>The conditions of a route; what is left out does not matter. All that are named must hold.</summary>
/// <param name="TopicId">A topic; one of the first level means its subtopics too.</param>
/// <param name="ServiceId">A service.</param>
/// <param name="Kind">What the client wants.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="Places">Words of which the place must hold one, parted by commas; marks on letters do not matter.</param>
public sealed record RouteConditions(Guid? TopicId, Guid? ServiceId, CaseKind? Kind, Channel? Channel, string? Places);

/// <summary>
/// A rule that sends new cases to a unit, perhaps to one person of it. Routes are tried in their order; the first that fits decides,
/// and without one the service's or the topic's unit answers.
/// </summary>
public sealed class Route : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int LongestName = 120;

    /// <summary>Longest list of places, characters.</summary>
    public const int LongestPlaces = 300;

    private Route()
    {
    }

    /// <summary>A route.</summary>
    public Route(string? name, RouteConditions when, Guid unitId, Guid? assigneeId, int order)
    {
        Describe(name, when, unitId, assigneeId);
        Order = order;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What officials call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Place in the row, ascending; the first that fits decides.</summary>
    public int Order { get; private set; }

    /// <summary>A topic, with its subtopics.</summary>
    public Guid? TopicId { get; private set; }

    /// <summary>A service.</summary>
    public Guid? ServiceId { get; private set; }

    /// <summary>What the client wants.</summary>
    public CaseKind? Kind { get; private set; }

    /// <summary>How it reached us.</summary>
    public Channel? Channel { get; private set; }

    /// <summary>Words of the place, parted by commas.</summary>
    public string? Places { get; private set; }

    /// <summary>The unit that answers.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The person who answers, or null.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>Whether it is in use.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Writes it anew. Refused without a name and without any condition: such a route would swallow all after it.</summary>
    public void Describe(string? name, RouteConditions when, Guid unitId, Guid? assigneeId)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new Refusal("Catalogue.Refusal.RouteNeedsName");
        if (name.Trim().Length > LongestName)
            throw new Refusal("Catalogue.Refusal.NameTooLong", LongestName);
        var places = string.Join(", ", Words(when.Places));
        if (places.Length > LongestPlaces)
            throw new Refusal("Catalogue.Refusal.PlacesTooLong", LongestPlaces);
        if (when is { TopicId: null, ServiceId: null, Kind: null, Channel: null } && places.Length == 0)
            throw new Refusal("Catalogue.Refusal.RouteNeedsCondition");
        Name = name.Trim();
        (TopicId, ServiceId, Kind, Channel, Places) = (when.TopicId, when.ServiceId, when.Kind, when.Channel, places.Length == 0 ? null : places);
        (UnitId, AssigneeId) = (unitId, assigneeId);
    }

    /// <summary>Gives it another place in the row.</summary>
    public void Stand(int order) => Order = order;

    /// <summary>Puts it into use, or out of it.</summary>
    public void Switch(bool on) => IsActive = on;

    /// <summary>Whether a case fits.</summary>
    public bool Fits(RoutedCase item) =>
        (TopicId is not { } topic || topic == item.TopicId || topic == item.ParentTopicId)
        && (ServiceId is null || ServiceId == item.ServiceId)
        && (Kind is null || Kind == item.Kind)
        && (Channel is null || Channel == item.Channel)
        && (Places is null || (item.Place is { } place && Words(Places).Any(word => Holds(place, word))));

    private static bool Holds(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static string[] Words(string? places) => (places ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
