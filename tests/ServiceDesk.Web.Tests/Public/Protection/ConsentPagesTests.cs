using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Protection;

public class ConsentPagesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_visitor_asks_confirms_by_a_button_and_withdraws_by_a_button()
    {
        var purpose = await PurposeAsync("Mēneša ziņas");
        var visitor = site.Visitor();
        var form = (await visitor.GetAsync("/subscribe")).Form("form[data-form=subscribe]");
        Assert.Null(form["Purposes"]); // nothing is ticked beforehand
        Assert.Contains("Atzīmējiet vismaz vienu.", (await form.Fill("Email", "lasa@example.com").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        var wrong = await (await visitor.GetAsync("/subscribe")).Form("form[data-form=subscribe]").Fill("Purposes", $"{purpose}").Fill("Email", "kaut kas").SendAsync();
        Assert.NotNull(wrong.TextOf(".err-sum"));
        Assert.Equal($"{purpose}", wrong.Form("form[data-form=subscribe]")["Purposes"]);
        var sent = await (await visitor.GetAsync("/subscribe")).Form("form[data-form=subscribe]").Fill("Purposes", $"{purpose}").Fill("Email", "lasa@example.com").SendAsync();
        Assert.Contains("Pārbaudiet e-pastu.", (await sent.FollowAsync()).Text, StringComparison.Ordinal);

        var consent = await ConsentAsync("lasa@example.com");
        var confirm = await visitor.GetAsync($"/subscribe/confirm/{consent.ConfirmKey}");
        Assert.Contains("l…@example.com", confirm.Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Requested, (await ConsentAsync("lasa@example.com")).State);
        Assert.Contains("Paldies!", (await (await confirm.Form("form[data-form=confirm]").SendAsync()).FollowAsync()).Text, StringComparison.Ordinal);

        var withdraw = await visitor.GetAsync($"/subscribe/withdraw/{consent.WithdrawKey}");
        Assert.Equal(ConsentState.Active, (await ConsentAsync("lasa@example.com")).State);
        var done = await (await withdraw.Form("form[data-form=withdraw]").SendAsync()).FollowAsync();
        Assert.Contains("vairs nesūtīsim", done.Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Withdrawn, (await ConsentAsync("lasa@example.com")).State);
    }

    [Fact] // RFC 8058: the mail program posts without having seen a form
    public async Task A_mail_program_withdraws_with_one_post()
    {
        var consent = await AskedAsync("poga@example.com", await PurposeAsync("Pogas ziņas"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/subscribe/withdraw/{consent.WithdrawKey}")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]),
        };
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SendAsync(request)).Status);
        Assert.Equal(WithdrawalWay.OneClick, (await ConsentAsync("poga@example.com")).WithdrawnBy);
    }

    [Fact]
    public async Task A_machine_that_fills_the_hidden_field_is_thanked_and_forgotten()
    {
        var purpose = await PurposeAsync("Slazda ziņas");
        var sent = await (await site.Visitor().GetAsync("/subscribe")).Form("form[data-form=subscribe]").Fill("Purposes", $"{purpose}").Fill("Email", "robots@example.com").Fill("Website", "x").SendAsync();
        Assert.NotNull(sent.Location);
        Assert.False(await site.RunAsync((IServiceDeskDb db) => db.Set<Consent>().AnyAsync(c => c.Email == "robots@example.com")));
    }

    [Theory]
    [InlineData("/subscribe/confirm/nothing")]
    [InlineData("/subscribe/withdraw/nothing")]
    public async Task An_unknown_link_says_so(string address)
    {
        var page = await site.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_desk_counts_edits_withdraws_and_takes_the_addresses_out()
    {
        using var communications = await site.SignInAsync(Role.Communications);
        var noText = await (await communications.GetAsync("/desk/protection/consents/edit")).Form("form[data-form=purpose]").Fill("Input.NameLv", "Cenas").Fill("Input.NameEn", "Prices").SendAsync();
        Assert.Contains("Vajag tekstu latviešu un angļu valodā.", noText.TextOf(".err-sum"), StringComparison.Ordinal);
        var noName = await noText.Form("form[data-form=purpose]").Fill("Input.NameEn", "").SendAsync();
        Assert.Contains("Vajag nosaukumu latviešu un angļu valodā.", noName.TextOf(".err-sum"), StringComparison.Ordinal);
        var saved = await noText.Form("form[data-form=purpose]").Fill("Input.TextLv", "Reizi gadā.").Fill("Input.TextEn", "Once a year.").SendAsync();
        Assert.Equal("/desk/protection/consents", saved.Location);
        var list = await communications.GetAsync("/desk/protection/consents");
        var row = list.Document.QuerySelectorAll("table[data-table=purposes] tbody tr").Single(r => r.QuerySelector("a.t1")!.TextContent == "Cenas");
        var purpose = Guid.Parse(row.QuerySelector("a.t1")!.GetAttribute("href")!.Split('/')[^1]);
        var consent = await AskedAsync("cenas@example.com", purpose);
        await site.RunAsync((AnswerConsentHandler h) => h.ConfirmAsync(consent.ConfirmKey, CancellationToken.None));
        Assert.Contains("cenas@example.com", (await communications.GetAsync($"/desk/protection/consents/{purpose}/export?format=csv")).Html, StringComparison.Ordinal);
        var nobody = await list.Form("form[data-form=withdraw-for]").Fill("Email", "nav@example.com").SendAsync();
        Assert.Contains("nav spēkā esošu piekrišanu", nobody.TextOf(".err-sum"), StringComparison.Ordinal);
        await list.Form("form[data-form=withdraw-for]").Fill("Email", "Cenas@example.com").SendAsync();
        Assert.Equal(WithdrawalWay.Desk, (await ConsentAsync("cenas@example.com")).WithdrawnBy);
    }

    [Fact]
    public async Task Letters_to_subscribers_are_not_among_those_to_colleagues()
    {
        await AskedAsync("noslepums@example.com", await PurposeAsync("Klusās ziņas"));
        Assert.True(await site.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AnyAsync(o => o.ToAddress == "noslepums@example.com")));
        using var admin = await site.SignInAsync(Role.Administrator);
        Assert.DoesNotContain("noslepums@", (await admin.GetAsync("/desk/messages/staff")).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> PurposeAsync(string name) => await site.RunAsync<IServiceDeskDb, Guid>(async db =>
    {
        var purpose = new ConsentPurpose(ConsentKind.Newsletter, name, name, null, "Reizi mēnesī.", "Monthly.", null, Domain.Cases.Actor.System, site.Time.GetUtcNow());
        db.Set<ConsentPurpose>().Add(purpose);
        await db.SaveChangesAsync();
        return purpose.Id;
    });

    private async Task<Consent> AskedAsync(string email, Guid purpose)
    {
        await site.RunAsync<AskForConsentHandler, bool>(async h =>
        {
            await h.HandleAsync(new(email, [purpose], "lv"), CancellationToken.None);
            return true;
        });
        return await ConsentAsync(email);
    }

    private Task<Consent> ConsentAsync(string email) => site.RunAsync((IServiceDeskDb db) => db.Set<Consent>().AsNoTracking().SingleAsync(c => c.Email == email));
}
