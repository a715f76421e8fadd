using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Surveys;

public class SubmitResponseTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly (string, string)[] Good = [("q1", "1"), ("q3", "2"), ("t4", "Ceļš pie skolas"), ("q5", "4")];

    [Fact]
    public void Every_survey_that_comes_with_the_product_can_be_asked()
    {
        Assert.Equal(Enum.GetValues<SurveyKind>().Except([SurveyKind.Other]), SurveyTemplates.All.Select(t => t.Kind));
        Assert.All(SurveyTemplates.All, t =>
        {
            var questions = t.ToQuestionnaire().Questions;
            Assert.NotEmpty(questions);
            Assert.All(questions.SelectMany(q => q.Options.Concat(q.Rows).Select(o => o.Text).Append(q.Text)).Append(t.Title).Append(t.Intro).Append(t.Privacy),
                w => Assert.True(w is { Lv.Length: > 0, En.Length: > 0, Ru.Length: > 0 }, w.Lv));
        });
        var pairs = SurveyTemplates.Of("klienti")!.ToQuestionnaire().Questions.Where(q => q.PairKey != null).GroupBy(q => q.PairKey).ToList();
        Assert.Equal(12, pairs.Count);
        Assert.All(pairs, p => Assert.Equal([QuestionType.Importance4, QuestionType.Satisfaction4], p.Select(q => q.Type)));
    }

    [Theory, EachDatabase]
    public async Task An_answer_is_kept_once_with_its_day_and_nothing_else(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync();
        house.ActAsNobody();
        var command = wave.Answers(Good);
        Assert.True((await house.SendAsync(command)).IsAccepted);
        Assert.True((await house.SendAsync(command)).IsAccepted);
        var response = await house.RunAsync((IServiceDeskDb db) => db.Set<SurveyResponse>().Include(r => r.Texts).SingleAsync(r => r.WaveId == wave.Id));
        Assert.Equal("1=1;3=2;5=4", response.Marks);
        Assert.Equal("Ceļš pie skolas", Assert.Single(response.Texts).Text);
        Assert.Equal((SurveyKit.Today, SurveyMode.Online, 1), (response.SubmittedOn, response.Mode, response.Edition));
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_said_question_by_question_and_nothing_is_kept(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync();
        house.ActAsNobody();
        var result = await house.SendAsync(wave.Answers(("q1", "77"), ("q3", "1"), ("t4", new string('x', 100_000))));
        Assert.Equal([(1, "Surveys.Fault.NoSuchOption"), (5, "Surveys.Fault.Missing")], result.Faults.Select(f => (f.QuestionNo, f.Key)));
        Assert.False(await house.RunAsync((IServiceDeskDb db) => db.Set<SurveyResponse>().AnyAsync(r => r.WaveId == wave.Id)));
    }

    [Theory, EachDatabase]
    public async Task A_personal_link_works_once(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync(change: d => d with { Modes = [SurveyMode.Personal] });
        house.ActAsNobody();
        var token = await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var invitation = new SurveyInvitation(wave.Id, "anna@example.com", "lv");
            var written = invitation.Write(SurveyKit.Today);
            db.Set<SurveyInvitation>().Add(invitation);
            await db.SaveChangesAsync();
            return written;
        });
        await RefusedAsync("Surveys.Refusal.InvitedOnly", house.SendAsync(wave.Answers(Good)));
        await RefusedAsync("Surveys.Refusal.TokenUnknown", house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Personal, Token = "nonsense" }));
        var faulty = await house.SendAsync(wave.Answers() with { Mode = SurveyMode.Personal, Token = token });
        Assert.False(faulty.IsAccepted);
        var command = wave.Answers(Good) with { Mode = SurveyMode.Personal, Token = token };
        Assert.True((await house.SendAsync(command)).IsAccepted);
        Assert.True((await house.SendAsync(command)).IsAccepted);
        await RefusedAsync("Surveys.Refusal.TokenUsed", house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Personal, Token = token }));
        Assert.Equal(1, await house.RunAsync((IServiceDeskDb db) => db.Set<SurveyResponse>().CountAsync(r => r.WaveId == wave.Id)));
    }

    [Theory, EachDatabase]
    public async Task Outside_its_days_by_other_ways_and_empty_nothing_is_taken(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync(change: d => d with { Modes = [SurveyMode.Online, SurveyMode.Paper] });
        house.ActAsNobody();
        await RefusedAsync("Surveys.Refusal.Unknown", house.SendAsync(wave.Answers(Good) with { WaveKey = "none" }));
        await RefusedAsync("Surveys.Refusal.ModeNotOffered", house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Kiosk }));
        await RefusedAsync("Surveys.Refusal.MayNotEnter", house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Paper, SheetNumber = 1 }));
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        Assert.True((await house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Paper, SheetNumber = 1 })).IsAccepted);
        await RefusedAsync("Surveys.Refusal.SheetTwice", house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Paper, SheetNumber = 1 }));
        house.ActAsNobody();
        house.Time.SetLocal(2026, 6, 17, 23);
        await RefusedAsync("Surveys.Refusal.NotYet", house.SendAsync(wave.Answers(Good)));
        house.Time.SetLocal(2026, 7, 3, 0, 5);
        await RefusedAsync("Surveys.Refusal.Over", house.SendAsync(wave.Answers(Good)));
    }

    private static async Task RefusedAsync(string key, Task step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => step)).Key);
}
