using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Domain.Tests.Surveys;

public class WaveTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void A_wave_takes_answers_only_while_open_and_between_its_days()
    {
        var wave = Wave();
        Assert.False(wave.Takes(Today));
        wave.Open(null, "A", Today, Now);
        Assert.False(wave.Takes(Today.AddDays(-1)));
        Assert.True(wave.Takes(Today));
        Assert.True(wave.Takes(Today.AddDays(14)));
        Assert.False(wave.Takes(Today.AddDays(15)));
        wave.Close(10, 1, Now);
        Assert.False(wave.Takes(Today));
        Assert.Equal((10, 1), (wave.Invited, wave.Bounced));
    }

    [Fact]
    public void Open_is_frozen_but_for_words_with_a_note()
    {
        var wave = Wave();
        wave.Open(null, "A", Today, Now);
        var question = wave.Questionnaire.Questions[0];
        Refused("Surveys.Refusal.Frozen", () => wave.Ask(Questionnaire.Empty));
        Refused("Surveys.Refusal.NoteMissing", () => wave.Correct(new([question with { Text = new("Cits") }]), " ", null, "A", Now));
        Refused("Surveys.Refusal.Frozen", () => wave.Correct(new([question with { Options = [.. question.Options, new(3, "c", new("c"))] }]), "x", null, "A", Now));
        Refused("Surveys.Refusal.Frozen", () => wave.Correct(new([question with { Key = "other" }]), "x", null, "A", Now));
        Refused("Surveys.Refusal.NothingChanged", () => wave.Correct(wave.Questionnaire, "x", null, "A", Now));
        var edition = wave.Correct(new([question with { Text = new("Vai atrisināts?") }]), "Pārrakstīšanās", null, "A", Now);
        Assert.Equal((2, 2, "Pārrakstīšanās"), (wave.Edition, edition.Number, edition.Note));
    }

    [Fact]
    public void Days_titles_and_ways_are_checked()
    {
        Refused("Surveys.Refusal.TitleMissing", () => Wave(d => d with { Title = new(" ") }));
        Refused("Surveys.Refusal.DaysReversed", () => Wave(d => d with { ClosesOn = Today.AddDays(-1) }));
        Refused("Surveys.Refusal.TooLong", () => Wave(d => d with { ClosesOn = Today.AddDays(401) }));
        Refused("Surveys.Refusal.ModeMissing", () => Wave(d => d with { Modes = [] }));
        Refused("Surveys.Refusal.Population", () => Wave(d => d with { PopulationSize = 0 }));
        Refused("Surveys.Refusal.OverAlready", () => Wave().Open(null, "A", Today.AddDays(20), Now));
    }

    [Theory]
    [InlineData(QuestionType.Single, "Surveys.Refusal.TwoOptions")]
    [InlineData(QuestionType.TwoBox, "Surveys.Refusal.TwoBoxes")]
    [InlineData(QuestionType.Matrix, "Surveys.Refusal.TwoOptions")]
    public void A_question_that_cannot_be_answered_is_refused(QuestionType type, string key) =>
        Refused(key, () => _ = new Questionnaire([new SurveyQuestion { No = 1, Key = "a", Type = type, Text = new("A") }]));

    [Fact]
    public void A_condition_names_what_comes_before() =>
        Refused("Surveys.Refusal.Condition", () => _ = new Questionnaire([new SurveyQuestion { No = 1, Key = "a", Type = QuestionType.Scale5, Text = new("A"), ShowIf = new("b", [1]) }]));

    [Fact]
    public void A_new_letter_makes_the_old_link_useless()
    {
        var invitation = new SurveyInvitation(Guid.NewGuid(), "a@b.lv", "lv");
        var first = invitation.Write(Today);
        Assert.Equal(invitation.Hash, SurveyInvitation.HashOf(first));
        var second = invitation.Write(Today);
        Assert.NotEqual(first, second);
        Assert.NotEqual(invitation.Hash, SurveyInvitation.HashOf(first));
    }

    private static SurveyWave Wave(Func<WaveDetails, WaveDetails>? change = null)
    {
        var questions = new Questionnaire([new SurveyQuestion { No = 1, Key = "solved", Type = QuestionType.Single, Text = new("Vai?"), Options = [new(1, "a", new("Jā")), new(2, "b", new("Nē"))] }]);
        var series = new SurveySeries("klienti", SurveyKind.YearlyClients, SurveyAudience.Clients, new("Klientu aptauja"), 12, questions);
        var details = new WaveDetails { Title = new("Klientu aptauja 2026"), OpensOn = Today, ClosesOn = Today.AddDays(14) };
        return new SurveyWave(series, 1, "klienti-2026", change?.Invoke(details) ?? details, questions);
    }

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
