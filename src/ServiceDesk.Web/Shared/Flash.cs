using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ServiceDesk.Web.Shared;

/// <summary>A notice that survives the redirect after a successful step and is shown once, above the content.</summary>
public static class Flash
{
    private const string Key = "notice";

    public static void Notice(this PageModel page, string text, NoticeKind kind = NoticeKind.Success) => page.TempData[Key] = $"{kind}|{text}";

    public static (NoticeKind Kind, string Text)? Take(ITempDataDictionary tempData)
    {
        if (tempData[Key] is not string stored) return null;
        var cut = stored.IndexOf('|', StringComparison.Ordinal);
        return cut > 0 && Enum.TryParse<NoticeKind>(stored[..cut], out var kind) ? (kind, stored[(cut + 1)..]) : null;
    }
}
