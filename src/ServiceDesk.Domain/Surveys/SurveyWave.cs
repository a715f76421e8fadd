using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Surveys;

/// <summary>What of a wave is written before it opens.</summary>
public sealed record WaveDetails
{
    /// <summary>Title respondents see.</summary>
    public required SurveyWords Title { get; init; }

    /// <summary>What it is for, above the questions.</summary>
    public SurveyWords Intro { get; init; } = SurveyWords.None;

    /// <summary>What becomes of the answers.</summary>
    public SurveyWords Privacy { get; init; } = SurveyWords.None;

    /// <summary>First local day.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>Last local day.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>How many people there are to ask; null where nobody knows.</summary>
    public int? PopulationSize { get; init; }

    /// <summary>Ways answers may come in.</summary>
    public IReadOnlyList<SurveyMode> Modes { get; init; } = [SurveyMode.Online];

    /// <summary>Units of which it asks; empty where it asks of the whole house.</summary>
    public IReadOnlyList<Guid> UnitIds { get; init; } = [];

    /// <summary>One question after the other instead of one page.</summary>
    public bool IsStepwise { get; init; }
}

/// <summary>One time a survey is held. Frozen once open: a fix makes a new edition with a note.</summary>
public sealed class SurveyWave : IVersioned
{
    /// <summary>Longest time a wave may be open, days.</summary>
    public const int LongestDays = 400;

    /// <summary>Longest note on an edition.</summary>
    public const int MaxNote = 500;

    private SurveyWave()
    {
    }

