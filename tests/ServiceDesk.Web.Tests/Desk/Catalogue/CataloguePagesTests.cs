using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Catalogue;

public class CataloguePagesTests(Site site) : IClassFixture<Site>
{
    public static readonly TheoryData<string> Pages =
        ["/desk/topics", "/desk/topics/edit", "/desk/topics/routes", "/desk/topics/routes/edit", "/desk/topics/services", "/desk/topics/services/edit"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_who_keeps_the_catalogue_enters(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, (page.Location is null ? page : await page.FollowAsync()).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_render(string address)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await admin.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Catalogue.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/topics/edit/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/topics/routes/edit/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/topics/services/edit/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/cases/0198f3f8-0000-7000-8000-000000000000/topic")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_subtopic_is_added_offered_in_a_group_on_the_forms_and_retired()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var parent = await TopicAsync("Būvniecība");
        var add = (await admin.GetAsync($"/desk/topics/edit?parent={parent.Id}")).Form("form[data-form=topic]");
        Assert.Equal((parent.Id.ToString(), parent.UnitId.ToString()), (add["Parent"], add["UnitId"]));
        Assert.Equal("/desk/topics", (await add.Fill("NameLv", "Žogi").Fill("NameEn", "Fences").SendAsync()).Location);

        var form = await site.Visitor().GetAsync("/submit");
        var group = form.Document.QuerySelector("[name='Input.TopicId'] optgroup[label='Būvniecība']")!;
        Assert.Equal(["Būvniecība — vispārīgi", "Žogi"], group.QuerySelectorAll("option").Select(o => o.TextContent));
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.NotNull((await specialist.GetAsync("/desk/register")).Document.QuerySelector("[name='Input.TopicId'] optgroup[label='Būvniecība']"));

        var fences = await TopicAsync("Žogi");
        await (await admin.GetAsync("/desk/topics")).Form("form[data-form=topics]").SendAsync("retire", fences.Id.ToString());
        Assert.Null((await site.Visitor().GetAsync("/submit")).Document.QuerySelector("[name='Input.TopicId'] optgroup[label='Būvniecība']"));
        var page = await (await admin.GetAsync($"/desk/topics/edit/{fences.Id}")).Form("form[data-form=undo]").SendAsync("step", "undo");
        Assert.Equal($"/desk/topics/edit/{fences.Id}", page.Location);
        Assert.True((await TopicAsync("Žogi")).IsOffered);
    }

    [Fact]
    public async Task A_topic_that_changes_units_asks_what_becomes_of_its_open_cases()
    {
        var id = await site.SubmitAsync();
        using var admin = await site.SignInAsync(Role.Administrator);
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().AsNoTracking().SingleAsync(t => t.NameLv.StartsWith("Atkritumi")));
        var other = await site.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Id != topic.UnitId).Select(u => u.Id).FirstAsync());
        var asked = await (await admin.GetAsync($"/desk/topics/edit/{topic.Id}")).Form("form[data-form=topic]").Fill("UnitId", other.ToString()).SendAsync();
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains((await site.LoadAsync(id)).Number, asked.TextOf("section[aria-labelledby=move]"), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, asked.Html, StringComparison.Ordinal);
        Assert.Equal("/desk/topics", (await asked.Form("form[data-form=topic]").Fill("Moves", "true").SendAsync()).Location);
        Assert.Equal(other, (await site.LoadAsync(id)).UnitId);
        Assert.Equal("/desk/topics", (await (await (await admin.GetAsync($"/desk/topics/edit/{topic.Id}")).Form("form[data-form=topic]").Fill("UnitId", topic.UnitId.ToString()).SendAsync()).Form("form[data-form=topic]").Fill("Moves", "true").SendAsync()).Location);
    }

    [Fact]
    public async Task A_route_and_a_service_are_made_and_the_box_explains_where_a_case_goes()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var topic = await TopicAsync("Nodokļi un maksājumi");
        Assert.Equal("/desk/topics/services", (await (await admin.GetAsync("/desk/topics/services/edit")).Form("form[data-form=service]")
            .Fill("NameLv", "Nodokļa atvieglojums").Fill("TopicId", topic.Id.ToString()).Fill("Link", "https://lejasupe.example/nin").SendAsync()).Location);
        var service = await site.RunAsync((IServiceDeskDb db) => db.Set<Service>().AsNoTracking().SingleAsync());
        Assert.NotNull((await site.Visitor().GetAsync("/submit")).Document.QuerySelector($"[name='Input.ServiceId'] option[value='{service.Id}']"));

        var unit = await site.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == "Sociālais dienests"));
        Assert.Equal("/desk/topics/routes", (await (await admin.GetAsync("/desk/topics/routes/edit")).Form("form[data-form=route]")
            .Fill("Name", "Atvieglojumi").Fill("ServiceId", service.Id.ToString()).Fill("UnitId", unit.Id.ToString()).SendAsync()).Location);
        var answer = await admin.GetAsync($"/desk/topics/routes?service={service.Id}&kind=Question&channel=Phone&try=true");
        Assert.Contains("Sociālais dienests", answer.TextOf("[data-answer]"), StringComparison.Ordinal);
        Assert.Contains("„Atvieglojumi”", answer.TextOf("[data-answer]"), StringComparison.Ordinal);

        var route = await site.RunAsync((IServiceDeskDb db) => db.Set<Route>().AsNoTracking().SingleAsync());
        await (await admin.GetAsync("/desk/topics/routes")).Form("form[data-form=routes]").SendAsync("off", route.Id.ToString());
        answer = await admin.GetAsync($"/desk/topics/routes?service={service.Id}&kind=Question&channel=Phone&try=true");
        Assert.Contains("atbild jomas struktūrvienība", answer.TextOf("[data-answer]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/topics/edit", "topic", "NameLv", "", "nosaukumu")]
    [InlineData("/desk/topics/services/edit", "service", "NameLv", "", "Izvēlieties jomu")]
    [InlineData("/desk/topics/routes/edit", "route", "Name", "A", "Izvēlieties, kura struktūrvienība")]
    public async Task Every_mistake_has_its_sentence(string address, string form, string field, string value, string sentence)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var unit = await site.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Select(u => u.Id).FirstAsync());
        var filled = (await admin.GetAsync(address)).Form($"form[data-form={form}]").Fill(field, value);
        if (form == "topic")
            filled.Fill("UnitId", unit.ToString());
        Assert.Contains(sentence, (await filled.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_sorted_under_another_topic_on_its_page()
    {
        var id = await site.SubmitAsync();
        using var head = await site.SignInAsync(DeskCases.HeadOfService);
        var address = (await head.GetAsync($"/desk/cases/{id}")).Document.QuerySelector($"a[href='/desk/cases/{id}/topic']")!.GetAttribute("href")!;
        var topic = await TopicAsync("Apgaismojums");
        var page = await (await head.GetAsync(address)).Form("form[data-form=sort]").Fill("Input.TopicId", topic.Id.ToString()).SendAsync();
        Assert.Contains("Apgaismojums", (await page.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync(address)).Status);
        var missing = await (await head.GetAsync(address)).Form("form[data-form=sort]").Fill("Input.TopicId", "").SendAsync();
        Assert.Contains("Izvēlieties jomu", missing.TextOf(".err-sum"), StringComparison.Ordinal);
    }

    private Task<Topic> TopicAsync(string name) => site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().AsNoTracking().SingleAsync(t => t.NameLv == name));
}
