using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Testing.Documents;
using ServiceDesk.Web.Documents;

namespace ServiceDesk.Web.Tests.Documents;

public class PreviewTests
{
    [Fact]
    public async Task A_preview_brings_a_policy_that_lets_nothing_in_but_its_own_style()
    {
        await using var press = new Press();
        var html = await press.Html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddLogging().AddMvcCore();
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = provider };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new DocumentPreviewResult(html).ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));

        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
            context.Response.Headers.ContentSecurityPolicy.ToString());
        Assert.Equal("SAMEORIGIN", context.Response.Headers.XFrameOptions.ToString());
        Assert.Equal("text/html; charset=utf-8", context.Response.ContentType);
        Assert.Equal(html, Encoding.UTF8.GetString(body.ToArray()));
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_shows_the_foot_and_that_a_document_is_a_draft()
    {
        await using var press = new Press();
        var html = await press.Html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet with { IsDraft = true }, TestContext.Current.CancellationToken);
        Assert.Contains("<p class=\"screen draft\">Projekts, nav reģistrēts</p>", html, StringComparison.Ordinal);
        Assert.Contains("Nr. 4.1-5/26/1482-2</span>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Page ", "on 26\u00A0November 2026")]
    [InlineData("ru", "Страница ", "26\u00A0ноября 2026\u00A0года")]
    public async Task Fixed_words_speak_the_language_of_the_document(string language, string page, string date)
    {
        await using var press = new Press();
        var html = await press.Html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet with { Language = language }, TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"content:\"{page}\"counter(page)", html, StringComparison.Ordinal);
        Assert.Contains(date, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_without_a_form_is_a_fault_of_ours()
    {
        await using var press = new Press();
        await Assert.ThrowsAsync<InvalidOperationException>(() => press.Html.RenderAsync("no document", SampleDocuments.Sheet, CancellationToken.None));
    }

    [Theory]
    [InlineData("wwwroot/img/none.svg")]
    [InlineData("wwwroot/css/app.css")]
    [InlineData("")]
    public async Task A_coat_of_arms_that_is_none_is_left_out(string file)
    {
        await using var press = new Press(new() { ["ServiceDesk:Municipality:CoatOfArms"] = file });
        Assert.DoesNotContain("<img", await press.Html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None), StringComparison.Ordinal);
    }
}
