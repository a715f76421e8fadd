using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// <c>&lt;vc:privacy-line point="Form" field="Input.PrivacyNotice" /&gt;</c>: what is done with the data, in a sentence beside the form, with a link to
/// the whole notice. With a field the form carries along which version it showed.
/// </summary>
public sealed class PrivacyLine(ShowPrivacyNoticeHandler notices, Texts t) : ViewComponent
{
    public sealed record Line(Guid Id, string Short, string Language, string Href, string? Field);

    public async Task<IViewComponentResult> InvokeAsync(CollectingPoint point, string? field = null)
    {
        if (await notices.CurrentAsync(point, HttpContext.RequestAborted) is not { } notice)
            return Content("");
        var (words, _, language) = notice.Words.In(t.Language);
        return View("/Pages/Shared/_PrivacyLine.cshtml", new Line(notice.Id, words, language, PrivacyAddresses.Of(point), field));
    }
}

/// <summary>Addresses of privacy notices.</summary>
public static class PrivacyAddresses
{
    /// <summary>The notice of a point, or one version of it.</summary>
    public static string Of(CollectingPoint point, int? number = null)
    {
        var word = point.ToString().ToLowerInvariant();
        return number is { } n ? $"/privacy/{word}/{n}" : point == CollectingPoint.General ? "/privacy" : $"/privacy/{word}";
    }
}
