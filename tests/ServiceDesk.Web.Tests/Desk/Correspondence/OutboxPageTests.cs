using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Correspondence;

public class OutboxPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_does_not_look_after_letters_gets_403() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk/outbox")).Status);

    [Fact]
    public async Task Failed_letters_stand_first_with_what_the_server_said_and_lead_to_their_case()
    {
        var client = await site.SignInAsync(DeskCases.Head);
        Assert.Contains("Visas vēstules ir izsūtītas.", (await client.GetAsync("/desk/outbox")).TextOf(".empty"), StringComparison.Ordinal);
        var id = await site.SubmitAsync(unitMayKnow: false);
        Assert.Contains("@pasts.example", (await client.GetAsync("/desk/outbox?state=queued")).TextOf("main table"), StringComparison.Ordinal);
        await site.FailLastLetterAsync(id);
        var page = await client.GetAsync("/desk/outbox");
        Assert.Contains("550 no such mailbox", page.TextOf("tr.failed"), StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Email, page.Html, StringComparison.Ordinal);
        Assert.StartsWith($"/desk/cases/{id}#m-", page.Document.QuerySelector("tr.failed a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Vēl neviena vēstule nav izsūtīta.", (await client.GetAsync("/desk/outbox?state=sent")).TextOf(".empty"), StringComparison.Ordinal);
    }
}
