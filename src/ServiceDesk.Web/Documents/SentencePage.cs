using System.Net;

namespace ServiceDesk.Web.Documents;

/// <summary>A sentence in the place of a document that cannot be drawn.</summary>
internal static class SentencePage
{
    public static string Of(string language, string sentence) => $$"""
        <!doctype html>
        <html lang="{{language}}"><head><meta charset="utf-8"><title>{{WebUtility.HtmlEncode(sentence)}}</title><style>body{margin:24px;font:16px/1.5 "Source Sans 3",sans-serif;color:#a51d18}</style></head>
        <body><p role="alert">{{WebUtility.HtmlEncode(sentence)}}</p></body></html>
        """;
}
