using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Accounts;

public class TendAccountsTests(Site site) : IClassFixture<Site>
{
    private static DemoPerson Person(string name) => DemoPeople.All.Single(p => p.Name == name);

    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.HumanResources)]
    public async Task Who_does_not_look_after_accounts_may_not_enter(Role role)
    {
        var client = await site.SignInAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/accounts")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/accounts/" + await IdAsync("Inga"))).Status);
    }

    [Fact]
    public async Task Technicians_help_with_accounts_but_give_no_roles()
    {
        var client = await site.SignInAsync(Role.InformationTechnology);
        var page = await client.GetAsync("/desk/accounts/" + await IdAsync("Inga"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("form[data-form=roles]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/accounts/invite")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/desk/accounts/second-factor")).Status);
        var administrator = await client.GetAsync("/desk/accounts/" + await IdAsync("Kristīne"));
        Assert.Null(administrator.Document.QuerySelector("form[data-form=steps]"));
        Assert.Contains("Administratoru kontus uztur tikai administratori.", administrator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_found_by_name_without_marks_and_filtered_by_role_and_state()
    {
        var client = await site.SignInAsync(Role.Administrator);
        Assert.Equal(["Ruta Bērziņa"], (await client.GetAsync("/desk/accounts?q=berz")).TextsOf("tbody .t1"));
        Assert.Equal(["Uldis Strods"], (await client.GetAsync("/desk/accounts?role=Auditor&state=Open")).TextsOf("tbody .t1"));
        Assert.Contains("Šādu kontu nav.", (await client.GetAsync("/desk/accounts?q=nobody")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(Role.Administrator)).GetAsync($"/desk/accounts/{Guid.NewGuid()}")).Status);

    [Fact]
    public async Task A_closed_account_ends_every_session_at_once_and_opens_again()
    {
        var person = Person("Edgars");
        var working = await site.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await working.GetAsync("/desk/notices")).Status);
        var administrator = await site.SignInAsync(Role.Administrator);
        var address = "/desk/accounts/" + await IdAsync("Edgars");

        var closed = await (await administrator.GetAsync(address)).Form("form[data-form=steps]").Fill("Reason", "ilgstoša prombūtne").SendAsync("step", nameof(AccountStep.Disable));
        Assert.Equal(address, closed.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await working.GetAsync("/desk/notices")).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SignInAsync(person));
        Assert.Contains("ilgstoša prombūtne", (await administrator.GetAsync(address)).Text, StringComparison.Ordinal);

        await (await administrator.GetAsync(address)).Form("form[data-form=steps]").SendAsync("step", nameof(AccountStep.Enable));
        await site.SignInAsync(person);
    }

    [Fact]
    public async Task Roles_taken_away_are_gone_at_the_next_request()
    {
        var person = Person("Vija");
        var working = await site.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await working.GetAsync("/desk?view=all")).Status);
        var administrator = await site.SignInAsync(Role.Administrator);
        var page = await administrator.GetAsync("/desk/accounts/" + await IdAsync("Vija"));
        Assert.Contains("redzēt visu lietu numurus", page.Text, StringComparison.Ordinal);
        var saved = await page.Form("form[data-form=roles]").Fill("Roles", nameof(Role.DataProtectionOfficer)).SendAsync();
        Assert.NotNull(saved.Location);
        Assert.Equal("/desk/changes", (await working.GetAsync("/desk")).Location);
        Assert.Equal(HttpStatusCode.OK, (await working.GetAsync("/desk/changes")).Status);
    }

    [Fact]
    public async Task Nobody_takes_the_administrators_role_from_themselves_or_closes_the_own_account()
    {
        var administrator = await site.SignInAsync(Role.Administrator);
        var page = await administrator.GetAsync("/desk/accounts/" + await IdAsync("Kristīne"));
        var answer = await page.Form("form[data-form=roles]").Fill("Roles", nameof(Role.Employee)).SendAsync();
        Assert.Contains("Administratora lomu pats sev neatņem.", answer.Text, StringComparison.Ordinal);
        var closed = await page.Form("form[data-form=steps]").SendAsync("step", nameof(AccountStep.Disable));
        Assert.Contains("To ar savu kontu nedara pats.", closed.Text, StringComparison.Ordinal);
        var none = await page.Form("form[data-form=roles]").Without("Roles").SendAsync();
        Assert.Contains("Izvēlieties vismaz vienu lomu.", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_leads_to_a_password_of_the_own_choice_and_works_once()
    {
        const string email = "jauna.kolege@lejasupe.example";
        var employee = await AddEmployeeAsync("Jauna", "Kolēģe", email);
        var administrator = await site.SignInAsync(Role.Administrator);
        var form = (await administrator.GetAsync($"/desk/accounts/invite?employee={employee}")).Form("form[data-form=invite]");
        Assert.Equal(employee.ToString(), form["Employee"]);
        var invited = await form.SendAsync();
        Assert.Contains("Uzaicināts", (await invited.FollowAsync()).TextOf(".state"), StringComparison.Ordinal);

        var letter = Assert.Single(await site.LettersToAsync(email));
        Assert.True(letter.HoldsSecret);
        var link = Letters.LinkIn(letter);
        var visitor = site.Visitor();
        Assert.Contains("Labdien, Jauna Kolēģe!", (await visitor.GetAsync(link)).Text, StringComparison.Ordinal);
        var page = await visitor.GetAsync(link);
        var weak = await page.Form("form[data-form=choose]").Fill("Input.Password", "jauna.kolege.1").Fill("Input.Again", "jauna.kolege.1").SendAsync();
        Assert.Contains("Šo paroli ir viegli uzminēt", weak.Text, StringComparison.Ordinal);
        var chosen = await weak.Form("form[data-form=choose]").Fill("Input.Password", "river-stone-lamp").Fill("Input.Again", "river-stone-lamp").SendAsync();
        Assert.Equal("/sign-in", chosen.Location);
        await site.Visitor().SignInAsync(email, "river-stone-lamp");
        Assert.Contains("Šī saite vairs neder.", (await visitor.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_ends_after_three_days_or_when_it_is_withdrawn_and_can_be_sent_again()
    {
        const string email = "o'viena@lejasupe.example";
        var employee = await AddEmployeeAsync("Vēl", "Viena", email);
        var administrator = await site.SignInAsync(Role.Administrator);
        var invited = await (await administrator.GetAsync($"/desk/accounts/invite?employee={employee}")).Form("form[data-form=invite]").SendAsync();
        var first = Letters.LinkIn(Assert.Single(await site.LettersToAsync(email)));
        var again = await (await invited.FollowAsync()).Form("form[data-form=steps]").SendAsync("step", nameof(AccountStep.InviteAgain));
        var second = Letters.LinkIn((await site.LettersToAsync(email))[1]);
        Assert.Contains("Šī saite vairs neder.", (await site.Visitor().GetAsync(first)).Text, StringComparison.Ordinal);
        Assert.Contains("Labdien, Vēl Viena!", (await site.Visitor().GetAsync(second)).Text, StringComparison.Ordinal);
        await (await again.FollowAsync()).Form("form[data-form=steps]").SendAsync("step", nameof(AccountStep.WithdrawInvitation));
        Assert.Contains("Šī saite vairs neder.", (await site.Visitor().GetAsync(second)).Text, StringComparison.Ordinal);

        await (await administrator.GetAsync(again.Location!)).Form("form[data-form=steps]").SendAsync("step", nameof(AccountStep.InviteAgain));
        var third = Letters.LinkIn((await site.LettersToAsync(email))[2]);
        site.Time.Advance(TimeSpan.FromDays(3));
        Assert.Contains("Šī saite vairs neder.", (await site.Visitor().GetAsync(third)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_gets_the_same_answer_for_everybody_and_a_letter_for_who_has_an_account()
    {
        var person = Person("Toms"); // nobody else here signs in as him: his password changes
        foreach (var email in new[] { person.Email, person.Email, "nobody@lejasupe.example" })
        {
            var page = await site.Visitor().GetAsync("/forgotten-password");
            var asked = await page.Form("form[data-form=forgotten]").Fill("Input.Email", email).SendAsync();
            Assert.Equal("/forgotten-password?asked=True", asked.Location);
        }

        Assert.Empty(await site.LettersToAsync("nobody@lejasupe.example"));
        var letter = Assert.Single(await site.LettersToAsync(person.Email));
        var choose = await site.Visitor().GetAsync(Letters.LinkIn(letter));
        var chosen = await choose.Form("form[data-form=choose]").Fill("Input.Password", "river-stone-lamp").Fill("Input.Again", "river-stone-lamp").SendAsync();
        Assert.Equal("/sign-in", chosen.Location);
        await site.Visitor().SignInAsync(person.Email, "river-stone-lamp");
        Assert.Equal(2, (await site.LettersToAsync(person.Email)).Count);
    }

    private async Task<Guid> IdAsync(string name) => (await site.RunAsync((IAccountStore s) => s.FindByEmailAsync(Person(name).Email, CancellationToken.None)))!.Id;

    private Task<Guid> AddEmployeeAsync(string name, string surname, string email) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var employee = new Employee(name, surname, "Speciāliste", await db.Set<OrgUnit>().OrderBy(u => u.Name).FirstAsync(), email);
        db.Set<Employee>().Add(employee);
        await db.SaveChangesAsync();
        return employee.Id;
    });
}
