using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Domain.Tests.Surveys;

public class AnswerTests
{
    private static readonly Questionnaire Asked = new(
    [
        Question(1, "solved", QuestionType.Single) with { Options = [Option(1, "yes"), Option(2, "no")], IsRequired = true },
        Question(2, "why", QuestionType.OpenText) with { ShowIf = new ShowIf("solved", [2]), IsRequired = true },
        Question(3, "topics", QuestionType.Multi) with { Options = [Option(1, "a"), Option(2, "b"), Option(3, "c")] },
        Question(4, "imp", QuestionType.Importance4) with { OffersDoNotKnow = true },
        Question(5, "hours", QuestionType.HoursGrid) with { FromHour = 8, UntilHour = 20 },
        Question(6, "agree", QuestionType.Matrix) with { Rows = [Option(1, "x"), Option(2, "y")], Options = [Option(1, "no"), Option(2, "yes")], IsRequired = true },
        Question(7, "glance", QuestionType.TwoBox) with { Options = [Option(1, "liked"), Option(2, "disliked")] },
        Question(8, "minutes", QuestionType.Number) with { Most = 600 },
        Question(9, "nps", QuestionType.Nps0to10),
        Question(10, "unit-only", QuestionType.Scale5) with { UnitScope = [Unit] },
    ]);

    private static Guid Unit => Guid.Parse("5f3c0c2e-6f6b-4c43-9a05-2f0b1c6c2a11");

    [Fact]
    public void A_form_is_read_question_by_question()
    {
        var read = Read(("q1", "2"), ("t2", " Nekas "), ("q3", "3"), ("q3", "1"), ("q4", "-1"), ("q5", "8"), ("q5", "163"), ("q6r1", "2"), ("q6r2", "1"), ("t7", "labi"), ("t7b", "slikti"), ("q8", "15"), ("q9", "0"));
        Assert.Empty(read.Faults);
        Assert.Equal("1=2;3=1,3;4=-1;5=8,163;6=1002,2001;8=15;9=0", read.Sheet.Pack());
        Assert.Equal(["Nekas", "labi", "slikti"], read.Sheet.Texts.Select(t => t.Text));
    }

    [Theory]
    [InlineData("q1", "9", "Surveys.Fault.NoSuchOption")]
    [InlineData("q1", "<b>", "Surveys.Fault.NoSuchOption")]
    [InlineData("q1", "-1", "Surveys.Fault.NoSuchOption")]
    [InlineData("q1", "99999999999999", "Surveys.Fault.NoSuchOption")]
    [InlineData("q3", "4", "Surveys.Fault.NoSuchOption")]
    [InlineData("q5", "7", "Surveys.Fault.NoSuchOption")]
    [InlineData("q5", "176", "Surveys.Fault.NoSuchOption")]
    [InlineData("q6r1", "3", "Surveys.Fault.NoSuchOption")]
    [InlineData("q8", "1,5", "Surveys.Fault.NotANumber")]
    [InlineData("q8", "601", "Surveys.Fault.OutOfBounds")]
    [InlineData("q8", "-3", "Surveys.Fault.OutOfBounds")]
    [InlineData("q9", "11", "Surveys.Fault.NoSuchOption")]
    public void What_the_question_does_not_know_is_one_sentence_beside_it(string field, string value, string key)
    {
        var read = Read(("q1", "1"), ("q6r1", "1"), ("q6r2", "1"), (field, value));
        Assert.Contains(read.Faults, f => f.Field == field && f.Key is var found && (found == key || found == "Surveys.Fault.OnlyOne"));
        Assert.Contains(read.Faults, f => f.Key == key);
        Assert.DoesNotContain(read.Faults, f => f.Field != field);
    }

    [Fact]
    public void Two_answers_where_one_is_asked_are_none() =>
        Assert.Equal("Surveys.Fault.OnlyOne", Assert.Single(Read(("q1", "1"), ("q1", "2"), ("q6r1", "1"), ("q6r2", "1")).Faults).Key);

    [Fact]
    public void What_is_required_and_missing_is_said_only_where_it_was_asked()
    {
        Assert.Equal([1, 6], Read().Faults.Select(f => f.QuestionNo));
        Assert.Equal(["Surveys.Fault.TextMissing", "Surveys.Fault.RowsMissing"], Read(("q1", "2"), ("q6r1", "1")).Faults.Select(f => f.Key));
        Assert.Empty(Read(("q1", "1"), ("q6r1", "1"), ("q6r2", "1")).Faults);
    }

    [Fact]
    public void Words_too_long_are_cut_and_said()
    {
        var read = Read(("q1", "2"), ("t2", new string('a', 100_000)), ("q6r1", "1"), ("q6r2", "1"));
        Assert.Equal("Surveys.Fault.TextTooLong", Assert.Single(read.Faults).Key);
        Assert.Equal(SurveyQuestion.MaxText, read.Sheet.TextOf(2).Length);
    }

    [Fact]
    public void What_was_not_to_be_asked_is_no_answer()
    {
        var read = Read(("q1", "1"), ("t2", "Nekas"), ("q6r1", "1"), ("q6r2", "1"), ("q10", "99"));
        Assert.Empty(read.Faults);
        Assert.Equal("", read.Sheet.TextOf(2));
        Assert.Empty(read.Sheet.MarksOf(10));
        Assert.Equal([5], AnswerReader.Read(Asked, Unit, f => f == "q10" ? ["5"] : [], demandsAll: false).Sheet.MarksOf(10));
    }

    [Fact]
    public void Packed_marks_come_back_as_they_were()
    {
        var random = new Random(31);
        for (var i = 0; i < 500; i++)
        {
            var sheet = new AnswerSheet();
            for (var q = 1; q < 40; q++)
                sheet.Mark(q * 3, Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(-1, 7000)));
            Assert.Equal(sheet.Pack(), AnswerSheet.Unpack(sheet.Pack()).Pack());
        }

        Assert.Empty(AnswerSheet.Read(""));
    }

    [Fact]
    public void Questions_come_back_from_json_as_they_were()
    {
        var again = Questionnaire.Read(Asked.Write());
        Assert.Equal(Asked, again);
        Assert.Equal(QuestionType.Matrix, again.Find("agree")!.Type);
        Assert.Equal(600, again.Find(8)!.Most);
        Assert.Equal([2], again.Find("why")!.ShowIf!.Marks);
    }

    private static ReadAnswers Read(params (string Field, string Value)[] sent) => AnswerReader.Read(Asked, null, f => sent.Where(s => s.Field == f).Select(s => s.Value));

    private static SurveyQuestion Question(int no, string key, QuestionType type) => new() { No = no, Key = key, Type = type, Text = new(key) };

    private static SurveyOption Option(int no, string key) => new(no, key, new(key));
}
