using System.Text.RegularExpressions;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Surveys;

/// <summary>A survey that comes again: what it is, whom it asks, how often, and the questions a first wave begins with.</summary>
public sealed partial class SurveySeries : IVersioned
{
    /// <summary>Longest title in one language.</summary>
    public const int MaxTitle = 200;

    private SurveySeries()
    {
    }

    /// <summary>A new series.</summary>
    /// <param name="key">Small Latin letters, digits and dashes; stands in addresses.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="audience">Whom it asks.</param>
    /// <param name="title">Its name.</param>
    /// <param name="cadenceMonths">Months from wave to wave; null where it comes when needed.</param>
    /// <param name="template">Questions a first wave begins with.</param>
    public SurveySeries(string key, SurveyKind kind, SurveyAudience audience, SurveyWords title, int? cadenceMonths, Questionnaire template)
    {
        if (!KeyForm().IsMatch(key ?? ""))
            throw new Refusal("Surveys.Refusal.SeriesKey");
        (Key, Kind, Template) = (key!, kind, template);
        Describe(title, audience, cadenceMonths, null);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Stands in addresses; unique.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What it is.</summary>
    public SurveyKind Kind { get; private set; }

    /// <summary>Whom it asks.</summary>
    public SurveyAudience Audience { get; private set; }

    /// <summary>Its name.</summary>
    public SurveyWords Title { get; private set; } = SurveyWords.None;

    /// <summary>Months from wave to wave; null where it comes when needed.</summary>
    public int? CadenceMonths { get; private set; }

    /// <summary>The standard that demands it, as <c>sigulda</c>; null where none does.</summary>
    public string? StandardId { get; private set; }

    /// <summary>Questions a first wave begins with.</summary>
    public Questionnaire Template { get; private set; } = Questionnaire.Empty;

    /// <summary>Fewest respondents of whom anything is shown: ten about employees, five otherwise.</summary>
    public int Threshold => Audience == SurveyAudience.Employees ? 10 : 5;

    /// <summary>Changes what is known of it.</summary>
    public void Describe(SurveyWords title, SurveyAudience audience, int? cadenceMonths, string? standardId)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (title.Trimmed().Lv.Length == 0)
            throw new Refusal("Surveys.Refusal.TitleMissing");
        if (title.IsTooLong(MaxTitle))
            throw new Refusal("Surveys.Refusal.TitleTooLong", MaxTitle);
        if (cadenceMonths is < 1 or > 120)
            throw new Refusal("Surveys.Refusal.Cadence");
        (Title, Audience, CadenceMonths, StandardId) = (title.Trimmed(), audience, cadenceMonths, standardId);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex KeyForm();
}
