using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Deadlines;

/// <summary>The list as a file, the chosen days, and the check on the status page, over the demonstration's two years.</summary>
public class BreachExportTests(BreachPagesTests.DemoSite site) : IClassFixture<BreachPagesTests.DemoSite>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private const string Days = "?from=2024-01-01&to=2026-06-18";
    private const string Csv = "/desk/breaches/export" + Days + "&format=csv";

    [Fact]
    public async Task The_file_holds_the_rows_of_the_list()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var total = int.Parse((await head.GetAsync("/desk/breaches/list" + Days)).TextOf(".bar .muted")!.Split(' ')[0], null);
        using var answer = await head.Http.GetAsync(Csv, None);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("terminu-parkapumi-2024-01-01-2026-06-18.csv", answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName);
        var rows = Parse(await answer.Content.ReadAsByteArrayAsync(None));
        Assert.Equal(total + 1, rows.Count);
        Assert.All(rows, r => Assert.Equal(14, r.Count));
        Assert.Equal("Numurs", rows[0][0]);
        Assert.Contains(rows.Skip(1), r => r[1].Length > 0);

        var book = new ZipArchive(new MemoryStream(await head.Http.GetByteArrayAsync(new Uri(Csv.Replace("csv", "xlsx", StringComparison.Ordinal), UriKind.Relative), None)));
        using var sheet = book.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var cells = XDocument.Load(sheet).Descendants(main + "row").Select(r => r.Elements().First().Value).ToList();
        Assert.Equal(rows.Select(r => r[0]), cells);
    }

    [Fact]
    public async Task Nobody_gets_more_than_the_list_shows_and_no_client_at_all()
    {
        using var deputy = await site.SignInAsync(Role.DeputyExecutiveDirector);
        var rows = Parse(await deputy.Http.GetByteArrayAsync(new Uri(Csv, UriKind.Relative), None));
        Assert.True(rows.Count > 1);
        Assert.All(rows.Skip(1), r => Assert.Equal("", r[1]));

        using var employee = await site.SignInAsync(DemoPeople.All.Single(p => p.Name == "Līga"));
        Assert.All(Parse(await employee.Http.GetByteArrayAsync(new Uri(Csv, UriKind.Relative), None)).Skip(1), r => Assert.Equal("Līga Zariņa", r[3]));

        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var text = Encoding.UTF8.GetString(await head.Http.GetByteArrayAsync(new Uri(Csv, UriKind.Relative), None));
        var contacts = await site.RunAsync((IServiceDeskDb db) => db.Set<Breach>().Join(db.Set<Case>(), b => b.CaseId, c => c.Id, (b, c) => c.Contact)
            .Select(c => new { c.Name, c.Email }).ToListAsync());
        Assert.All(contacts.Where(c => c.Email != null), c => Assert.DoesNotContain(c.Email!, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(contacts.Where(c => c.Name != null && c.Name.Contains(' ')), c => Assert.DoesNotContain(c.Name!, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?format=pdf")]
    [InlineData("?format=CSV.exe")]
    public async Task An_unknown_kind_of_file_is_not_found(string query)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/desk/breaches/export" + query)).Status);
    }

    [Theory]
    [InlineData("?format=csv&from=nonsense&cause=nonsense&rule=nonsense&channel=nonsense")]
    [InlineData("?format=csv&from=2026-06-18&to=2024-01-01")]
    public async Task A_choice_that_fits_nothing_gives_the_head_alone(string query)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Single(Parse(await head.Http.GetByteArrayAsync(new Uri("/desk/breaches/export" + query, UriKind.Relative), None)));
    }

    [Fact]
    public async Task The_reader_chooses_the_days_and_goes_on_with_them()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync("/desk/breaches?from=2025-09-01&to=2026-01-31");
        Assert.Contains("01.09.2025.–31.01.2026.", page.TextOf(".print-only"), StringComparison.Ordinal);
        Assert.Equal(("2025-09-01", "2026-01-31"), (page.Form("form[data-form=days]")["from"], page.Form("form[data-form=days]")["to"]));
        Assert.Equal("2025-09-01", page.Form("form[data-form=period]")["from"]);
        Assert.All(page.Document.QuerySelectorAll("a[download]"), a => Assert.Contains("from=2025-09-01&to=2026-01-31", a.GetAttribute("href"), StringComparison.Ordinal));
        var named = await head.GetAsync("/desk/breaches?period=LastYear&from=2025-09-01&to=2026-01-31");
        Assert.Contains("01.01.2025.–31.12.2025.", named.TextOf(".print-only"), StringComparison.Ordinal);
        Assert.Equal(3, named.Document.QuerySelectorAll("[data-table=trend] tbody tr").Length);
        Assert.NotEmpty(named.TextsOf("[data-table=rules] tbody tr"));
        Assert.NotEmpty(named.TextsOf("[data-table=channels] tbody tr"));
    }

    [Theory]
    [InlineData("?from=2026-06-18&to=2026-06-01")]
    [InlineData("?from=2015-01-01&to=2026-06-01")]
    public async Task Days_that_cannot_be_are_told_and_the_usual_report_follows(string query)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync("/desk/breaches" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".error-summary, [role=alert]"));
        Assert.Equal(6, page.TextsOf(".fig").Count);
    }

    [Fact]
    public async Task A_head_reads_the_weekly_message_among_the_notices()
    {
        site.Time.SetLocal(2026, 6, 29, 9);
        try
        {
            await site.RunAsync((Application.Deadlines.SendDigestsHandler h) => h.HandleAsync(CancellationToken.None));
            using var head = await site.SignInAsync(DemoPeople.All.Single(p => p.Name == "Jānis"));
            var page = await head.GetAsync("/desk/notices");
            Assert.Equal("/desk/breaches", page.Document.QuerySelector(".notices li a")!.GetAttribute("href"));
            Assert.StartsWith("Nedēļas pārskats 22.06.–28.06.", page.TextOf(".notices li a"), StringComparison.Ordinal);
        }
        finally
        {
            site.Time.Now = FakeTime.Beginning;
        }
    }

    /// <summary>Reads values separated by semicolons, with quotes.</summary>
    private static List<List<string>> Parse(byte[] file)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        var text = Encoding.UTF8.GetString(file[3..]);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is (';' or '\n'))
            {
                rows[^1].Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                    rows.Add([]);
            }
            else
                cell.Append(c);
        }

        Assert.Empty(rows[^1]);
        return rows[..^1];
    }
}

/// <summary>The check that clocks and breaches agree, where administrators and machines look.</summary>
public class ClockCheckPageTests(BreachPagesTests.DemoSite site) : IClassFixture<BreachPagesTests.DemoSite>
{
    [Fact]
    public async Task The_status_page_says_in_a_sentence_whether_clocks_and_breaches_agree_and_the_health_page_tells_machines()
    {
        using var administrator = await site.SignInAsync(Role.Administrator);
        Assert.Contains("Termiņi un pārkāpumi saskan", (await administrator.GetAsync("/desk/status")).Text, StringComparison.Ordinal);
        Assert.Contains("every missed clock has its breach", (await site.Visitor().GetAsync("/health/ready")).Html, StringComparison.Ordinal);

        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var one = await db.Set<Breach>().OrderBy(b => b.Id).Select(b => b.Id).FirstAsync();
            return await db.Set<Breach>().Where(b => b.Id == one).ExecuteDeleteAsync();
        });
        Assert.Contains("Termiņi un pārkāpumi nesaskan", (await administrator.GetAsync("/desk/status")).Text, StringComparison.Ordinal);
        var health = await site.Visitor().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.Status);
        Assert.Contains("1 missed without a breach", health.Html, StringComparison.Ordinal);
    }
}
