using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Testing;
using ServiceDesk.Web.Tests.Desk;

namespace ServiceDesk.Web.Tests.Public.Cases;

/// <summary>Whom a complaint is about, on the public form: typed by default, a list only where the municipality publishes it.</summary>
public class AboutEmployeeTests(AboutEmployeeTests.TextSite site, AboutEmployeeTests.ListSite published) : IClassFixture<AboutEmployeeTests.TextSite>, IClassFixture<AboutEmployeeTests.ListSite>
{
    [Fact]
    public async Task A_name_in_any_ending_and_without_marks_keeps_the_complaint_from_that_employee()
    {
        foreach (var said in new[] { "Par Līgu Zariņu no nodaļas", "ligas zarinas darbs" })
        {
            var item = await SendAsync(site, f => f.Fill("Input.Employee", said));
            Assert.True(item.IsAboutPerson);
            Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{item.Id}")).Status);
            var head = await (await site.SignInAsync(DeskCases.HeadOfService)).GetAsync($"/desk/cases/{item.Id}");
            Assert.Contains(said, head.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_nobody_bears_goes_where_a_person_reads_it_first_and_the_client_learns_nothing_of_that()
    {
        var item = await SendAsync(site, f => f.Fill("Input.Employee", "tas gaišmatainais no otrā stāva"));
        Assert.False(item.IsAboutPerson);
        Assert.Equal(await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.IsFallback).Select(t => t.UnitId).SingleAsync()), item.UnitId);
        Assert.Contains("tas gaišmatainais no otrā stāva", (await (await site.SignInAsync(DeskCases.HeadOfService)).GetAsync($"/desk/cases/{item.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Praise_names_nobody_and_too_long_a_name_has_its_sentence()
    {
        Assert.False((await SendAsync(site, f => f.Fill("Input.Kind", nameof(CaseKind.Praise)).Fill("Input.Employee", "Līga Zariņa"))).IsAboutPerson);
        var page = await site.Visitor().GetAsync("/submit");
        site.Time.Advance(TimeSpan.FromSeconds(20));
        var again = await page.Form("form[data-form=submit]").Fill("Input.Text", "Slikti.").Fill("Input.Employee", new string('x', 201)).SendAsync();
        Assert.Contains("Darbinieku aprakstiet īsāk, līdz 200 rakstzīmēm.", again.Text, StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector("details[open] input[name='Input.Employee']"));
    }

    [Fact]
    public async Task No_list_of_employees_leaves_the_house_unless_it_is_published()
    {
        var page = await site.Visitor().GetAsync("/submit");
        foreach (var person in DemoPeople.All)
            Assert.DoesNotContain(person.Surname + ",", page.Html, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[name='Input.EmployeeId']"));
        // A key from elsewhere is not believed.
        var liga = await site.EmployeeAsync(DeskCases.Owner);
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, Text = "Slikti.", Language = "lv", AboutEmployeeId = liga }, CancellationToken.None));
        Assert.False((await DeskCases.LoadAsync(site, made.CaseId)).IsAboutPerson);
    }

    [Fact]
    public async Task A_published_list_is_offered_by_unit()
    {
        var page = await published.Visitor().GetAsync("/submit");
        Assert.Contains(page.TextsOf("optgroup option"), o => o.StartsWith("Līga Zariņa, ", StringComparison.Ordinal));
        Assert.Null(page.Document.QuerySelector("[name='Input.Employee']"));
        var item = await SendAsync(published, async f => f.Fill("Input.EmployeeId", $"{await published.EmployeeAsync(DeskCases.Owner)}"));
        Assert.True(item.IsAboutPerson);
    }

    private static Task<Case> SendAsync(Site on, Action<PageForm> fill) => SendAsync(on, form =>
    {
        fill(form);
        return Task.CompletedTask;
    });

    private static async Task<Case> SendAsync(Site on, Func<PageForm, Task> fill)
    {
        var text = $"Nepieklājīga izturēšanās {Guid.NewGuid():N}";
        var page = await on.Visitor().GetAsync("/submit");
        on.Time.Advance(TimeSpan.FromSeconds(20));
        var form = page.Form("form[data-form=submit]").Fill("Input.Kind", nameof(CaseKind.Complaint)).Fill("Input.Text", text);
        await fill(form);
        var sent = await form.SendAsync();
        Assert.True(sent.Status == HttpStatusCode.Redirect, sent.Text);
        return await on.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Messages.Any(m => m.Text == text)));
    }

    public sealed class TextSite : Site;

    public sealed class ListSite : Site
    {
        protected override void Configure(IDictionary<string, string?> settings) => settings["ServiceDesk:PublicForm:AskEmployee"] = "List";
    }
}
