using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Demo;

/// <summary>What people of Lejasupe write and how they are answered (<c>seeds/demo/cases.json</c>).</summary>
internal sealed record DemoBook
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required IReadOnlyList<DemoStory> Stories { get; init; }

    public required IReadOnlyList<DemoExplanation> Explanations { get; init; }

    public required IReadOnlyList<string> Remarks { get; init; }

    public required IReadOnlyList<string> Additions { get; init; }

    public required IReadOnlyList<string> Handovers { get; init; }

    public static DemoBook Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("seeds/demo/cases.json")
            ?? throw new InvalidOperationException("There is no seed file 'demo/cases.json'.");
        return JsonSerializer.Deserialize<DemoBook>(stream, Json) ?? throw new InvalidOperationException("The seed file 'demo/cases.json' is empty.");
    }
}

/// <summary>One text with its answers. Places: <c>{st}</c> street, <c>{nr}</c> house, <c>{v}</c> village (where), <c>{vg}</c> village (whose).</summary>
internal sealed record DemoStory
{
    public required CaseKind Kind { get; init; }

    public required string Topic { get; init; }

    /// <summary>Unit, where it is not the topic's.</summary>
    public string? Unit { get; init; }

    public string Language { get; init; } = "lv";

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Reply { get; init; }

    public required CaseOutcome Outcome { get; init; }

    public string? Interim { get; init; }

    public string? Note { get; init; }

    public string? Forwarding { get; init; }

    /// <summary>Reason for extending the statutory term.</summary>
    public string? Extension { get; init; }

    /// <summary>Why it is left without examination.</summary>
    public string? Unexamined { get; init; }

    public bool Formal { get; init; }

    public bool Anonymous { get; init; }

    /// <summary>The client does not want the unit to know who wrote.</summary>
    public bool Secret { get; init; }
}

/// <summary>Why a clock was missed, as employees put it.</summary>
internal sealed record DemoExplanation(BreachCause Cause, string Text);

/// <summary>Fills the places of a story.</summary>
internal sealed record DemoPlace(string Street, int House, string VillageWhere, string VillageWhose)
{
    private static readonly string[] Streets =
        ["Meža", "Skolas", "Upes", "Brīvības", "Parka", "Dārza", "Stacijas", "Raiņa", "Liepu", "Kalna", "Ezera", "Zvaigžņu", "Krasta", "Tirgus", "Ozolu"];

    private static readonly (string Where, string Whose)[] Villages =
        [("Kalnmuižā", "Kalnmuižas"), ("Bērzkrogā", "Bērzkroga"), ("Ozolciemā", "Ozolciema"), ("Vecsaulē", "Vecsaules"), ("Zaļkalnē", "Zaļkalnes"), ("Lejaskrogā", "Lejaskroga")];

    public static DemoPlace Draw(Random random)
    {
        var village = Villages[random.Next(Villages.Length)];
        return new(Streets[random.Next(Streets.Length)], random.Next(1, 64), village.Where, village.Whose);
    }

    public string Fill(string text)
    {
        var filled = text
            .Replace("{st}", Street, StringComparison.Ordinal).Replace("{nr}", House.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{vg}", VillageWhose, StringComparison.Ordinal).Replace("{v}", VillageWhere, StringComparison.Ordinal);
        return filled;
    }
}
