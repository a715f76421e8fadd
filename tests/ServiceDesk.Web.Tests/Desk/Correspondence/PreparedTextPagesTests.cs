using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Correspondence;

public class PreparedTextPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/templates")]
    [InlineData("/desk/text-modules")]
    [InlineData("/desk/useful-links")]
    [InlineData("/desk/templates/edit")]
    [InlineData("/desk/text-modules/edit")]
    [InlineData("/desk/useful-links/edit")]
    public async Task Only_who_may_write_them_enters(string address)
    {
        foreach (var role in new[] { Role.HeadOfClientService, Role.Administrator, Role.Communications })
            Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(role)).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(Role.Administrator)).GetAsync($"{address.Replace("/edit", "")}/edit/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Lists_show_what_there_is_and_lead_to_each()
    {
        var client = await site.SignInAsync(Role.Communications);
        var modules = await client.GetAsync("/desk/text-modules");
        Assert.Contains("::hours", modules.Text, StringComparison.Ordinal);
        Assert.Contains("Vēstuļu veidnes", modules.TextOf(".s-nav"), StringComparison.Ordinal);
        var address = modules.Document.QuerySelector("a[data-row]")!.GetAttribute("href")!;
        Assert.Contains("Redakciju vēsture", (await client.GetAsync(address)).Text, StringComparison.Ordinal);
        // A module's address does not open as a template.
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address.Replace("text-modules", "templates"))).Status);
    }

    [Fact]
    public async Task A_template_is_written_previewed_changed_retired_and_an_earlier_edition_restored()
    {
        var client = await site.SignInAsync(Role.HeadOfClientService);
        var form = (await client.GetAsync("/desk/templates/edit")).Form("form[data-form=prepared]")
            .Fill("Input.Name", "Sniega tīrīšana").Fill("Input.Body", "Par Jūsu ziņojumu {{case.number}}: ielu iztīrīs līdz {{due.date}}.");
        var preview = await form.SendToAsync("/desk/templates/edit?handler=Preview");
        Assert.Contains("Par Jūsu ziņojumu 4.1-5/", preview.TextOf(".paper"), StringComparison.Ordinal);
        var made = await form.SendAsync();
        var page = await made.FollowAsync();
        Assert.Contains("Teksts saglabāts.", page.TextOf(".notice-ok"), StringComparison.Ordinal);

        var changed = await (await page.Form("form[data-form=prepared]").Fill("Input.Body", "Ielu iztīrīs šodien.").SendAsync()).FollowAsync();
        Assert.Contains("Ielu iztīrīs šodien.", changed.TextOf(".diff ins"), StringComparison.Ordinal);
        var stale = await page.Form("form[data-form=prepared]").Fill("Input.Body", "Ielu iztīrīs rīt.").SendAsync();
        Assert.Contains("tikmēr izmainīja kolēģis", stale.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("Ielu iztīrīs rīt.", stale.Form("form[data-form=prepared]")["Input.Body"]);

        var restored = await (await changed.Form("form[data-form=restore-edition]").SendAsync("edition", "1")).FollowAsync();
        Assert.Contains("{{due.date}}", restored.Form("form[data-form=prepared]")["Input.Body"], StringComparison.Ordinal);
        var retired = await (await restored.Form("form[data-form=retire]").SendAsync("retired", "true")).FollowAsync();
        Assert.Contains("Nelieto", retired.TextOf(".bar"), StringComparison.Ordinal);
        await retired.Form("form[data-form=retire]").SendAsync("retired", "false");
        Assert.Null((await client.GetAsync(made.Location!)).TextOf(".bar .tag"));
        Assert.Contains("Sniega tīrīšana", (await (await site.SignInAsync(Role.Administrator)).GetAsync("/desk/changes")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("templates", "Input.Name", "", "Ierakstiet nosaukumu.")]
    [InlineData("templates", "Input.Body", "", "Uzrakstiet vēstules tekstu.")]
    [InlineData("templates", "Input.Body", "Labdien, {{klients}}!", "Mainīgā „{{klients}}” nav.")]
    [InlineData("templates", "Input.NextSteps", "Līdz {{due.date.", "Mainīgais nav pabeigts: „{{due.date.”")]
    [InlineData("templates", "Input.Language", "de", "Izvēlieties valodu.")]
    [InlineData("text-modules", "Input.Code", "Darba laiks", "Kodā lietojiet mazos latīņu burtus")]
    [InlineData("text-modules", "Input.Code", "hours", "jau pieder citam modulim")]
    [InlineData("text-modules", "Input.TextLv", "", "Uzrakstiet tekstu latviešu valodā.")]
    [InlineData("useful-links", "Input.Url", "javascript:alert(1)", "Ierakstiet pilnu adresi")]
    public async Task What_cannot_be_used_is_refused_with_a_sentence(string sort, string field, string value, string sentence)
    {
        var client = await site.SignInAsync(Role.Administrator);
        var form = (await client.GetAsync($"/desk/{sort}/edit")).Form("form[data-form=prepared]").Fill("Input.Name", "Nosaukums");
        if (sort == "templates")
            form.Fill("Input.Body", "Teksts");
        if (sort == "text-modules")
            form.Fill("Input.Code", "kods").Fill("Input.TextLv", "Teksts");
        var again = await form.Fill(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains(sentence, again.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_written_and_offered_in_letters_of_its_language()
    {
        var client = await site.SignInAsync(Role.Administrator);
        await (await client.GetAsync("/desk/useful-links/edit")).Form("form[data-form=prepared]").Fill("Input.Name", "Ziemas dienesta grafiks").Fill("Input.Url", "/promises").SendAsync();
        var id = await site.SubmitAsync();
        Assert.Contains("Ziemas dienesta grafiks", (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/cases/{id}")).TextOf("#Input_Insert"), StringComparison.Ordinal);
    }
}
