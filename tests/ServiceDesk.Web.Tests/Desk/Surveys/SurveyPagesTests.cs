using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Surveys;

public class SurveyPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_survey_goes_from_what_comes_with_the_product_to_an_open_wave()
    {
        var client = await site.SignInAsync(Role.HeadOfClientService);
        var list = await client.GetAsync("/desk/surveys");
        Assert.Contains("Darba laika aptauja", list.Text, StringComparison.Ordinal);
        var made = await list.Form("form[data-form=draft-darba-laiks]").SendAsync();
        var edit = await made.FollowAsync();
        Assert.Contains("Kad Jums būtu ērti nākt?", edit.Text, StringComparison.Ordinal);
        // The draft there is already is that one.
        Assert.Equal(made.Location, (await list.Form("form[data-form=draft-darba-laiks]").SendAsync()).Location);
        edit = await (await edit.Form("form[data-form=wave]").Fill("Input.TitleLv", "Darba laiks bibliotēkā").Fill("Input.Modes", "Paper").SendAsync()).FollowAsync();
        Assert.Equal("Darba laiks bibliotēkā", edit.TextOf("h1"));
        var wrong = await edit.Form("form[data-form=wave]").Fill("Input.TitleLv", " ").Fill("Input.ClosesOn", "2020-01-01").SendAsync();
        Assert.Contains("Ierakstiet nosaukumu latviski.", wrong.TextOf(".err-sum"), StringComparison.Ordinal);

        var question = await client.GetAsync(made.Location!.Replace("/edit", "/questions", StringComparison.Ordinal));
        var failed = await question.Form("form[data-form=question]").Fill("Input.TextLv", "Kur Jums ērtāk?").Fill("Input.Options", "Centrā").SendAsync();
        Assert.Contains("vajag vismaz divas atbildes", failed.TextOf(".err-sum"), StringComparison.Ordinal);
        var look = await failed.Form("form[data-form=question]").Fill("Input.Options", "centre | Centrā | In the centre\npar | Pagastā").SendAsync("go", "look");
        Assert.Contains("Pagastā", look.TextOf("section.box"), StringComparison.Ordinal);
        edit = await (await look.Form("form[data-form=question]").SendAsync()).FollowAsync();
        Assert.Contains("Kur Jums ērtāk?", edit.Text, StringComparison.Ordinal);
        edit = await (await edit.Form("form[data-form=open]").SendAsync()).FollowAsync();
        Assert.Contains("Atvērta", edit.TextOf(".state"), StringComparison.Ordinal);
        Assert.Contains("Kur Jums ērtāk?", (await client.GetAsync(made.Location!.Replace("/edit", "/preview", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        // Frozen but for words, with a note.
        var id = made.Location!.Split('/')[3];
        var fix = await client.GetAsync($"/desk/surveys/{id}/questions/1");
        var refused = await fix.Form("form[data-form=question]").Fill("Input.TextLv", "Cik bieži nākat?").SendAsync();
        Assert.Contains("Uzrakstiet, ko un kāpēc labojāt.", refused.TextOf(".err-sum"), StringComparison.Ordinal);
        var corrected = await (await refused.Form("form[data-form=question]").Fill("Note", "Vienkāršāk").SendAsync()).FollowAsync();
        Assert.Contains("Vienkāršāk", corrected.Text, StringComparison.Ordinal);

        var entry = await client.GetAsync($"/desk/surveys/{id}/enter");
        var taken = await entry.Form("form[data-form=enter]").Fill("q1", "1").SendAsync();
        Assert.Contains("Atbildes ir ievadītas.", (await taken.FollowAsync()).Text, StringComparison.Ordinal);
        var twice = await entry.Form("form[data-form=enter]").Fill("q1", "1").Fill("ticket", "cita").SendAsync();
        Assert.Contains("jau ir ievadīta", twice.TextOf(".err-sum"), StringComparison.Ordinal);
        var closed = await (await corrected.Form("form[data-form=close]").SendAsync()).FollowAsync();
        Assert.Contains("Slēgta", closed.TextOf(".state"), StringComparison.Ordinal);
        Assert.Equal(1, await site.RunAsync((IServiceDeskDb db) => db.Set<SurveyResponse>().CountAsync(r => r.WaveId == Guid.Parse(id))));
    }

    [Fact]
    public async Task Addresses_are_added_invited_and_reminded()
    {
        var client = await site.SignInAsync(Role.HeadOfClientService);
        var made = await (await client.GetAsync("/desk/surveys")).Form("form[data-form=draft-kvalitate]").SendAsync();
        await (await made.FollowAsync()).Form("form[data-form=open]").SendAsync();
        var page = await client.GetAsync(made.Location!.Replace("/edit", "/invitations", StringComparison.Ordinal));
        var wrong = await page.Form("form[data-form=addresses]").Fill("Addresses", "viens@example.com\nnav adrese\ndivi@example.com").SendAsync();
        Assert.Contains("Pievienotas adreses: 2.", wrong.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("nav adrese", wrong.Form("form[data-form=addresses]")["Addresses"]);
        var sent = await (await wrong.Form("form[data-form=send]").SendAsync()).FollowAsync();
        Assert.Contains("Uzrakstītas 2 vēstules.", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("viens@example.com", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_one_may_not_is_forbidden()
    {
        var head = await site.SignInAsync(Role.HeadOfClientService);
        foreach (var page in new[] { "edit", "preview", "questions", "invitations", "poster", "enter" })
            Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/surveys/{Guid.NewGuid()}/{page}")).Status);
        var employee = await site.SignInAsync(DemoPeople.All.First(p => p.Name == "Ruta"));
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.GetAsync("/desk/surveys")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await employee.GetAsync($"/desk/surveys/{Guid.NewGuid()}/edit")).Status);
        var clerk = await site.SignInAsync(DemoPeople.All.First(p => p.Roles.Contains(Role.ClientServiceSpecialist) && !p.Roles.Contains(Role.UnitHead) && !p.Roles.Contains(Role.HeadOfClientService)));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync("/desk/surveys/enter")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync("/desk/surveys")).Status);
    }
}
