using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

/// <summary>Steps on many cases through their pages, without scripts: ticked in the list, confirmed, done, listed.</summary>
public class BulkPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_handles_no_cases_may_not_step_on_many()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync("/desk/bulk?do=Note")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Auditor)).GetAsync($"/desk/bulk/{Guid.NewGuid()}")).Status);
        Assert.Null((await (await site.SignInAsync(DeskCases.Auditor)).GetAsync("/desk?view=all")).Document.QuerySelector("form#bulk"));
    }

    [Theory]
    [InlineData("/desk/bulk")]
    [InlineData("/desk/bulk?do=Burn")]
    [InlineData("/desk/bulk?do=Assign")]
    [InlineData("/desk/bulk/0199a6f0-0000-7000-8000-000000000000")]
    public async Task A_step_that_is_not_there_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync(address)).Status);

    [Fact]
    public async Task Ticked_cases_are_confirmed_with_samples_and_each_gets_the_note()
    {
        List<Guid> ids = [];
        for (var i = 0; i < 3; i++)
            ids.Add(await site.SubmitAsync());
        var closed = await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Owner);
        var list = await client.GetAsync("/desk?view=unit");
        Assert.Equal(list.Document.QuerySelectorAll("a[data-row]").Length, list.Document.QuerySelectorAll("input[name=id][form=bulk]").Length);
        await site.CloseAsync(closed);

        var confirm = await client.GetAsync(Address("Reply", [.. ids, closed, Guid.NewGuid()]));
        Assert.Equal("Atbildēt visiem: 3 lietas", confirm.TextOf("h1"));
        Assert.Contains("Upes ielā", confirm.TextOf(".bulk-cases"), StringComparison.Ordinal);
        Assert.Contains("2 lietas darbība neskars", confirm.TextOf(".notice"), StringComparison.Ordinal);
        Assert.Contains("Lieta jau ir slēgta", confirm.TextOf(".notice"), StringComparison.Ordinal);

        confirm = await client.GetAsync(Address("Note", ids));
        var empty = await confirm.Form("form[data-form=bulk]").SendAsync();
        Assert.Contains("Ierakstiet tekstu", empty.TextOf("#errors"), StringComparison.Ordinal);
        var form = empty.Form("form[data-form=bulk]").Fill("Input.Text", "Avārija Upes ielā, brigāde strādā.");
        var done = await form.SendAsync();
        await form.SendAsync(); // a double click
        var result = await done.FollowAsync();
        Assert.Contains("Izdarīts: 3. Atteikts: 0.", result.Text, StringComparison.Ordinal);
        foreach (var id in ids)
            Assert.Single((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Note);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Head)).GetAsync(done.Location!)).Status);
    }

    [Fact]
    public async Task All_cases_of_the_view_are_replied_to_and_the_letters_taken_back()
    {
        for (var i = 0; i < 2; i++)
            await site.SubmitAsync(text: "Kastanis Liepu ielā 4 ir nolūzis.");
        var client = await site.SignInAsync(DeskCases.Head);
        var confirm = await client.GetAsync($"/desk/bulk?do=Reply&all=true&list={Uri.EscapeDataString("view=unit&q=kastanis")}");
        Assert.Equal("Atbildēt visiem: 2 lietas", confirm.TextOf("h1"));
        var result = await (await confirm.Form("form[data-form=bulk]").Fill("Input.Text", "Koks šodien novākts.").SendAsync()).FollowAsync();
        Assert.Equal("/desk?view=unit&q=kastanis", result.Document.QuerySelector("main p.small a")!.GetAttribute("href"));
        var back = await (await result.Form("form[data-form=take-back]").SendAsync()).FollowAsync();
        Assert.Contains("Atsauktas vēstules: 2. Jau nosūtītas: 0.", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_are_given_to_a_person_and_closed_with_an_outcome()
    {
        var (one, two) = (await site.SubmitAsync(), await site.SubmitAsync());
        var client = await site.SignInAsync(DeskCases.Head);
        var person = await site.EmployeeAsync(DeskCases.Owner);
        var assign = (await client.GetAsync(Address("Assign", [one, two]))).Form("form[data-form=bulk]");
        Assert.Contains("Izvēlieties", (await assign.SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        await assign.Fill("Input.AssigneeId", person.ToString()).SendAsync();
        Assert.Equal(person, (await site.LoadAsync(two)).AssigneeId);

        var close = (await client.GetAsync(Address("Close", [one, two]))).Form("form[data-form=bulk]");
        Assert.NotNull((await close.SendAsync()).TextOf("#errors"));
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<Case>().Include(c => c.Messages).SingleAsync(c => c.Id == one)).AddNote("Kolēģis pa to laiku.", Actor.System, site.Time.Now);
            return await db.SaveChangesAsync();
        });
        var result = await (await close.Fill("Input.Outcome", "Withdrawn").Fill("Input.Text", "Klients atsauca.").SendAsync()).FollowAsync();
        Assert.Contains("Izdarīts: 1. Atteikts: 1.", result.Text, StringComparison.Ordinal);
        Assert.Contains("pa to laiku mainīja kāds cits", result.TextOf(".views"), StringComparison.Ordinal);
        Assert.Equal(CaseState.Closed, (await site.LoadAsync(two)).State);
        Assert.Contains(one.ToString(), result.Document.QuerySelector("a[href*='do=Close']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_cut_short_is_announced_in_the_list_and_goes_on_by_a_button()
    {
        List<Guid> ids = [];
        for (var i = 0; i < 27; i++)
            ids.Add(await site.SubmitAsync());
        var client = await site.SignInAsync(DeskCases.HeadOfService);
        var first = await (await (await client.GetAsync(Address("Note", ids))).Form("form[data-form=bulk]").Fill("Input.Text", "Lielā avārija.").SendAsync()).FollowAsync();
        Assert.Equal("25", first.Document.QuerySelector("progress")!.GetAttribute("value"));
        var list = await client.GetAsync("/desk?view=all");
        var unfinished = await client.GetAsync(list.Document.QuerySelector("a[href^='/desk/bulk/']")!.GetAttribute("href")!);
        var end = await (await unfinished.Form("form[data-form=go-on]").SendAsync()).FollowAsync();
        Assert.Contains("Izdarīts: 27. Atteikts: 0.", end.Text, StringComparison.Ordinal);
        Assert.Null((await client.GetAsync("/desk?view=all")).Document.QuerySelector("a[href^='/desk/bulk/']"));
    }

    [Fact]
    public async Task A_page_whose_seal_is_broken_does_nothing()
    {
        var client = await site.SignInAsync(DeskCases.Owner);
        var form = (await client.GetAsync(Address("Note", [await site.SubmitAsync()]))).Form("form[data-form=bulk]");
        var answer = await form.Fill("Input.Cases", "viltots").Fill("Input.Text", "Piezīme").SendAsync();
        Assert.Contains("atvērta pārāk ilgi", answer.TextOf("#errors"), StringComparison.Ordinal);
    }

    private static string Address(string step, IEnumerable<Guid> ids) => $"/desk/bulk?do={step}{string.Concat(ids.Select(id => $"&id={id}"))}&list=view%3Dunit";
}
