using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>A survey that comes with the product: a file of <c>seeds/surveys</c>.</summary>
public sealed record SurveyTemplate
{
    /// <summary>Key of the series.</summary>
    public required string Key { get; init; }

    /// <summary>What it is.</summary>
    public required SurveyKind Kind { get; init; }

    /// <summary>Whom it asks.</summary>
    public required SurveyAudience Audience { get; init; }

    /// <summary>Its name.</summary>
    public required SurveyWords Title { get; init; }

    /// <summary>What a wave says above its questions.</summary>
    public required SurveyWords Intro { get; init; }

    /// <summary>What becomes of the answers.</summary>
    public required SurveyWords Privacy { get; init; }

    /// <summary>Months from wave to wave.</summary>
    public int? CadenceMonths { get; init; }

    /// <summary>One question after the other.</summary>
    public bool IsStepwise { get; init; }

    /// <summary>Ways answers may come in.</summary>
    public IReadOnlyList<SurveyMode> Modes { get; init; } = [SurveyMode.Online];

    /// <summary>Its questions.</summary>
    public required JsonElement Questions { get; init; }

    /// <summary>Its questions, checked.</summary>
    public Questionnaire ToQuestionnaire() => Questionnaire.Read(Questions.GetRawText());
}

/// <summary>The surveys that come with the product. They travel inside the assembly.</summary>
public static class SurveyTemplates
{
    private const string Folder = "seeds/surveys/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<IReadOnlyList<SurveyTemplate>> Files = new(() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(Read).OrderBy(t => t.Kind),
    ]);

    /// <summary>All of them, in the order of kinds.</summary>
    public static IReadOnlyList<SurveyTemplate> All => Files.Value;

    /// <summary>What a first wave of a series begins with, or null for one the municipality made itself.</summary>
    public static SurveyTemplate? Of(string seriesKey) => All.FirstOrDefault(t => t.Key == seriesKey);

    private static SurveyTemplate Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<SurveyTemplate>(stream, Json)!;
    }
}
