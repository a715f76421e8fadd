using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Correspondence;

public class MessageLogPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/messages")]
    [InlineData("/desk/messages/staff")]
    [InlineData("/desk/messages/export?format=csv")]
    public async Task Who_does_not_look_after_letters_gets_403(string address)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync(address)).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_lead_to_their_case_and_an_administrator_sees_their_ways_only()
    {
        var id = await site.SubmitAsync(unitMayKnow: true);
        await site.FailLastLetterAsync(id);
        var number = (await site.LoadAsync(id)).Number;
        using var head = await site.SignInAsync(DeskCases.Head);
        var page = await head.GetAsync("/desk/messages?state=Failed");
        Assert.Contains(DeskCases.Email, page.TextOf("tr.failed"), StringComparison.Ordinal);
        Assert.Contains("550 no such mailbox", page.TextOf("tr.failed"), StringComparison.Ordinal);
        Assert.StartsWith($"/desk/cases/{id}#m-", page.Document.QuerySelector("tr.failed a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/desk/messages/staff")).Status);

        using var admin = await site.SignInAsync(Role.Administrator);
        var seen = await admin.GetAsync("/desk/messages");
        Assert.Contains(number, seen.TextOf("[data-table=log]"), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Email, seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/cases/", seen.TextOf("[data-table=log]") + seen.Document.QuerySelector("[data-table=log]")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_what_the_list_shows_and_an_unknown_format_is_not_found()
    {
        await site.SubmitAsync();
        using var admin = await site.SignInAsync(Role.Administrator);
        var text = Encoding.UTF8.GetString(await admin.Http.GetByteArrayAsync(new Uri("/desk/messages/export?format=csv", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.StartsWith("\uFEFFRakstīta;Laiks;Numurs;", text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Email, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/desk/messages/export?format=pdf")).Status);
        Assert.Contains("Tādu vēstuļu nav.", (await admin.GetAsync("/desk/messages?from=2031-01-01")).TextOf(".empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_letter_to_a_colleague_is_sent_again()
    {
        var id = await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var letter = new OutgoingMessage(null, null, "janis@lejasupe.example", "Nedēļas pārskats", "…", site.Time.GetUtcNow(), site.Time.GetUtcNow());
            letter.MarkFailed("550 no such mailbox", isFinal: true, site.Time.GetUtcNow());
            db.Set<OutgoingMessage>().Add(letter);
            await db.SaveChangesAsync();
            return letter.Id;
        });
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await admin.GetAsync("/desk/messages/staff?state=Failed");
        Assert.Contains("Nedēļas pārskats", page.TextOf("tr.failed"), StringComparison.Ordinal);
        await page.Form("form[data-form=staff]").SendAsync("again", id.ToString());
        Assert.Equal(OutgoingState.Queued, await site.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.Id == id).Select(o => o.State).SingleAsync()));
        Assert.Contains("Tādu vēstuļu nav.", (await admin.GetAsync("/desk/messages/staff?state=Failed")).TextOf(".empty"), StringComparison.Ordinal);
    }
}
