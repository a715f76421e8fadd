using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Surveys;

public class AnswerTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_visitor_answers_on_one_page_and_is_thanked()
    {
        var wave = await OpenAsync();
        var visitor = site.Visitor();
        Assert.Contains(wave.Title.Lv, (await visitor.GetAsync("/surveys")).Text, StringComparison.Ordinal);
        var page = await visitor.GetAsync($"/surveys/{wave.Key}");
        Assert.Contains("Tikai tad, ja 3. jautājumā atbildējāt: Daļēji / Nē", page.Text, StringComparison.Ordinal);
        var form = page.Form("form[data-form=survey]").Fill("q1", "1").Fill("q3", "2").Fill("t4", "Ceļš").Fill("q5", "4").Fill("q31", "16");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        var sent = await form.SendAsync();
        Assert.Equal($"/surveys/{wave.Key}/thanks", sent.Location);
        Assert.Contains("Paldies", (await sent.FollowAsync()).TextOf("h1"), StringComparison.Ordinal);
        await form.SendAsync();
        var response = Assert.Single(await ResponsesAsync(wave));
        Assert.Equal("1=1;3=2;5=4;31=16", response.Marks);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_question_and_the_rest_is_kept()
    {
        var wave = await OpenAsync();
        var form = (await site.Visitor().GetAsync($"/surveys/{wave.Key}")).Form("form[data-form=survey]");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await form.Fill("q1", "77").Fill("q3", "2").Fill("t4", new string('a', 100_000)).Fill("q2", "3").SendAsync();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var summary = answer.TextOf(".err-sum")!;
        Assert.Contains("1. jautājums: Tādas atbildes šim jautājumam nav.", summary, StringComparison.Ordinal);
        Assert.Contains("4. jautājums: Atbilde nedrīkst būt garāka par 2000", summary, StringComparison.Ordinal);
        Assert.Contains("5. jautājums: Atbildiet uz šo jautājumu.", summary, StringComparison.Ordinal);
        var again = answer.Form("form[data-form=survey]");
        Assert.Equal(("3", "2"), (again["q2"], again["q3"]));
        Assert.Equal($"/surveys/{wave.Key}/thanks", (await again.Fill("q1", "1").Fill("t4", "Īsi").Fill("q5", "5").SendAsync()).Location);
    }

    [Theory]
    [InlineData("website", "x", "Bija aizpildīts lauks")]
    [InlineData("ticket", "forged", "Lapa bija atvērta pārāk ilgi")]
    public async Task Machines_are_told_and_what_was_typed_stays(string field, string value, string sentence)
    {
        var wave = await OpenAsync();
        var form = (await site.Visitor().GetAsync($"/surveys/{wave.Key}")).Form("form[data-form=survey]");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await form.Fill("q1", "1").Fill("q3", "1").Fill("q5", "4").Fill(field, value).SendAsync();
        Assert.Contains(sentence, answer.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("4", answer.Form("form[data-form=survey]")["q5"]);
        Assert.Empty(await ResponsesAsync(wave));
    }

    [Fact]
    public async Task Faster_than_a_person_is_asked_once_more()
    {
        var wave = await OpenAsync();
        var answer = await (await site.Visitor().GetAsync($"/surveys/{wave.Key}")).Form("form[data-form=survey]").Fill("q1", "1").Fill("q3", "1").Fill("q5", "4").SendAsync();
        Assert.Contains("Tas bija ļoti ātri.", answer.TextOf(".err-sum"), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull((await answer.Form("form[data-form=survey]").SendAsync()).Location);
    }

    [Fact]
    public async Task A_survey_closed_meanwhile_says_so_and_keeps_the_answers()
    {
        var wave = await OpenAsync();
        var form = (await site.Visitor().GetAsync($"/surveys/{wave.Key}")).Form("form[data-form=survey]").Fill("q1", "1").Fill("q3", "1").Fill("q5", "3");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<SurveyWave>().SingleAsync(w => w.Id == wave.Id)).Close(0, 0, site.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var answer = await form.SendAsync();
        Assert.Contains("Aptauja ir slēgta", answer.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("3", answer.Form("form[data-form=survey]")["q5"]);
        Assert.Contains("Aptauja ir slēgta", (await site.Visitor().GetAsync($"/surveys/{wave.Key}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/surveys/nav-tadas")).Status);
    }

    [Fact]
    public async Task Step_by_step_only_what_is_asked_is_shown_and_back_forgets_nothing()
    {
        var wave = await OpenAsync(d => d with { IsStepwise = true });
        var page = await site.Visitor().GetAsync($"/surveys/{wave.Key}");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Single(page.TextsOf("fieldset.survey-q"));
        page = await page.Form("form[data-form=survey]").SendAsync("go", "next");
        Assert.Contains("Atbildiet uz šo jautājumu.", page.TextOf(".err-sum"), StringComparison.Ordinal);
        page = await page.Form("form[data-form=survey]").Fill("q1", "2").SendAsync("go", "next");
        page = await page.Form("form[data-form=survey]").SendAsync("go", "next"); // the second may be left out
        page = await page.Form("form[data-form=survey]").Fill("q3", "1").SendAsync("go", "next");
        Assert.Contains("5. jautājums no", page.Text, StringComparison.Ordinal); // the fourth is for those unsolved
        page = await page.Form("form[data-form=survey]").SendAsync("go", "back");
        Assert.Equal("1", page.Form("form[data-form=survey]")["q3"]);
        Assert.Equal("2", page.Form("form[data-form=survey]")["q1"]);
    }

    [Fact]
    public async Task Answers_kept_for_later_come_back_under_their_address()
    {
        var wave = await OpenAsync();
        var visitor = site.Visitor();
        var form = (await visitor.GetAsync($"/surveys/{wave.Key}")).Form("form[data-form=survey]").Fill("q1", "3").Fill("q5", "2").Fill("t33", "Ātri");
        var kept = await form.SendAsync("go", "keep");
        var link = kept.Document.QuerySelector("a.survey-kept")!.GetAttribute("href")!;
        var later = (await site.Visitor().GetAsync(new Uri(link).PathAndQuery)).Form("form[data-form=survey]");
        Assert.Equal(("3", "2", "Ātri"), (later["q1"], later["q5"], later["t33"]));
        site.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull((await later.Fill("q3", "1").SendAsync()).Location);
        Assert.Null((await site.Visitor().GetAsync(new Uri(link).PathAndQuery)).Form("form[data-form=survey]")["q1"]);
    }

    [Fact]
    public async Task A_personal_link_is_spent_and_a_kiosk_begins_anew()
    {
        var wave = await OpenAsync(d => d with { Modes = [SurveyMode.Personal, SurveyMode.Kiosk] });
        var token = await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var invitation = new SurveyInvitation(wave.Id, $"{Guid.NewGuid():n}@example.com", "lv");
            var written = invitation.Write(wave.OpensOn);
            db.Set<SurveyInvitation>().Add(invitation);
            await db.SaveChangesAsync();
            return written;
        });
        var visitor = site.Visitor();
        Assert.Contains("tikai ar personisku saiti", (await visitor.GetAsync($"/surveys/{wave.Key}")).Text, StringComparison.Ordinal);
        var form = (await visitor.GetAsync($"/surveys/{wave.Key}/{token}")).Form("form[data-form=survey]").Fill("q1", "1").Fill("q3", "1").Fill("q5", "4");
        site.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull((await form.SendAsync()).Location);
        Assert.Contains("Ar šo saiti jau ir atbildēts.", (await visitor.GetAsync($"/surveys/{wave.Key}/{token}")).Text, StringComparison.Ordinal);
        Assert.Contains("Šī saite neder.", (await visitor.GetAsync($"/surveys/{wave.Key}/nekas")).Text, StringComparison.Ordinal);

        var kiosk = await visitor.GetAsync($"/surveys/{wave.Key}?kiosk=true");
        Assert.Null(kiosk.Document.QuerySelector(".p-foot"));
        var sent = await kiosk.Form("form[data-form=survey]").Fill("q1", "1").Fill("q3", "1").Fill("q5", "4").SendAsync();
        Assert.Contains("Tas bija ļoti ātri.", sent.TextOf(".err-sum"), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromSeconds(10));
        sent = await sent.Form("form[data-form=survey]").SendAsync();
        var thanks = await sent.FollowAsync();
        Assert.Contains($"url=/surveys/{wave.Key}?kiosk=true", string.Join(' ', thanks.Response.Headers.GetValues("Refresh")), StringComparison.Ordinal);
        Assert.Equal([SurveyMode.Personal, SurveyMode.Kiosk], (await ResponsesAsync(wave)).Select(r => r.Mode).Order());
    }

    private Task<SurveyWave> OpenAsync(Func<WaveDetails, WaveDetails>? change = null) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var today = DateOnly.FromDateTime(site.Time.GetUtcNow().UtcDateTime);
        var series = await db.Set<SurveySeries>().SingleAsync(s => s.Key == "klienti");
        var number = await db.Set<SurveyWave>().CountAsync(w => w.SeriesId == series.Id) + 1;
        var key = $"klienti-{Guid.NewGuid():n}"[..24];
        var details = new WaveDetails { Title = new($"Aptauja {key}"), OpensOn = today.AddDays(-2), ClosesOn = today.AddDays(14) };
        var wave = new SurveyWave(series, number, key, change?.Invoke(details) ?? details, series.Template);
        db.Set<SurveyWave>().Add(wave);
        db.Set<SurveyEdition>().Add(wave.Open(null, "Tests", today, site.Time.GetUtcNow()));
        await db.SaveChangesAsync();
        return wave;
    });

    private Task<List<SurveyResponse>> ResponsesAsync(SurveyWave wave) => site.RunAsync((IServiceDeskDb db) => db.Set<SurveyResponse>().Where(r => r.WaveId == wave.Id).ToListAsync());
}