    /// <summary>A new draft.</summary>
    /// <param name="series">Its series.</param>
    /// <param name="number">Which wave of the series, from 1.</param>
    /// <param name="key">Stands in the address; unique.</param>
    /// <param name="details">What is written of it.</param>
    /// <param name="questionnaire">Its questions.</param>
    public SurveyWave(SurveySeries series, int number, string key, WaveDetails details, Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(series);
        (SeriesId, Number, Key, Questionnaire) = (series.Id, number, key, questionnaire);
        Describe(details);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Its series.</summary>
    public Guid SeriesId { get; private set; }

    /// <summary>Which wave of the series, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Stands in the address.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public WaveState State { get; private set; }

    /// <summary>Title respondents see.</summary>
    public SurveyWords Title { get; private set; } = SurveyWords.None;

    /// <summary>What it is for.</summary>
    public SurveyWords Intro { get; private set; } = SurveyWords.None;

    /// <summary>What becomes of the answers.</summary>
    public SurveyWords Privacy { get; private set; } = SurveyWords.None;

    /// <summary>First local day.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last local day.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>How many people there are to ask.</summary>
    public int? PopulationSize { get; private set; }

    /// <summary>Ways answers may come in.</summary>
    public IReadOnlyList<SurveyMode> Modes { get; private set; } = [];

    /// <summary>Units of which it asks.</summary>
    public IReadOnlyList<Guid> UnitIds { get; private set; } = [];

    /// <summary>One question after the other instead of one page.</summary>
    public bool IsStepwise { get; private set; }

    /// <summary>The questions as they stand.</summary>
    public Questionnaire Questionnaire { get; private set; } = Questionnaire.Empty;

    /// <summary>Number of the edition of the questions, from 1.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>How many invitations were written, kept when the addresses go.</summary>
    public int Invited { get; private set; }

    /// <summary>How many of them did not arrive.</summary>
    public int Bounced { get; private set; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Responses up to this day lie in no order any more; null before the first night.</summary>
    public DateOnly? MixedUntil { get; private set; }

    /// <summary>Why an answer in this way is not taken on a local day; null where it is.</summary>
    public Refusal? WhyNot(SurveyMode mode, DateOnly today)
    {
        if (State == WaveState.Draft)
            return new Refusal("Surveys.Refusal.Unknown");
        if (State == WaveState.Open && today < OpensOn)
            return new Refusal("Surveys.Refusal.NotYet", OpensOn);
        if (!Takes(today))
            return new Refusal("Surveys.Refusal.Over");
        if (Modes.Contains(mode))
            return null;
        return new Refusal(Modes.Contains(SurveyMode.Personal) && mode == SurveyMode.Online ? "Surveys.Refusal.InvitedOnly" : "Surveys.Refusal.ModeNotOffered");
    }

    /// <summary>Whether answers are taken on a local day.</summary>
    public bool Takes(DateOnly today) => State == WaveState.Open && today >= OpensOn && today <= ClosesOn;

    /// <summary>Changes what is written of a draft. After opening only the last day may still move.</summary>
    public void Describe(WaveDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        DemandDraft();
        if (details.Title.Trimmed().Lv.Length == 0)
            throw new Refusal("Surveys.Refusal.TitleMissing");
        if (details.Title.IsTooLong(SurveySeries.MaxTitle))
            throw new Refusal("Surveys.Refusal.TitleTooLong", SurveySeries.MaxTitle);
        if (details.Intro.IsTooLong() || details.Privacy.IsTooLong())
            throw new Refusal("Surveys.Refusal.TextTooLong", SurveyWords.MaxLength);
        DemandDays(details.OpensOn, details.ClosesOn);
        if (details.PopulationSize is < 1)
            throw new Refusal("Surveys.Refusal.Population");
        if (details.Modes.Count == 0)
            throw new Refusal("Surveys.Refusal.ModeMissing");
        (Title, Intro, Privacy) = (details.Title.Trimmed(), details.Intro.Trimmed(), details.Privacy.Trimmed());
        (OpensOn, ClosesOn, PopulationSize, IsStepwise) = (details.OpensOn, details.ClosesOn, details.PopulationSize, details.IsStepwise);
        (Modes, UnitIds) = ([.. details.Modes.Distinct()], [.. details.UnitIds.Distinct()]);
    }

    /// <summary>Puts other questions into a draft.</summary>
    public void Ask(Questionnaire questionnaire)
    {
        DemandDraft();
        Questionnaire = questionnaire;
    }

    /// <summary>Releases it: from now on it is frozen. Refused without questions and after its last day.</summary>
    public SurveyEdition Open(Guid? byId, string by, DateOnly today, DateTimeOffset at)
    {
        DemandDraft();
        if (Questionnaire.Questions.Count == 0)
            throw new Refusal("Surveys.Refusal.NoQuestions");
        if (ClosesOn < today)
            throw new Refusal("Surveys.Refusal.OverAlready", ClosesOn);
        State = WaveState.Open;
        return new SurveyEdition(Id, Edition, Questionnaire, "", byId, by, at);
    }

    /// <summary>
    /// Corrects the words of an open wave: a new edition, with a note. What answers store must keep its meaning, so no question, option
    /// or row may be added, removed or change its kind.
    /// </summary>
    public SurveyEdition Correct(Questionnaire questionnaire, string? note, Guid? byId, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        if (State != WaveState.Open)
            throw new Refusal("Surveys.Refusal.NotOpen");
        if (string.IsNullOrWhiteSpace(note))
            throw new Refusal("Surveys.Refusal.NoteMissing");
        if (note.Trim().Length > MaxNote)
            throw new Refusal("Surveys.Refusal.TextTooLong", MaxNote);
        if (!Shape(questionnaire).SequenceEqual(Shape(Questionnaire)))
            throw new Refusal("Surveys.Refusal.Frozen");
        if (questionnaire.Equals(Questionnaire))
            throw new Refusal("Surveys.Refusal.NothingChanged");
        (Questionnaire, Edition) = (questionnaire, Edition + 1);
        return new SurveyEdition(Id, Edition, questionnaire, note.Trim(), byId, by, at);
    }

    /// <summary>Moves the last day of an open wave.</summary>
    public void Prolong(DateOnly closesOn, DateOnly today)
    {
        if (State != WaveState.Open)
            throw new Refusal("Surveys.Refusal.NotOpen");
        if (closesOn < today)
            throw new Refusal("Surveys.Refusal.OverAlready", closesOn);
        DemandDays(OpensOn, closesOn);
        ClosesOn = closesOn;
    }

    /// <summary>Closes it. What became of the invitations is kept as two numbers.</summary>
    public void Close(int invited, int bounced, DateTimeOffset at)
    {
        if (State != WaveState.Open)
            throw new Refusal("Surveys.Refusal.NotOpen");
        (State, Invited, Bounced, ClosedAt) = (WaveState.Closed, invited, bounced, at);
    }

    /// <summary>Its results are evaluated.</summary>
    public void Evaluate()
    {
        if (State != WaveState.Closed)
            throw new Refusal("Surveys.Refusal.NotClosed");
        State = WaveState.Evaluated;
    }

    /// <summary>Its results are published.</summary>
    public void Publish()
    {
        if (State != WaveState.Evaluated)
            throw new Refusal("Surveys.Refusal.NotEvaluated");
        State = WaveState.Published;
    }

    /// <summary>Its results are published no more.</summary>
    public void Unpublish()
    {
        if (State == WaveState.Published)
            State = WaveState.Evaluated;
    }

    private static IEnumerable<string> Shape(Questionnaire questionnaire) => questionnaire.Questions.Select(q => string.Join('|',
        q.No, q.Key, q.Type, q.IsRequired, q.IsDemographic, q.OffersDoNotKnow, q.PairKey, q.FromHour, q.UntilHour, q.Least, q.Most,
        string.Join(',', q.Options.Select(o => $"{o.No}:{o.Key}")), string.Join(',', q.Rows.Select(o => $"{o.No}:{o.Key}")),
        string.Join(',', q.UnitScope), q.ShowIf?.Key, string.Join(',', q.ShowIf?.Marks ?? [])));

    private static void DemandDays(DateOnly opensOn, DateOnly closesOn)
    {
        if (closesOn < opensOn)
            throw new Refusal("Surveys.Refusal.DaysReversed");
        if (closesOn.DayNumber - opensOn.DayNumber > LongestDays)
            throw new Refusal("Surveys.Refusal.TooLong", LongestDays);
    }

    private void DemandDraft()
    {
        if (State != WaveState.Draft)
            throw new Refusal("Surveys.Refusal.Frozen");
    }
}

/// <summary>The questions of a wave as they stood from a moment on; kept for ever.</summary>
public sealed class SurveyEdition
{
    private SurveyEdition()
    {
    }

    internal SurveyEdition(Guid waveId, int number, Questionnaire questionnaire, string note, Guid? byId, string by, DateTimeOffset at) =>
        (WaveId, Number, Questionnaire, Note, ById, By, At) = (waveId, number, questionnaire, note, byId, by, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The wave.</summary>
    public Guid WaveId { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The questions.</summary>
    public Questionnaire Questionnaire { get; private set; } = Questionnaire.Empty;

    /// <summary>What was corrected and why; empty for the first.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Name of who made it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}
