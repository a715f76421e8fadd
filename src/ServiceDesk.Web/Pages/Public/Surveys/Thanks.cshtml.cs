using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ServiceDesk.Web.Pages.Public.Surveys;

/// <summary>Thanks; the same for everybody. On a kiosk the form comes back by itself, also without scripts.</summary>
[ResponseCache(NoStore = true)]
public sealed class ThanksModel : PageModel
{
    private const int SecondsShown = 12;

    [FromRoute]
    public string Key { get; set; } = "";

    [FromQuery(Name = "kiosk")]
    public bool IsKiosk { get; set; }

    [FromQuery(Name = "u")]
    public Guid? AtUnit { get; set; }

    /// <summary>The empty form for the next one.</summary>
    public string Anew => $"/surveys/{Uri.EscapeDataString(Key)}?kiosk=true{(AtUnit is { } unit ? $"&u={unit}" : "")}";

    public void OnGet()
    {
        if (IsKiosk)
            Response.Headers["Refresh"] = string.Create(CultureInfo.InvariantCulture, $"{SecondsShown};url={Anew}");
    }
}
