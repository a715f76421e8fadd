using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>Blocks of text: kept by officials, shown on their paper, put into documents.</summary>
public class BlockPagesTests(Site site) : IClassFixture<Site>
{
    private const string Edit = "/desk/document-blocks/edit";

    [Fact]
    public async Task Only_who_keeps_templates_enters()
    {
        foreach (var role in new[] { Role.HeadOfClientService, Role.Administrator, Role.Communications })
            Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(role)).GetAsync("/desk/document-blocks")).Status);
        using var owner = await site.SignInAsync(Role.ClientServiceSpecialist);
        foreach (var address in new[] { "/desk/document-blocks", Edit, $"{Edit}?handler=Paper" })
            Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync(address)).Status);
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"{Edit}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/desk/templates/edit?handler=Paper")).Status);
        var list = await head.GetAsync("/desk/document-blocks");
        Assert.Contains("Pakalpojuma līguma nodaļas", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[", list.TextOf("table")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_is_seen_on_its_paper_before_it_is_saved()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = (await head.GetAsync(Edit)).Form("form[data-form=prepared]").Fill("Input.Name", "Sniega tīrīšana").Fill("Input.Spot", "Letter.Text")
            .Fill("Input.Body", "Uz Jūsu {{case.received.on}} rakstīto atbildam: {{client.dative}} ielu iztīrīs.");
        var paper = await form.SendToAsync($"{Edit}?handler=Paper");
        Assert.Contains("Ilzei Kalniņai ielu iztīrīs.", paper.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("Paraugs ar izdomātiem datiem", paper.TextOf("footer"), StringComparison.Ordinal);
        Assert.Contains("LEJASUPES NOVADA PAŠVALDĪBA", paper.TextOf(".lh"), StringComparison.Ordinal);
        var broken = await form.Fill("Input.Body", "Pirmā.\nOtrā {{kas}}.").SendToAsync($"{Edit}?handler=Paper");
        Assert.Contains("Mainīgā „{{kas}}” nav. Skatiet 2.", broken.TextOf("[role=alert]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Act.Findings")]
    [InlineData("Act.Conclusion")]
    [InlineData("Amendment.Text")]
    [InlineData("Certificate.Text")]
    [InlineData("Claim.Demands")]
    [InlineData("Claim.SetOff")]
    [InlineData("Claim.Text")]
    [InlineData("ClaimAnswer.Findings")]
    [InlineData("ClaimAnswer.Reasons")]
    [InlineData("Contract.Clauses")]
    [InlineData("Contract.Matter")]
    [InlineData("Letter.Text")]
    [InlineData("Minutes.Decision")]
    [InlineData("Minutes.Text")]
    [InlineData("Order.Basis")]
    [InlineData("Order.Text")]
    public async Task Every_part_of_every_kind_shows_its_block(string spot)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        foreach (var language in new[] { "lv", "en" })
        {
            var paper = await (await head.GetAsync(Edit)).Form("form[data-form=prepared]").Fill("Input.Name", "Paraugs").Fill("Input.Spot", spot).Fill("Input.Language", language)
                .Fill("Input.Body", "Vieta parauga tekstam").SendToAsync($"{Edit}?handler=Paper");
            Assert.Contains("Vieta parauga tekstam", paper.TextOf("main"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Input.Spot", "", "Izvēlieties dokumenta veidu un daļu.")]
    [InlineData("Input.Spot", "Letter.Clauses", "Izvēlieties dokumenta veidu un daļu.")]
    [InlineData("Input.Body", "", "Uzrakstiet bloka tekstu.")]
    [InlineData("Input.Body", "Labdien,\n{{klients}}!", "Mainīgā „{{klients}}” nav. Skatiet 2.")]
    [InlineData("Input.Body", "Līdz {{today", "Mainīgais nav pabeigts: „{{today” 1.")]
    public async Task What_cannot_be_used_is_refused_with_a_sentence(string field, string value, string sentence)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var again = await (await admin.GetAsync(Edit)).Form("form[data-form=prepared]").Fill("Input.Name", "Nosaukums").Fill("Input.Spot", "Letter.Text").Fill("Input.Body", "Teksts").Fill(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains(sentence, again.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_save_shows_both_texts_and_the_next_one_keeps_mine_with_theirs_in_the_history()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await (await (await head.GetAsync(Edit)).Form("form[data-form=prepared]").Fill("Input.Name", "Divu rakstītāju teksts").Fill("Input.Spot", "Order.Text").Fill("Input.Body", "Sākums.").SendAsync()).FollowAsync();
        await page.Form("form[data-form=prepared]").Fill("Input.Body", "Kolēģa teksts.").SendAsync();
        var stale = await page.Form("form[data-form=prepared]").Fill("Input.Body", "Mans teksts.").SendAsync();
        Assert.Contains("Kolēģa teksts.", stale.TextOf(".meanwhile"), StringComparison.Ordinal);
        Assert.Contains("Mans teksts.", stale.TextOf(".meanwhile .mine"), StringComparison.Ordinal);
        var saved = await (await stale.Form("form[data-form=prepared]").SendAsync()).FollowAsync();
        Assert.Equal("Mans teksts.", saved.Form("form[data-form=prepared]")["Input.Body"]);
        Assert.Contains("Kolēģa teksts.", saved.TextOf(".editions"), StringComparison.Ordinal);
        var frame = saved.Document.QuerySelector("iframe[name=paper]")!.GetAttribute("src")!;
        Assert.Contains("Mans teksts.", (await head.GetAsync(frame)).TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_is_put_behind_what_is_typed_and_a_gap_keeps_the_document_from_being_registered()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        await (await head.GetAsync(Edit)).Form("form[data-form=prepared]").Fill("Input.Name", "Paraksta vieta").Fill("Input.Spot", "Letter.Text").Fill("Input.Body", "Par „{{document.subject}}” rakstiet {{municipality.name}}, {{?kam}}.").SendAsync();
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var empty = await specialist.GetAsync("/desk/documents/letters");
        var choice = empty.Document.QuerySelectorAll("select[name='Block:Letter.Body'] option").Single(o => o.TextContent == "Paraksta vieta").GetAttribute("value")!;
        var form = empty.Form("form[data-form=document]").Fill("Head.Subject", "ielu apgaismojumu").Fill("Letter.AddresseeName", "Ilzei Kalniņai").Fill("Letter.InReplyToDate", "tad").Fill("Letter.Body", "Mans sākums.").Fill("Block:Letter.Body", choice);
        var filled = await form.SendAsync("Insert", "Letter.Body");
        Assert.Null(filled.TextOf(".err-sum"));
        var typed = filled.Form("form[data-form=document]");
        Assert.Equal("Mans sākums.\n\nPar „ielu apgaismojumu” rakstiet Lejasupes novada pašvaldība, {{?kam}}.", typed["Letter.Body"]!.ReplaceLineEndings("\n"));
        Assert.Equal(("Ilzei Kalniņai", "tad"), (typed["Letter.AddresseeName"], typed["Letter.InReplyToDate"]));
        Assert.Contains("Teksts ievietots.", filled.TextOf("[data-said]"), StringComparison.Ordinal);

        var alone = await typed.Fill("Block:Letter.Body", choice).Fill("Insert", "Letter.Body").SendToAsync("/desk/documents/letters?handler=Block");
        Assert.Equal("Par „ielu apgaismojumu” rakstiet Lejasupes novada pašvaldība, {{?kam}}.", alone.Text.Trim());

        var draft = (await typed.Without("Insert").Fill("Letter.InReplyToDate", "").SendAsync()).Location!;
        Assert.Contains("neaizpildīta vieta", (await specialist.GetAsync(draft)).TextOf("[aria-labelledby=what]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_gone_is_said_and_nothing_typed_is_lost()
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var again = await (await specialist.GetAsync("/desk/documents/orders")).Form("form[data-form=document]").Fill("Order.Body", "Noteikt dežūras.").Fill("Block:Order.Body", Guid.NewGuid().ToString()).SendAsync("Insert", "Order.Body");
        Assert.Contains("Šo tekstu vairs nepiedāvā.", again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("Noteikt dežūras.", again.Form("form[data-form=document]")["Order.Body"]);
    }
}
