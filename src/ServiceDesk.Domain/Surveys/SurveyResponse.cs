using System.Security.Cryptography;

namespace ServiceDesk.Domain.Surveys;

/// <summary>
/// One filled questionnaire: nobody's. The key is random and tells no order, the day has no time, and nothing leads to an
/// invitation, a computer or a person.
/// </summary>
public sealed class SurveyResponse
{
    private SurveyResponse()
    {
    }

    /// <summary>A response.</summary>
    /// <param name="id">A random key, made when the form was shown: sending the form twice is answering once.</param>
    /// <param name="wave">The wave.</param>
    /// <param name="mode">How it came in.</param>
    /// <param name="unitId">The unit it is about, if any.</param>
    /// <param name="language">Language it was answered in.</param>
    /// <param name="submittedOn">Local day.</param>
    /// <param name="sheet">The answers.</param>
    /// <param name="sheetNumber">Number written on the paper, for reading it a second time.</param>
    public SurveyResponse(Guid id, SurveyWave wave, SurveyMode mode, Guid? unitId, string language, DateOnly submittedOn, AnswerSheet sheet, int? sheetNumber = null)
    {
        ArgumentNullException.ThrowIfNull(wave);
        ArgumentNullException.ThrowIfNull(sheet);
        (Id, WaveId, Edition, Mode, UnitId, Language, SubmittedOn, Marks, SheetNumber) =
            (id, wave.Id, wave.Edition, mode, unitId, language, submittedOn, sheet.Pack(), sheetNumber);
        Texts.AddRange(sheet.Texts.Select(t => new SurveyText(Id, wave.Id, t)));
    }

    /// <summary>Random key, without time.</summary>
    public Guid Id { get; private set; }

    /// <summary>The wave.</summary>
    public Guid WaveId { get; private set; }

    /// <summary>The edition of the questions that was shown.</summary>
    public int Edition { get; private set; }

    /// <summary>How it came in.</summary>
    public SurveyMode Mode { get; private set; }

    /// <summary>The unit it is about, if any.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Language it was answered in: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>Local day; no time is kept.</summary>
    public DateOnly SubmittedOn { get; private set; }

    /// <summary>Marks, packed; see <see cref="AnswerSheet"/>.</summary>
    public string Marks { get; private set; } = "";

    /// <summary>Number on the sheet of paper; null for what did not come on paper.</summary>
    public int? SheetNumber { get; private set; }

    /// <summary>Free answers.</summary>
    public List<SurveyText> Texts { get; private set; } = [];

    /// <summary>Whether the sheet is in the tenth that is read a second time; drawn by its random key.</summary>
    public bool IsDrawnForSecondReading => Mode == SurveyMode.Paper && SurveyReading.Draws(Id);

    /// <summary>A key that tells neither time nor order.</summary>
    public static Guid NewKey()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes);
    }
}

/// <summary>A free answer of a response.</summary>
public sealed class SurveyText
{
    private SurveyText()
    {
    }

    internal SurveyText(Guid responseId, Guid waveId, FreeAnswer answer) =>
        (ResponseId, WaveId, QuestionNo, Part, Text) = (responseId, waveId, answer.QuestionNo, answer.Part, answer.Text);

    /// <summary>Random key, without time.</summary>
    public Guid Id { get; private set; } = SurveyResponse.NewKey();

    /// <summary>The response.</summary>
    public Guid ResponseId { get; private set; }

    /// <summary>The wave.</summary>
    public Guid WaveId { get; private set; }

    /// <summary>Number of the question.</summary>
    public int QuestionNo { get; private set; }

    /// <summary>0, or 1 for the second box.</summary>
    public int Part { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";
}

/// <summary>A sheet of paper read a second time by somebody else: how many questions were read differently.</summary>
public sealed class SurveyReading
{
    private const int DrawnOf256 = 26;

    private SurveyReading()
    {
    }

    /// <summary>A second reading.</summary>
    public SurveyReading(SurveyResponse response, int questions, int differences, Guid? byId, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(response);
        (ResponseId, WaveId, Questions, Differences, ById, ReadOn) = (response.Id, response.WaveId, questions, differences, byId, on);
    }

    /// <summary>Random key.</summary>
    public Guid Id { get; private set; } = SurveyResponse.NewKey();

    /// <summary>The response.</summary>
    public Guid ResponseId { get; private set; }

    /// <summary>The wave.</summary>
    public Guid WaveId { get; private set; }

    /// <summary>Questions compared.</summary>
    public int Questions { get; private set; }

    /// <summary>Questions read differently.</summary>
    public int Differences { get; private set; }

    /// <summary>Who read it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly ReadOn { get; private set; }

    /// <summary>Whether a sheet is in the tenth drawn.</summary>
    public static bool Draws(Guid id) => id.ToByteArray()[15] < DrawnOf256;
}
