using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDesk.Domain.Quality.Mystery;

/// <summary>How a shopper comes.</summary>
public enum MysteryChannel
{
    /// <summary>Face to face.</summary>
    InPerson,

    /// <summary>By phone.</summary>
    Phone,

    /// <summary>By e-mail.</summary>
    Email,
}

/// <summary>What part of a visit a criterion belongs to.</summary>
public enum MysteryArea
{
    /// <summary>Premises and desk.</summary>
    Premises,

    /// <summary>How one is received.</summary>
    Reception,

    /// <summary>The conversation.</summary>
    Conversation,

    /// <summary>The farewell.</summary>
    Farewell,

    /// <summary>Help on the premises, asked for only where the situation arises; counts in the score and in no area.</summary>
    Help,

    /// <summary>The phone call.</summary>
    Call,

    /// <summary>The letter.</summary>
    Letter,
}

/// <summary>A text in three languages.</summary>
/// <param name="Lv">Latvian.</param>
/// <param name="En">English.</param>
/// <param name="Ru">Russian.</param>
public sealed record MysteryWords(string Lv, string En, string Ru)
{
    /// <summary>The text in a language.</summary>
    public string In(string language) => language switch { "en" => En, "ru" => Ru, _ => Lv };
}

/// <summary>A criterion of the protocol.</summary>
/// <param name="Code">F1 to F26, T1 to T13, E1 to E13.</param>
/// <param name="Clause">Clause of the standard.</param>
/// <param name="Channel">The channel it is asked in.</param>
/// <param name="Area">The part of the visit.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Critical">Whether a zero caps the score of the visit.</param>
/// <param name="Conditional">Whether the situation may not have arisen.</param>
/// <param name="Name">What is looked at.</param>
public sealed record MysteryCriterion(string Code, string Clause, MysteryChannel Channel, MysteryArea Area, int Weight, bool Critical, bool Conditional, MysteryWords Name);

/// <summary>The criteria of one standard.</summary>
public sealed class MysteryCriteria
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, MysteryCriterion> byCode;

    private MysteryCriteria(string standard, IReadOnlyList<MysteryCriterion> all)
    {
        (Standard, All) = (standard, all);
        byCode = all.ToDictionary(c => c.Code, StringComparer.Ordinal);
    }

    /// <summary>Id of the standard.</summary>
    public string Standard { get; }

    /// <summary>All criteria in their order.</summary>
    public IReadOnlyList<MysteryCriterion> All { get; }

    /// <summary>The criterion of a code, or null.</summary>
    public MysteryCriterion? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Criteria of a channel.</summary>
    public IEnumerable<MysteryCriterion> Of(MysteryChannel channel) => All.Where(c => c.Channel == channel);

    /// <summary>Criteria out of a file under <c>seeds/quality</c>.</summary>
    public static MysteryCriteria Read(string json)
    {
        var file = JsonSerializer.Deserialize<CriteriaFile>(json, Json)!;
        return new(file.Standard, file.Criteria);
    }

    private sealed record CriteriaFile(string Standard, IReadOnlyList<MysteryCriterion> Criteria);
}
