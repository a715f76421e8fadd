using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Access;

/// <summary>What the browser of somebody signed in may do changes with stand-ins and last days, at the next request.</summary>
public class StandInsAndEndsTests
{
    [Fact]
    public async Task A_stand_in_sees_the_cases_of_who_is_away_from_the_next_request_until_it_ends_and_never_what_is_about_them()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var (elina, sanita) = (DeskCases.Person("Elīna"), DeskCases.Person("Sanita"));
        var theirs = await GiveAsync(site, elina, about: null);
        var aboutElina = await GiveAsync(site, DeskCases.Person("Zane"), about: elina);
        var browser = await site.SignInAsync(sanita);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{theirs}")).Status);

        var personnel = await site.SignInAsync(DeskCases.Person("Aija"));
        var today = DateOnly.FromDateTime(site.Time.Now.UtcDateTime);
        await AccessPagesTests.NameAsync(await personnel.GetAsync("/desk/stand-ins"), await site.EmployeeAsync(elina), await site.EmployeeAsync(sanita), today, today.AddDays(3));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/cases/{theirs}")).Status);
        var number = (await site.LoadAsync(theirs)).Number;
        Assert.Contains(number, (await browser.GetAsync($"/desk?q={Uri.EscapeDataString(number)}&view=all")).Text + (await browser.GetAsync("/desk?view=mine")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{aboutElina}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{aboutElina}/print")).Status);

        await (await personnel.GetAsync("/desk/stand-ins")).Form("form[data-form=end-stand-in]").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{theirs}")).Status);
    }

    [Fact]
    public async Task A_heads_stand_in_loses_the_complaint_about_the_head_even_with_a_ground_of_their_own()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var (janis, zane) = (DeskCases.Head, DeskCases.Person("Zane"));
        var complaint = await GiveAsync(site, zane, about: janis); // Zane herself deals with it
        var browser = await site.SignInAsync(zane);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/cases/{complaint}")).Status);
        var personnel = await site.SignInAsync(DeskCases.Person("Aija"));
        var today = DateOnly.FromDateTime(site.Time.Now.UtcDateTime);
        await AccessPagesTests.NameAsync(await personnel.GetAsync("/desk/stand-ins"), await site.EmployeeAsync(janis), await site.EmployeeAsync(zane), today, today.AddDays(3));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{complaint}")).Status);
        var unit = (await site.LoadAsync(await GiveAsync(site, DeskCases.Owner, about: null))).Id; // a case of the unit Jānis heads
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/cases/{unit}")).Status);
    }

    [Fact]
    public async Task A_stand_in_whose_days_are_over_is_out_without_anybody_ending_it()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var (elina, sanita) = (DeskCases.Person("Elīna"), DeskCases.Person("Sanita"));
        var theirs = await GiveAsync(site, elina, about: null);
        site.Time.SetLocal(2026, 6, 18, 22);
        var personnel = await site.SignInAsync(DeskCases.Person("Aija"));
        await AccessPagesTests.NameAsync(await personnel.GetAsync("/desk/stand-ins"), await site.EmployeeAsync(elina), await site.EmployeeAsync(sanita), new(2026, 6, 18), new(2026, 6, 18));
        var browser = await site.SignInAsync(sanita);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/cases/{theirs}")).Status);
        site.Time.SetLocal(2026, 6, 19, 0);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{theirs}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/desk/notices")).Status); // still signed in
    }

    [Fact]
    public async Task An_auditors_session_ends_with_the_last_day_of_the_account()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        site.Time.SetLocal(2026, 6, 18, 22);
        var administrator = await site.SignInAsync(Role.Administrator);
        var account = (await site.RunAsync((IAccountStore s) => s.FindByEmailAsync(DeskCases.Auditor.Email, CancellationToken.None)))!.Id;
        var page = await administrator.GetAsync($"/desk/accounts/{account}");
        Assert.Contains("Revidenta kontam vajag pēdējo dienu.", (await page.Form("form[data-form=account-end]").Fill("endsOn", "").SendAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Pēdējā diena jau pagājusi.", (await page.Form("form[data-form=account-end]").Fill("endsOn", "2026-06-17").SendAsync()).Text, StringComparison.Ordinal);
        Assert.NotNull((await page.Form("form[data-form=account-end]").Fill("endsOn", "2026-06-18").SendAsync()).Location);

        var auditor = await site.SignInAsync(DeskCases.Auditor);
        var specialist = await site.SignInAsync(DeskCases.Specialist);
        site.Time.SetLocal(2026, 6, 18, 23, 50);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/desk/notices")).Status);
        site.Time.SetLocal(2026, 6, 19, 0);
        Assert.Equal(HttpStatusCode.Redirect, (await auditor.GetAsync("/desk/notices")).Status); // out, in the middle of the session
        Assert.Equal(HttpStatusCode.OK, (await specialist.GetAsync("/desk/notices")).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SignInAsync(DeskCases.Auditor));
    }

    private static async Task<Guid> GiveAsync(Site site, DemoPerson owner, DemoPerson? about)
    {
        var id = await site.SubmitAsync(text: $"Lieta {Guid.NewGuid():N}", unitMayKnow: true);
        var person = await site.EmployeeAsync(owner);
        var subject = about is null ? (Guid?)null : await site.EmployeeAsync(about);
        var unit = await site.UnitAsync(owner.Unit);
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var item = await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).Include(c => c.Subjects).Include(c => c.Readers).SingleAsync(c => c.Id == id);
            item.Assign(unit, owner.Unit, person, owner.Name, null, Actor.System, site.Time.Now);
            if (subject is { } named)
                item.NameSubjects([(named, about!.Name)], keepsAssignee: true, null, null, Actor.System, site.Time.Now);
            return await db.SaveChangesAsync();
        });
        // Accepted already: it stands where it is.
        await site.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.UnitId, unit).SetProperty(c => c.AssigneeId, person)
            .SetProperty(c => c.OfferedAt, (DateTimeOffset?)null).SetProperty(c => c.OfferedToId, (Guid?)null).SetProperty(c => c.OfferedUnitId, (Guid?)null).SetProperty(c => c.State, CaseState.InProgress)));
        return id;
    }
}
