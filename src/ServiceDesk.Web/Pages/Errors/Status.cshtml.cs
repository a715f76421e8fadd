using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Shared.Languages;
using ServiceDesk.Web.Shared.Validation;

namespace ServiceDesk.Web.Pages.Errors;

/// <summary>What went wrong and what to do now; the request number is the one in the log.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel(Texts t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public bool Desk { get; private set; }

    /// <summary>A part of a page was asked for by script: answer with a notice, not with a page.</summary>
    public bool Fragment => Request.Headers.ContainsKey("HX-Request");

    public string RequestId => HttpContext.TraceIdentifier;

    public string Heading => t[Key("Title")];

    public string Sentence => t[Key("Text")];

    /// <summary>What was typed into a form of the desk whose token had grown old, to be sent again.</summary>
    public KeptForm? Kept { get; private set; }

    private bool IsExpired => Code == 400 && HttpContext.Items.ContainsKey(ExpiredFormFilter.Mark);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Begin();
        if (Desk && IsExpired && User.Identity?.IsAuthenticated == true && KeptForm.IsOurs(Request))
            Kept = await KeptForm.ReadAsync(HttpContext, withToken: false, HttpContext.RequestAborted);
        await next();
    }

    private void Begin()
    {
        var original = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        Desk = original is not null && RequestLanguages.IsDesk(original);
        if (Code is < 400 or > 599) Code = 404;
        Response.StatusCode = Code;
    }

    private string Key(string part)
    {
        var kind = Code switch
        {
            400 when Kept is not null => "Kept",
            400 when IsExpired => "Expired",
            400 or 403 or 404 or 413 or 429 or 500 => Code.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "Other",
        };
        return $"Shared.Status.{kind}.{part}";
    }
}
