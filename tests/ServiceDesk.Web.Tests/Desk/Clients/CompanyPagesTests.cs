using System.Net;
using System.Text;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Clients;

public class CompanyPagesTests(Site site) : IClassFixture<Site>
{
    private const string Heading = "regcode;name;type;type_text;registered;terminated;closed;address;index\n";

    [Fact]
    public async Task Only_those_who_keep_the_table_read_files_and_only_those_who_see_clients_look_companies_up()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync("/desk/companies")).Status);
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync("/desk/companies")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/desk/companies/imports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"/desk/companies/imports/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync("/desk/companies")).Status);
        var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Contains("Uzņēmumu reģistra datu nolasīšana", (await head.GetAsync("/desk/companies/imports")).TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/companies/imports/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/companies/imports/{Guid.NewGuid()}/report")).Status);
    }

    [Fact]
    public async Task A_file_is_tried_then_read_its_report_downloaded_and_the_company_found()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = await head.GetAsync("/desk/companies/imports");
        var bytes = Encoding.UTF8.GetBytes(Heading + "50003100010;\"SIA \"\"Lapu ugunskurs\"\"\";SIA;Sabiedrība;2001-02-03;;;\"Sigulda, Pils iela 1\";2150\n=1+1;\"SIA\";SIA;Sabiedrība;;;;;\n");
        var sent = await form.Form("form[data-form=companies-import]").Fill("TryOnly", "true").Attach("Register", "register.csv", bytes, "text/csv").SendAsync();
        Assert.NotNull((await sent.FollowAsync()).Document.QuerySelector("progress"));
        await site.RunAsync((RunCompanyImportsJob job) => job.RunAsync(CancellationToken.None));
        var tried = await head.GetAsync(sent.Location!);
        Assert.Contains("Pārbaudīts. Būtu jauni ieraksti: 1", tried.Text, StringComparison.Ordinal);
        Assert.Contains("reģistrācijas numurs nav 11 cipari", tried.Text, StringComparison.Ordinal);
        Assert.Contains("nekas nav atrasts", (await head.GetAsync("/desk/companies?q=lapu+ugun")).Text, StringComparison.Ordinal);

        var confirmed = await tried.Form("form[data-form=confirm]").SendAsync();
        await site.RunAsync((RunCompanyImportsJob job) => job.RunAsync(CancellationToken.None));
        Assert.Contains("Nolasīts. Jauni ieraksti: 1", (await head.GetAsync(confirmed.Location!)).Text, StringComparison.Ordinal);
        var found = await head.GetAsync("/desk/companies?q=lapu+ugun");
        Assert.Contains("SIA \"Lapu ugunskurs\"", found.Text, StringComparison.Ordinal);
        Assert.Contains("Sigulda, Pils iela 1, LV-2150", found.Text, StringComparison.Ordinal);

        var report = await head.Http.GetAsync($"{confirmed.Location}/report", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", report.Content.Headers.ContentType?.MediaType);
        Assert.Contains("3;'=1+1;Noraidīts;reģistrācijas numurs nav 11 cipari", await report.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_and_with_other_columns_the_page_says_what_is_wrong()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = await head.GetAsync("/desk/companies/imports");
        Assert.Contains("Izvēlieties failu", (await form.Form("form[data-form=companies-import]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var sent = await form.Form("form[data-form=companies-import]").Attach("Register", "cits.csv", "a;b\n1;2\n"u8.ToArray(), "text/csv").SendAsync();
        await site.RunAsync((RunCompanyImportsJob job) => job.RunAsync(CancellationToken.None));
        Assert.Contains("nav gaidīto aiļu", (await head.GetAsync(sent.Location!)).Text, StringComparison.Ordinal);
    }
}
