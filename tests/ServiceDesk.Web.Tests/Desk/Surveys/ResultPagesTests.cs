using System.Net;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Surveys;

public class ResultPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Results_are_shown_with_their_method_and_can_be_taken_as_files()
    {
        var wave = await FillAsync(60);
        var client = await site.SignInAsync(Role.HeadOfClientService);
        var page = await client.GetAsync($"/desk/surveys/{wave.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("n = 60", page.Text, StringComparison.Ordinal);
        Assert.Contains("Vilsona", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("svg.quadrant .dot, svg.quadrant .now"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("table.heat td.is-open"));
        Assert.Contains("50,0\u00a0%", page.Document.QuerySelector("[data-item=channel] table")!.TextContent, StringComparison.Ordinal);

        var cross = await client.GetAsync($"/desk/surveys/{wave.Id}/groups?item=overall");
        Assert.Equal(HttpStatusCode.OK, cross.Status);
        Assert.Contains("Visi", cross.TextsOf("tbody th")[^1], StringComparison.Ordinal);

        var file = await client.GetAsync($"/desk/surveys/{wave.Id}/export?format=csv");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/desk/surveys/{wave.Id}/export?format=xlsx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/surveys/{wave.Id}/export?format=exe")).Status);
    }

    [Fact]
    public async Task One_group_is_chosen_in_the_address()
    {
        var wave = await FillAsync(60);
        var client = await site.SignInAsync(Role.HeadOfClientService);
        var page = await client.GetAsync($"/desk/surveys/{wave.Id}?group=Mode-0~Online");
        Assert.Contains("n = 60", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/surveys/{wave.Id}?group=Mode-0~Nowhere")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/surveys/{wave.Id}?group=x")).Status);
    }

    [Fact]
    public async Task Too_few_answers_are_said_to_be_too_few()
    {
        var wave = await FillAsync(4);
        var client = await site.SignInAsync(Role.HeadOfClientService);
        var page = await client.GetAsync($"/desk/surveys/{wave.Id}");
        Assert.Contains("mazāk nekā 5", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("[data-item]"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/surveys/{wave.Id}/export?format=csv")).Status);
    }

    [Fact]
    public async Task Results_of_nothing_are_not_found_and_of_others_closed()
    {
        var wave = await FillAsync(10);
        var client = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/surveys/{Guid.NewGuid()}")).Status);
        var employee = await site.SignInAsync(Role.Employee);
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.GetAsync($"/desk/surveys/{wave.Id}")).Status);
        var head = await site.SignInAsync(DemoPeople.All.First(p => p.Roles.Contains(Role.UnitHead) && !p.Roles.Contains(Role.HeadOfClientService)));
        Assert.Contains("nav par Jūsu nodaļu", (await head.GetAsync($"/desk/surveys/{wave.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/surveys/{wave.Id}/groups")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/surveys/{wave.Id}/export?format=csv")).Status);
    }

    private Task<SurveyWave> FillAsync(int answers) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var series = db.Set<SurveySeries>().Single(s => s.Key == "klienti");
        var hours = db.Set<SurveySeries>().Single(s => s.Key == "darba-laiks").Template.Questions.First(q => q.Type == QuestionType.HoursGrid);
        var questions = new Questionnaire(series.Template.Questions.Where(q => q.Type != QuestionType.HoursGrid).Append(hours with { No = 90, Key = "wished-hours", ShowIf = null }));
        var (today, number) = (new DateOnly(2026, 6, 1), db.Set<SurveyWave>().Count(w => w.SeriesId == series.Id) + 1);
        var wave = new SurveyWave(series, number, $"klienti-{Guid.NewGuid():n}"[..20], new WaveDetails { Title = new("Klientu aptauja"), OpensOn = today, ClosesOn = today.AddDays(9) }, questions);
        db.Set<SurveyWave>().Add(wave);
        db.Set<SurveyEdition>().Add(wave.Open(null, "Tests", today, DateTimeOffset.UnixEpoch));
        db.Set<SurveyResponse>().AddRange(Enumerable.Range(0, answers).Select(i =>
        {
            var sheet = new AnswerSheet();
            foreach (var question in questions.Questions.Where(q => q.Scale is not null))
                sheet.Mark(question.No, 1 + ((i + question.No) % 4));
            sheet.Mark(questions.Find("channel")!.No, 1 + (i % 2)).Mark(90, 33, 42);
            return new SurveyResponse(SurveyResponse.NewKey(), wave, SurveyMode.Online, null, "lv", today, sheet);
        }));
        wave.Close(0, 0, DateTimeOffset.UnixEpoch);
        await db.SaveChangesAsync();
        return wave;
    });
}
