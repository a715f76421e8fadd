using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Cases;

public class TrackTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_page_asks_for_number_and_key()
    {
        var page = await site.Visitor().GetAsync("/track");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Pārbaudīt statusu", page.TextOf("h1"));
    }

    [Theory]
    [InlineData("{0}", "{0}")]
    [InlineData(" Nr. {0} ", " {0} ")]
    [InlineData("{0}", "lower")]
    [InlineData("dash", "{0}")]
    public async Task Number_and_key_open_the_case_however_they_were_copied(string number, string key)
    {
        var (realNumber, realKey) = await site.SubmitAsync(site.Visitor());
        using var visitor = await site.TrackAsync(
            number == "dash" ? realNumber.Replace('-', '–') : string.Format(System.Globalization.CultureInfo.InvariantCulture, number, realNumber),
            key == "lower" ? realKey.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() : string.Format(System.Globalization.CultureInfo.InvariantCulture, key, realKey));
        Assert.Contains(realNumber, (await visitor.GetAsync("/track/case")).TextOf(".track-no"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_key_look_the_same()
    {
        var (number, key) = await site.SubmitAsync(site.Visitor());
        using var visitor = site.Visitor();
        var wrongKey = await SendAsync(visitor, number, "2222-2222");
        var wrongNumber = await SendAsync(visitor, "4.1-5/26/999999", key);

        Assert.Equal(HttpStatusCode.OK, wrongKey.Status);
        Assert.Equal("Ar šādu numuru un atslēgu neko neatradām. Pārbaudiet abus.", wrongKey.TextOf(".err-sum li"));
        Assert.Equal(wrongKey.TextOf(".err-sum"), wrongNumber.TextOf(".err-sum"));
        Assert.Equal("/track", (await visitor.GetAsync("/track/case")).Location);
    }

    [Theory]
    [InlineData("Input.Number", "Ierakstiet numuru.")]
    [InlineData("Input.Key", "Ierakstiet atslēgu.")]
    public async Task What_is_missing_is_said(string field, string sentence)
    {
        var page = await (await site.Visitor().GetAsync("/track")).Form("form[data-form=track]").Fill("Input.Number", "1").Fill("Input.Key", "2").Fill(field, " ").SendAsync();
        Assert.StartsWith("Kļūda: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(sentence, page.TextOf($".err-sum a[href='#{field.Replace('.', '_')}']"));
    }

    private static async Task<Page> SendAsync(PageClient visitor, string number, string key) =>
        await (await visitor.GetAsync("/track")).Form("form[data-form=track]").Fill("Input.Number", number).Fill("Input.Key", key).SendAsync();
}

/// <summary>Keys cannot be tried out.</summary>
public class TrackBrakeTests(TrackBrakeTests.BrakedSite site) : IClassFixture<TrackBrakeTests.BrakedSite>
{
    [Fact]
    public async Task Who_tries_keys_waits()
    {
        using var visitor = site.Visitor();
        var form = (await visitor.GetAsync("/track")).Form("form[data-form=track]").Fill("Input.Number", "4.1-5/26/1").Fill("Input.Key", "AAAA-AAAA");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await form.SendAsync()).Status);
    }

    public sealed class BrakedSite : Site
    {
        protected override void Configure(IDictionary<string, string?> settings) => settings["ServiceDesk:RateLimits:Track:Permits"] = "3";
    }
}
