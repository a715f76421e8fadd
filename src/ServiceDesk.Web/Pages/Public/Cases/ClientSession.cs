using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Startup;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>
/// Which case a visitor has opened: a sealed cookie for the confirmation page and one for the tracking pages, half an hour each.
/// Number and key never stand in an address.
/// </summary>
public sealed class ClientSession(Seals seals, IHttpContextAccessor accessor, IHostEnvironment environment, IConfiguration configuration)
{
    private const string DoneCookie = "servicedesk-done";
    private const string TrackCookie = "servicedesk-case";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The case just submitted; null when it is too long ago.</summary>
    public Guid? Submitted => Read(DoneCookie);

    /// <summary>The case whose key was shown; null when it is too long ago. Every look renews it.</summary>
    public Guid? Tracked
    {
        get
        {
            if (Read(TrackCookie) is not { } caseId)
                return null;
            Write(TrackCookie, "/track", caseId);
            return caseId;
        }
    }

    /// <summary>A case was submitted: its confirmation may be shown and its way followed.</summary>
    public void Submit(Guid caseId)
    {
        Write(DoneCookie, "/submit", caseId);
        Track(caseId);
    }

    /// <summary>Number and key were right.</summary>
    public void Track(Guid caseId) => Write(TrackCookie, "/track", caseId);

    /// <summary>The visitor is done; the next person at this computer sees nothing.</summary>
    public void End()
    {
        Http.Response.Cookies.Delete(DoneCookie, Options("/submit"));
        Http.Response.Cookies.Delete(TrackCookie, Options("/track"));
    }

    private Guid? Read(string cookie) => seals.Open<Guid>(cookie, Http.Request.Cookies[cookie], Longest)?.Fact;

    private void Write(string cookie, string path, Guid caseId) => Http.Response.Cookies.Append(cookie, seals.Seal(cookie, caseId), Options(path));

    private CookieOptions Options(string path) => new()
    {
        Path = path,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = environment.IsSecure(configuration) || Http.Request.IsHttps,
    };
}
