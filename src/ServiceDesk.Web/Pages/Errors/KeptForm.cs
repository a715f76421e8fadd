using Microsoft.AspNetCore.Diagnostics;

namespace ServiceDesk.Web.Pages.Errors;

/// <summary>A form that could not be taken, with everything typed, to be sent again.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Fields">What it carries.</param>
public sealed record KeptForm(string Target, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const int LongText = 20;
    private const string FormToken = "__RequestVerificationToken";

    /// <summary>What was typed at length.</summary>
    public IEnumerable<string> Texts => Fields.Where(f => f.Key.StartsWith("Input.", StringComparison.Ordinal) && f.Value.Length > LongText && f.Value.Contains(' ', StringComparison.Ordinal)).Select(f => f.Value);

    /// <summary>The form of the request that led to an error page; null when there is none or it is too large to be read for a stranger.</summary>
    /// <param name="http">The request.</param>
    /// <param name="withToken">Keep the form's token: it holds again once the same person is signed in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<KeptForm?> ReadAsync(HttpContext http, bool withToken, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not { } original || !http.Request.HasFormContentType)
            return null;
        try
        {
            var form = await http.Request.ReadFormAsync(cancellationToken);
            return new KeptForm(
                original.OriginalPathBase + original.OriginalPath + original.OriginalQueryString,
                [.. form.Where(field => withToken || field.Key != FormToken).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null; // The browser's back button still has it.
        }
    }

    /// <summary>Whether a page of this site sent the request. What a stranger's page sent must not come back as a form ready to be sent.</summary>
    public static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0 ? site == "same-origin" : request.Headers.Origin == $"{request.Scheme}://{request.Host}";
    }
}
