using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class ImportPagesTests(Site site) : IClassFixture<Site>
{
    private const string Heading = "Reģ. Nr.;Saņemts;Kanāls;Veids;Iesniedzējs;E-pasts;Tālrunis;Adrese;Temats;Būtība;Struktūrvienība;Atbildēts;Statuss\n";

    [Fact]
    public async Task Only_the_head_of_client_service_and_administrators_enter()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(Role.ClientServiceSpecialist)).GetAsync("/desk/import")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync("/desk/import")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(Role.Administrator)).GetAsync("/desk/import")).Status);
        var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Contains("Vecie reģistri", (await head.GetAsync("/desk/import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/import/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/import/{Guid.NewGuid()}/report")).Status);
    }

    [Fact]
    public async Task A_file_is_tried_then_taken_over_and_its_report_downloaded()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = await head.GetAsync("/desk/import");
        var bytes = Encoding.UTF8.GetBytes(Heading
            + "W/1;05.03.2024 10:00;Pasts;Sūdzība;Anna Auziņa;;;;Bedre ielā;Teksts;Būvvalde;06.03.2024;Slēgts\n"
            + "=cmd|x;vakar;Pasts;Sūdzība;;;;;T;T;Būvvalde;;Atvērts\n");
        var sent = await form.Form("form[data-form=import]").Attach("Upload", "vecais.csv", bytes, "text/csv").SendAsync();
        var waiting = await sent.FollowAsync();
        Assert.Equal(sent.Location, waiting.Document.QuerySelector("#run")?.GetAttribute("hx-get"));
        Assert.NotNull(waiting.Document.QuerySelector($"#run a[href='{sent.Location}']"));
        Assert.NotNull(waiting.Document.QuerySelector("progress"));
        Assert.Null(waiting.Document.QuerySelector("form[data-form=confirm]"));

        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        var tried = await head.GetAsync(sent.Location!);
        Assert.Null(tried.Document.QuerySelector("#run")?.GetAttribute("hx-get"));
        Assert.Contains("Pārņemami ieraksti: 1 no 2.", tried.Text, StringComparison.Ordinal);
        Assert.Contains("saņemts: nav datums", tried.Text, StringComparison.Ordinal);
        Assert.Null(await CaseAsync("W/1"));

        var confirmed = await tried.Form("form[data-form=confirm]").SendAsync();
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        var done = await head.GetAsync(confirmed.Location!);
        Assert.Contains("Pārņemti ieraksti: 1 no 2.", done.Text, StringComparison.Ordinal);
        var item = (await CaseAsync("W/1"))!;
        var page = await head.GetAsync($"/desk/cases/{item.Id}");
        Assert.Contains("vecajā reģistrā W/1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Pārņemta no vecā reģistra", page.Text, StringComparison.Ordinal);

        var report = await head.Http.GetAsync($"{confirmed.Location}/report", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", report.Content.Headers.ContentType?.MediaType);
        var text = await report.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("3;'=cmd|x;Noraidīts;saņemts: nav datums", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_and_with_other_columns_the_page_says_what_is_wrong()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = await head.GetAsync("/desk/import");
        Assert.Contains("Izvēlieties failu", (await form.Form("form[data-form=import]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var sent = await form.Form("form[data-form=import]").Attach("Upload", "cits.csv", "a;b\n1;2\n"u8.ToArray(), "text/csv").SendAsync();
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        var failed = await head.GetAsync(sent.Location!);
        Assert.Contains("nav gaidīto aiļu", failed.Text, StringComparison.Ordinal);
        Assert.Null(failed.Document.QuerySelector("form[data-form=confirm]"));
    }

    private Task<Case?> CaseAsync(string number) => site.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.OldNumber == number));
}
