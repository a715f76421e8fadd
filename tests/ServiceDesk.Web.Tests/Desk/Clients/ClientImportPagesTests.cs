using System.Net;
using System.Text;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Clients;

public class ClientImportPagesTests(Site site) : IClassFixture<Site>
{
    private const string Import = "/desk/clients/import";

    [Fact]
    public async Task Only_those_who_bring_clients_in_open_the_pages()
    {
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(Import)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"{Import}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"{Import}/{Guid.NewGuid()}/report")).Status);
        Assert.Null((await specialist.GetAsync("/desk/clients")).Document.QuerySelector($"a[href='{Import}']"));
        var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.NotNull((await head.GetAsync("/desk/clients")).Document.QuerySelector($"a[href='{Import}']"));
        Assert.Contains("Klientu pārņemšana no faila", (await head.GetAsync(Import)).TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"{Import}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"{Import}/{Guid.NewGuid()}/report")).Status);
    }

    [Fact]
    public async Task A_file_is_tried_then_taken_over_and_its_report_downloaded()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var bytes = Encoding.UTF8.GetBytes("Veids;Nosaukums;E-pasts\nPersona;Ģirts Faila-Zemgals;girts@example.org\nPersona;Noraidīta Rinda;nav adrese\n");
        var sent = await (await head.GetAsync(Import)).Form("form[data-form=import]").Attach("Upload", "zemgals.csv", bytes, "text/csv").SendAsync();
        Assert.NotNull((await sent.FollowAsync()).Document.QuerySelector("progress"));
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        var tried = await head.GetAsync(sent.Location!);
        Assert.Contains("Pārbaudīts. Pārņemami klienti: 1 no 2.", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Uz šādu e-pasta adresi neko nevar nosūtīt.", tried.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Faila-Zemgals", (await head.GetAsync("/desk/clients")).Text, StringComparison.Ordinal);

        var confirmed = await tried.Form("form[data-form=confirm]").SendAsync();
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        Assert.Contains("Pabeigts. Pārņemti klienti: 1 no 2.", (await head.GetAsync(confirmed.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains("Faila-Zemgals", (await head.GetAsync("/desk/clients")).Text, StringComparison.Ordinal);
        Assert.Contains("zemgals.csv", (await head.GetAsync(Import)).TextOf("table"), StringComparison.Ordinal);

        var report = await head.Http.GetAsync($"{confirmed.Location}/report", TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", report.Content.Headers.ContentType?.MediaType);
        Assert.Contains("3;E-pasts;Noraidīts;Uz šādu e-pasta adresi neko nevar nosūtīt.", await report.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Older registers are another right: their pages do not show readings of clients.
        Assert.DoesNotContain("zemgals.csv", (await head.GetAsync("/desk/import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(confirmed.Location!.Replace("/desk/clients/import", "/desk/import", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Without_a_file_and_with_other_columns_the_page_says_what_is_wrong()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = await head.GetAsync(Import);
        Assert.Contains("Izvēlieties failu", (await form.Form("form[data-form=import]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var sent = await form.Form("form[data-form=import]").Attach("Upload", "cits.csv", "a;b\n1;2\n"u8.ToArray(), "text/csv").SendAsync();
        await site.RunAsync((RunImportsJob job) => job.RunAsync(CancellationToken.None));
        Assert.Contains("nav aiļu “Veids” un “Nosaukums”", (await head.GetAsync(sent.Location!)).Text, StringComparison.Ordinal);
    }
}
