using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;
using ServiceDesk.Web.Tests.Desk;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>Case file, work list, report and register as PDF.</summary>
public class PaperPagesTests(Site site, PressRoom room) : IClassFixture<Site>, IClassFixture<PressRoom>
{
    [Fact]
    public async Task A_case_is_printed_whole_for_who_reads_it_and_the_reading_is_written_down()
    {
        room.SkipWithoutBrowser();
        var id = await site.SubmitAsync();
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var shown = await owner.GetAsync($"/desk/cases/{id}");
        Assert.NotNull(shown.Document.QuerySelector($"a[href='/desk/cases/{id}/file']"));
        var number = shown.TextOf(".meta b")!;
        var text = await PdfAsync(owner, $"/desk/cases/{id}/file");
        Assert.All(["Lejasupes novada pašvaldība", $"Lieta Nr. {number}", "Lietas gaita", "Izdrukāts", DeskCases.Owner.Name, "Pielikumi", "1. lapa no"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AnyAsync(r => r.Label == number && r.Way == ReadWay.Print)));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/desk/cases/{Guid.NewGuid()}/file")).Status);
        using var communications = await site.SignInAsync(Role.Communications);
        Assert.NotEqual(HttpStatusCode.OK, (await communications.GetAsync($"/desk/cases/{id}/file")).Status);
    }

    [Fact]
    public async Task The_work_list_is_printed_with_its_filter_at_the_head()
    {
        room.SkipWithoutBrowser();
        await site.SubmitAsync();
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var list = await head.GetAsync("/desk?view=all&kind=Complaint");
        var link = list.Document.QuerySelector("a[href^='/desk/print?']")!.GetAttribute("href")!;
        var text = await PdfAsync(head, link);
        Assert.Contains("Atlase Sūdzība", text, StringComparison.Ordinal);
        Assert.Contains("Izdrukāts", text, StringComparison.Ordinal);
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AnyAsync(r => r.Thing == ReadThing.CaseList && r.Way == ReadWay.Print)));
    }

    [Fact]
    public async Task The_report_and_the_registers_are_printed_and_an_impossible_period_is_said()
    {
        room.SkipWithoutBrowser();
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var report = await PdfAsync(head, "/desk/breaches/print?from=2026-01-01&to=2026-06-30");
        Assert.All(["Termiņu pārskats", "01.01.2026.–30.06.2026.", "Atbildēts laikā"], word => Assert.Contains(word, report, StringComparison.Ordinal));
        var back = await head.GetAsync("/desk/breaches/print?from=2026-06-30&to=2026-01-01");
        Assert.Equal("/desk/breaches", back.Location);
        var register = await PdfAsync(head, "/desk/documents/print?kind=Order&q=nekasnav");
        Assert.All(["Izraksts no dokumentu reģistriem", "„nekasnav”", "Atlasei neatbilst neviena rinda."], word => Assert.Contains(word, register, StringComparison.Ordinal));
    }

    private static async Task<string> PdfAsync(PageClient person, string address)
    {
        using var answer = await person.Http.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        return PdfText.Of(await answer.Content.ReadAsByteArrayAsync()).All;
    }
}
