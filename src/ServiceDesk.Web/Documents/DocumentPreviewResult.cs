using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ServiceDesk.Web.Documents;

/// <summary>
/// The HTML of a document on the screen, also inside a frame of our own pages. It brings its own policy: nothing runs, nothing is
/// fetched, and no style counts but the document's.
/// </summary>
public sealed class DocumentPreviewResult(string html) : ContentResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src '{HashOf(html)}'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        headers.XFrameOptions = "SAMEORIGIN";
        headers.CacheControl = "no-store";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        Content = html;
        ContentType = "text/html; charset=utf-8";
        return base.ExecuteResultAsync(context);
    }

    private static string HashOf(string html)
    {
        const string Open = "<style>";
        var from = html.IndexOf(Open, StringComparison.Ordinal) + Open.Length;
        var style = html[from..html.IndexOf("</style>", from, StringComparison.Ordinal)];
        // A browser hashes the text as it has parsed it, with plain line ends.
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.ReplaceLineEndings("\n"))));
    }
}
