using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>A document from its form to its paper and on, as people at the desk do it.</summary>
public class DocumentPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/documents")]
    [InlineData("/desk/documents/new")]
    [InlineData("/desk/documents/letters")]
    [InlineData("/desk/documents/certificates")]
    public async Task The_pages_render_and_others_are_turned_away(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Documents.", page.Text, StringComparison.Ordinal);
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_letter_goes_from_a_draft_to_its_number_its_paper_a_correction_and_annulment()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = (await head.GetAsync("/desk/documents/letters")).Form("form[data-form=document]");
        var draft = (await form.Fill("Head.Subject", "žoga nojaukšanu").Fill("Letter.AddresseeName", "Ilzei Kalniņai").SendAsync()).Location!;
        var shown = await head.GetAsync(draft);
        Assert.Contains("nav teksta", shown.TextOf("[aria-labelledby=what]"), StringComparison.Ordinal);
        Assert.Empty(shown.Document.QuerySelectorAll("form[data-form=register] button"));

        var edit = (await head.GetAsync(draft.Replace("/documents/", "/documents/letters/", StringComparison.Ordinal))).Form("form[data-form=document]");
        await edit.Fill("Letter.Body", "Žogs tiks nojaukts līdz 2026. gada 27. novembrim.").SendAsync();
        var register = (await head.GetAsync(draft)).Form("form[data-form=register]");
        Assert.Equal(draft, (await register.SendAsync()).Location);
        Assert.Equal(draft, (await register.SendAsync()).Location); // pressed twice
        shown = await head.GetAsync(draft);
        var number = shown.TextOf("h1 .num")!;
        Assert.Matches(@"^4\.1-6/\d\d/\d+$", number);
        var file = Assert.Single(shown.Document.QuerySelectorAll("[aria-labelledby=files] a")).GetAttribute("href")!;
        var text = PdfText.Of(await head.Http.GetByteArrayAsync(file, TestContext.Current.CancellationToken));
        Assert.All([number, "Ilzei Kalniņai", "Par žoga nojaukšanu", "Žogs tiks nojaukts", "LEJASUPES NOVADA PAŠVALDĪBA"], word => Assert.Contains(word, text.All, StringComparison.Ordinal));
        Assert.Contains("Žogs tiks nojaukts", (await head.GetAsync(draft + "/paper")).Text, StringComparison.Ordinal);

        var correct = (await head.GetAsync(draft.Replace("/documents/", "/documents/letters/", StringComparison.Ordinal))).Form("form[data-form=document]");
        var refused = await correct.Fill("Letter.Body", "Žogs tiks nojaukts līdz 2026. gada 4. decembrim.").SendAsync();
        Assert.Contains("4. decembrim", refused.Document.QuerySelector("[name='Letter.Body']")!.TextContent, StringComparison.Ordinal); // nothing typed is lost
        Assert.Equal(draft, (await refused.Form("form[data-form=document]").Fill("Reason", "Pārrakstīšanās datumā").SendAsync()).Location);
        shown = await head.GetAsync(draft);
        Assert.Equal(2, shown.Document.QuerySelectorAll("[aria-labelledby=files] a").Length);
        Assert.Equal(number, shown.TextOf("h1 .num"));

        var annul = (await head.GetAsync(draft + "/annul")).Form("form[data-form=annul]");
        Assert.Equal(HttpStatusCode.OK, (await annul.SendAsync()).Status);
        Assert.Equal(draft, (await annul.Fill("Reason", "Nosūtīta kļūdaini").SendAsync()).Location);
        Assert.Contains("Anulēts", (await head.GetAsync(draft)).TextOf(".bar"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(draft + "/sign")).Status);
    }

    [Theory]
    [InlineData("Head.Subject", "", "Ierakstiet, par ko ir dokuments.")]
    [InlineData("Certificate.Copies", "0", "Eksemplāru skaitam jābūt no 1 līdz 100.")]
    [InlineData("Certificate.Fee", "-1", "Summai jābūt no 0 līdz")]
    [InlineData("Certificate.ValidUntil", "2020-01-01", "Derīguma termiņš nevar beigties pirms dienas")]
    public async Task What_cannot_be_is_said_beside_its_field(string field, string value, string sentence)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var form = (await specialist.GetAsync("/desk/documents/certificates")).Form("form[data-form=document]").Fill("Head.Subject", "deklarēto dzīvesvietu").Fill("Certificate.AsOf", "2026-11-20");
        Assert.Contains(sentence, (await form.Fill(field, value).SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/documents/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/documents/0198f3f8-0000-7000-8000-000000000000/paper")]
    [InlineData("/desk/documents/0198f3f8-0000-7000-8000-000000000000/annul")]
    [InlineData("/desk/documents/0198f3f8-0000-7000-8000-000000000000/files/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/documents/letters/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/documents/letters?case=0198f3f8-0000-7000-8000-000000000000")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(address)).Status);
    }
}
