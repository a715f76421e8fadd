namespace ServiceDesk.Domain.Surveys;

/// <summary>An option of a question, or a row of a matrix.</summary>
/// <param name="No">Its number in the question, from 1; what an answer stores.</param>
/// <param name="Key">Stable over waves.</param>
/// <param name="Text">What is shown.</param>
public sealed record SurveyOption(int No, string Key, SurveyWords Text);

/// <summary>A condition: the question is asked of whoever marked one of the options of an earlier question.</summary>
/// <param name="Key">Key of the earlier question.</param>
/// <param name="Marks">Its marks, any of which will do.</param>
public sealed record ShowIf(string Key, IReadOnlyList<int> Marks);

/// <summary>A question of a wave.</summary>
public sealed record SurveyQuestion
{
    /// <summary>The mark of "do not know", left out of every mean and share.</summary>
    public const int DoNotKnow = -1;

    /// <summary>A matrix mark is row × this + option.</summary>
    public const int MatrixRow = 1000;

    /// <summary>Longest free answer, characters.</summary>
    public const int MaxText = 2000;

    /// <summary>Its number in the wave, from 1; what an answer stores. Stays with the key when a wave is copied.</summary>
    public required int No { get; init; }

    /// <summary>Stable over waves: answers to questions of one key are compared.</summary>
    public required string Key { get; init; }

    /// <summary>How it is answered.</summary>
    public required QuestionType Type { get; init; }

    /// <summary>The question.</summary>
    public required SurveyWords Text { get; init; }

    /// <summary>A line of help; may be empty.</summary>
    public SurveyWords Hint { get; init; } = SurveyWords.None;

    /// <summary>Options of single, multi and matrix; the two boxes of a two-box question.</summary>
    public IReadOnlyList<SurveyOption> Options { get; init; } = [];

    /// <summary>Rows of a matrix.</summary>
    public IReadOnlyList<SurveyOption> Rows { get; init; } = [];

    /// <summary>What the low end of a scale means.</summary>
    public SurveyWords Low { get; init; } = SurveyWords.None;

    /// <summary>What the high end of a scale means.</summary>
    public SurveyWords High { get; init; } = SurveyWords.None;

    /// <summary>Whether it must be answered.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it tells who answers: sex, age, parish, kind of client.</summary>
    public bool IsDemographic { get; init; }

    /// <summary>Whether "do not know" is offered.</summary>
    public bool OffersDoNotKnow { get; init; }

    /// <summary>What it is asked for.</summary>
    public QuestionPurpose? Purpose { get; init; }

    /// <summary>Joins a question of importance with one of satisfaction.</summary>
    public string? PairKey { get; init; }

    /// <summary>Units of which it is asked; empty is all.</summary>
    public IReadOnlyList<Guid> UnitScope { get; init; } = [];

    /// <summary>When it is asked; null is always.</summary>
    public ShowIf? ShowIf { get; init; }

    /// <summary>First hour of the hours grid.</summary>
    public int FromHour { get; init; } = 8;

    /// <summary>Hour at which the hours grid ends.</summary>
    public int UntilHour { get; init; } = 20;

    /// <summary>Least number.</summary>
    public int Least { get; init; }

    /// <summary>Greatest number.</summary>
    public int Most { get; init; } = 1_000_000;

    /// <summary>Whether it is answered in words and not by marks.</summary>
    public bool IsText => Type is QuestionType.OpenText or QuestionType.TwoBox;

    /// <summary>Whether several marks may stand.</summary>
    public bool IsMany => Type is QuestionType.Multi or QuestionType.HoursGrid or QuestionType.Matrix;

    /// <summary>Lowest and highest value of a scale; null for what is not one.</summary>
    public (int Low, int High)? Scale => Type switch
    {
        QuestionType.Scale4 or QuestionType.Importance4 or QuestionType.Satisfaction4 => (1, 4),
        QuestionType.Scale5 => (1, 5),
        QuestionType.Nps0to10 => (0, 10),
        _ => null,
    };

    /// <summary>Whether a mark can be given at all.</summary>
    public bool Knows(int mark) => (mark == DoNotKnow && OffersDoNotKnow && Type is not (QuestionType.Matrix or QuestionType.HoursGrid or QuestionType.OpenText or QuestionType.TwoBox)) || (mark >= 0 && Type switch
    {
        QuestionType.Single or QuestionType.Multi => Options.Any(o => o.No == mark),
        QuestionType.Matrix => Rows.Any(r => r.No == mark / MatrixRow) && Options.Any(o => o.No == mark % MatrixRow),
        QuestionType.HoursGrid => mark / 24 < 7 && mark % 24 >= FromHour && mark % 24 < UntilHour,
        QuestionType.Number => mark >= Least && mark <= Most,
        QuestionType.OpenText or QuestionType.TwoBox => false,
        _ => Scale is var (low, high) && mark >= low && mark <= high,
    });

    /// <inheritdoc/>
    public bool Equals(SurveyQuestion? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
