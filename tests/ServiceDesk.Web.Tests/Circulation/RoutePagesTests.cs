using System.Net;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Circulation;

/// <summary>The route of a draft as people at the desk see and answer it.</summary>
public class RoutePagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_list_renders_and_others_are_turned_away()
    {
        using var clerk = await SignInAsync("Sanita");
        var page = await clerk.GetAsync("/desk/waiting");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Circulation.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync("/desk/documents/0198f3f8-0000-7000-8000-000000000000/route")).Status);
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/desk/waiting")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/desk/documents/0198f3f8-0000-7000-8000-000000000000/route")).Status);
    }

    [Fact]
    public async Task A_draft_is_sent_returned_corrected_and_approved()
    {
        using var writer = await SignInAsync("Līga");
        using var asked = await SignInAsync("Sanita");
        using var head = await SignInAsync("Kārlis");
        var document = await DraftAsync(writer, "peldvietu uzraudzību vasarā");
        Assert.Equal(HttpStatusCode.NotFound, (await asked.GetAsync(document)).Status);
        Assert.Contains("Projekts nevienam nav nosūtīts saskaņošanai.", (await writer.GetAsync(document)).Text, StringComparison.Ordinal);

        var form = (await writer.GetAsync(document + "/route")).Form("form[data-form=route]");
        Assert.Equal("2", form["Input.Steps[0].Days"]);
        Assert.Contains("Izvēlieties vismaz vienu, kam projektu nosūtīt.", (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        var (one, two) = (await WhoAsync(writer, document, "Sanita Dūja"), await WhoAsync(writer, document, "Kārlis Balodis"));
        form = form.Fill("Input.Steps[0].Who", one).Fill("Input.Steps[1].Who", one);
        Assert.Contains("Viens un tas pats norādīts divreiz.", (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        form = form.Fill("Input.Steps[1].Who", two).Fill("Input.Steps[0].Days", "99");
        Assert.Contains("Norādiet darba dienas atbildei: no 1 līdz 60.", (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(4, (await form.SendAsync("AddStep", "true")).Document.QuerySelectorAll("[data-step]").Length);
        Assert.Equal(document, (await form.Fill("Input.Steps[0].Days", "2").Fill("Input.Note", "Lūdzu līdz piektdienai").SendAsync()).Location);
        Assert.Equal(document, (await form.SendAsync()).Location); // pressed twice

        var page = await asked.GetAsync(document);
        Assert.Contains("Lūdzu līdz piektdienai", page.Text, StringComparison.Ordinal);
        Assert.Contains("peldvietu uzraudzību vasarā", (await asked.GetAsync("/desk/waiting")).TextOf("[aria-labelledby=for-me]"), StringComparison.Ordinal);
        Assert.DoesNotContain("peldvietu uzraudzību vasarā", (await head.GetAsync("/desk/waiting")).TextOf("[aria-labelledby=for-me]"), StringComparison.Ordinal); // not the turn yet
        Assert.Contains("peldvietu uzraudzību vasarā", (await writer.GetAsync("/desk/waiting")).TextOf("[aria-labelledby=sent]"), StringComparison.Ordinal);
        Assert.Null((await writer.GetAsync(document)).Document.QuerySelector("form[data-form=answer]"));
        var bare = await page.Form("form[data-form=answer]").SendAsync("Answer.How", "Return");
        Assert.Contains("Uzrakstiet, kas jālabo.", bare.Text, StringComparison.Ordinal);
        Assert.Equal(document, (await page.Form("form[data-form=answer]").Fill("Answer.Remark", "Pievienojiet grafiku").SendAsync("Answer.How", "Return")).Location);

        Assert.Contains("Pievienojiet grafiku", (await writer.GetAsync(document)).Text, StringComparison.Ordinal);
        Assert.Contains("peldvietu uzraudzību vasarā", (await writer.GetAsync("/desk/waiting")).TextOf("[aria-labelledby=back]"), StringComparison.Ordinal);
        var edit = (await writer.GetAsync(document.Replace("/documents/", "/documents/letters/", StringComparison.Ordinal))).Form("form[data-form=document]");
        await edit.Fill("Letter.Body", "Uzraudzība notiks pēc pievienotā grafika.").SendAsync();
        Assert.Equal(document, (await (await writer.GetAsync(document)).Form("form[data-form=again]").Fill("Note", "Grafiks pievienots").SendAsync()).Location);
        Assert.Equal(document, (await (await asked.GetAsync(document)).Form("form[data-form=answer]").SendAsync("Answer.How", "Approve")).Location);
        Assert.Equal(document, (await (await head.GetAsync(document)).Form("form[data-form=answer]").SendAsync("Answer.How", "Approve")).Location);
        page = await writer.GetAsync(document);
        Assert.Contains("Saskaņots", page.TextOf("#route"), StringComparison.Ordinal);
        Assert.Contains("Ja projektu mainīsiet, 2 dotās vīzas vairs nederēs.", page.Text, StringComparison.Ordinal);

        var again = (await writer.GetAsync(document.Replace("/documents/", "/documents/letters/", StringComparison.Ordinal))).Form("form[data-form=document]");
        await again.Fill("Letter.Body", "Uzraudzība notiks citādi.").SendAsync();
        page = await writer.GetAsync(document);
        Assert.Contains("dotās vīzas vairs neder", page.Text, StringComparison.Ordinal);
        Assert.Contains("Iemesls zudis", (await (await page.Form("form[data-form=withdraw]").Fill("Reason", "Iemesls zudis").SendAsync()).FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.GetAsync("/desk/documents/0198f3f8-0000-7000-8000-000000000001/route")).Status);
    }

    private Task<PageClient> SignInAsync(string name) => site.SignInAsync(DemoPeople.All.First(p => p.Name == name));

    private static async Task<string> DraftAsync(PageClient writer, string subject) =>
        (await (await writer.GetAsync("/desk/documents/letters")).Form("form[data-form=document]").Fill("Head.Subject", subject)
            .Fill("Letter.AddresseeName", "Ilzei Kalniņai").Fill("Letter.AddresseeAddress", "Parka iela 1, Lejasupe").Fill("Letter.Body", "Uzraudzība notiks.").SendAsync()).Location!;

    private static async Task<string> WhoAsync(PageClient writer, string document, string name) =>
        (await writer.GetAsync(document + "/route")).Document.QuerySelectorAll("[name='Input.Steps[0].Who'] option").First(o => o.TextContent.StartsWith(name, StringComparison.Ordinal)).GetAttribute("value")!;
}
