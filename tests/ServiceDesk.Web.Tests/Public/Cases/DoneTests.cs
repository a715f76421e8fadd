using System.Net;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Cases;

public class DoneTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_confirmation_shows_number_key_date_and_what_happens_next()
    {
        site.Time.SetLocal(2026, 11, 19, 10);
        using var visitor = site.Visitor();
        var answer = await (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words).Fill("Input.Email", "ilze.kalnina@pasts.example").SendAsync();
        Assert.Equal("/submit/done", answer.Location);

        var page = await answer.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var item = await site.LoadAsync(page.TextOf(".slip dd.num")!);
        Assert.Equal(AccessKey.Show(item.AccessKey), page.TextOf(".slip dd.mono"));
        Assert.Contains("otrdienai, 2026. gada 24. novembrim (ieskaitot)", page.TextOf(".lead"), StringComparison.Ordinal);
        Assert.Contains("i•••••a@pasts.example", page.TextOf(".lead"), StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll(".steps li").Length);
        Assert.NotNull(page.Document.QuerySelector("svg.qr path"));
        Assert.Empty(page.Document.QuerySelectorAll("[style]"));
        Assert.Contains("no-store", page.Response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_confirmation_survives_a_reload_and_no_address_carries_the_key()
    {
        using var visitor = site.Visitor();
        var (number, key) = await site.SubmitAsync(visitor);
        var again = await visitor.GetAsync("/submit/done");
        Assert.Equal(number, again.TextOf(".slip dd.num"));
        Assert.DoesNotContain(again.Document.QuerySelectorAll("[href]"), a => a.GetAttribute("href")!.Contains(AccessKey.Clean(key), StringComparison.Ordinal));

        var status = await visitor.GetAsync("/track/case");
        Assert.Contains(number, status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_tracking_page()
    {
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/submit/done");
        Assert.Equal("/track", page.Location);
        Assert.Contains("Apstiprinājumu rādām pusstundu.", (await page.FollowAsync()).TextOf(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_half_an_hour_the_confirmation_is_gone()
    {
        using var visitor = site.Visitor();
        await site.SubmitAsync(visitor);
        site.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("/track", (await visitor.GetAsync("/submit/done")).Location);
        Assert.Equal("/track", (await visitor.GetAsync("/track/case")).Location);
    }
}
