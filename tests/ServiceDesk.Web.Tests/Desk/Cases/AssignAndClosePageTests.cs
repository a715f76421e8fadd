using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class AssignAndClosePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Only_who_may_assign_enters_and_only_for_cases_there_are()
    {
        var id = await site.SubmitAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{id}/assign")).Status);
        var head = await site.SignInAsync(DeskCases.Head);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/cases/{Guid.NewGuid()}/assign")).Status);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync($"/desk/cases/{id}/assign")).Status);
    }

    [Fact]
    public async Task Choosing_a_person_of_another_unit_offers_the_case_and_the_person_accepts_it()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}/assign");
        var person = await site.EmployeeAsync(DeskCases.Stranger);
        var answer = await page.Form("form[data-form=assign]").Fill("Input.AssigneeId", person.ToString()).Fill("Input.Reason", "Vajag būvvaldes atzinumu").SendAsync();
        Assert.Equal($"/desk/cases/{id}", answer.Location);
        Assert.Contains("Lieta piedāvāta. Līdz tās pieņemšanai atbildat jūs.", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
        var item = await site.LoadAsync(id);
        Assert.Equal(await site.EmployeeAsync(DeskCases.Head), item.AssigneeId);
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.HandOverOffered && e.Reason == "Vajag būvvaldes atzinumu");

        var stranger = await site.SignInAsync(DeskCases.Stranger);
        var notices = await stranger.GetAsync("/desk/notices");
        Assert.Contains(item.Number, notices.TextOf(".notices .unread"), StringComparison.Ordinal);
        Assert.Contains("Gaida, vai pieņemsiet", (await stranger.GetAsync("/desk?view=offered")).TextOf("table.worklist"), StringComparison.Ordinal);
        var offered = await stranger.GetAsync($"/desk/cases/{id}");
        Assert.Contains("Jums piedāvā pārņemt šo lietu", offered.Text, StringComparison.Ordinal);
        Assert.Equal($"/desk/cases/{id}", (await offered.Form("form[data-form=accept]").SendAsync()).Location);
        item = await site.LoadAsync(id);
        Assert.Equal((person, await site.UnitAsync(DemoPeople.Building)), (item.AssigneeId, item.UnitId));
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AnyAsync(n => n.EmployeeId == person && n.CaseId == id && n.Kind == NoticeKind.HandOverOffered)));
    }

    [Fact]
    public async Task A_return_without_a_reason_is_refused_and_keeps_the_page()
    {
        var id = await site.SubmitAsync();
        var form = (await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}/assign")).Form("form[data-form=assign]");
        await form.Fill("Input.AssigneeId", (await site.EmployeeAsync(DeskCases.Stranger)).ToString()).SendAsync();
        var stranger = await site.SignInAsync(DeskCases.Stranger);
        var page = await stranger.GetAsync($"/desk/cases/{id}/hand-over");
        Assert.Contains("Norādiet iemeslu.", (await page.Form("form[data-form=return]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("/desk", (await page.Form("form[data-form=return]").Fill("Reason", "Nav būve").SendAsync()).Location); // no right to read any more
        Assert.Contains((await site.LoadAsync(id)).History, e => e.Kind == CaseEventKind.HandOverReturned && e.Reason == "Nav būve");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/desk/cases/{id}/hand-over")).Status);
    }

    [Fact]
    public async Task Neither_unit_nor_person_is_not_enough()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}/assign");
        var again = await page.Form("form[data-form=assign]").Without("Input.UnitId").SendAsync();
        Assert.Contains("Izvēlieties nodaļu.", again.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_already_there_is_refused_in_words()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}/assign");
        Assert.Contains("Lieta jau ir šai nodaļai", (await page.Form("form[data-form=assign]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_without_a_reply_needs_outcome_and_reason()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        var page = await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{id}/close");
        Assert.Contains("Klientam vēl nav atbildēts.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Izvēlieties iznākumu.", (await page.Form("form[data-form=close]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("Norādiet iemeslu.", (await page.Form("form[data-form=close]").Fill("Input.Outcome", "Withdrawn").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var done = await page.Form("form[data-form=close]").Fill("Input.Outcome", "Withdrawn").Fill("Input.Reason", "Klients piezvanīja.").SendAsync();
        Assert.Equal($"/desk/cases/{id}", done.Location);
        Assert.Equal(CaseOutcome.Withdrawn, (await site.LoadAsync(id)).Outcome);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{id}/close")).Status);
    }

    [Fact]
    public async Task Who_sees_heads_only_closes_and_prints_nothing()
    {
        var id = await site.SubmitAsync();
        var client = await site.SignInAsync(DeskCases.Auditor);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/desk/cases/{id}/close")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/desk/cases/{id}/print")).Status);
    }
}
