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
    public async Task Choosing_a_person_gives_the_case_to_that_persons_unit_and_tells_the_person()
    {
        var id = await site.SubmitAsync();
        var page = await (await site.SignInAsync(DeskCases.Head)).GetAsync($"/desk/cases/{id}/assign");
        var person = await site.EmployeeAsync(DeskCases.Stranger);
        var answer = await page.Form("form[data-form=assign]").Fill("Input.AssigneeId", person.ToString()).Fill("Input.Reason", "Vajag būvvaldes atzinumu").SendAsync();
        Assert.Equal($"/desk/cases/{id}", answer.Location);
        var item = await site.LoadAsync(id);
        Assert.Equal((person, await site.UnitAsync(DemoPeople.Building)), (item.AssigneeId, item.UnitId));
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.Assigned && e.Reason == "Vajag būvvaldes atzinumu");
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AnyAsync(n => n.EmployeeId == person && n.CaseId == id)));

        var notices = await (await site.SignInAsync(DeskCases.Stranger)).GetAsync("/desk/notices");
        Assert.Contains(item.Number, notices.TextOf(".notices .unread"), StringComparison.Ordinal);
        var read = await (await notices.Form("form[data-form=read-all]").SendAsync()).FollowAsync();
        Assert.Null(read.TextOf(".notices .unread"));
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
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/desk/cases/{id}/print")).Status);
    }
}
