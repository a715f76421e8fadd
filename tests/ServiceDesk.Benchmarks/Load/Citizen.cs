using System.Net;
using System.Text.RegularExpressions;

namespace ServiceDesk.Benchmarks.Load;

/// <summary>Fills in the public form and does not give up: no answer, an error page, a form to correct, the same form goes again.</summary>
internal sealed partial class Citizen(Uri site, string text, Action onLost)
{
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(3.5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The number on the confirmation page.</summary>
    public async Task<string> SubmitAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = site, Timeout = TimeSpan.FromSeconds(20) };
        var form = await UntilAsync(() => http.GetStringAsync("/submit"), page => TicketPattern().IsMatch(page));
        await Task.Delay(Writing);

        var sent = false;
        while (!sent)
        {
            var (ticket, token) = (Read(TicketPattern(), form), Read(TokenPattern(), form));
            sent = await UntilAsync(
                async () =>
                {
                    using var content = new FormUrlEncodedContent(new Dictionary<string, string>
                    {
                        ["Input.Ticket"] = ticket,
                        ["__RequestVerificationToken"] = token,
                        ["Input.Kind"] = "Complaint",
                        ["Input.Text"] = text,
                        ["Input.UnitMayKnow"] = "false",
                    });
                    using var answer = await http.PostAsync("/submit", content);
                    if (answer.StatusCode == HttpStatusCode.OK)
                        form = await answer.Content.ReadAsStringAsync();
                    return answer.StatusCode;
                },
                status => status is HttpStatusCode.Redirect or HttpStatusCode.OK) == HttpStatusCode.Redirect;
            if (!sent)
                onLost();
        }

        return Read(NumberPattern(), await UntilAsync(() => http.GetStringAsync("/submit/done"), page => NumberPattern().IsMatch(page)));
    }

    private async Task<T> UntilAsync<T>(Func<Task<T>> step, Func<T, bool> isGood)
    {
        using var end = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                if (await step() is var result && isGood(result))
                    return result;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                // Killed in the middle of it, or not up again yet.
            }

            onLost();
            if (end.IsCancellationRequested)
                throw new TimeoutException("No confirmation within five minutes: " + text);
            await Task.Delay(500);
        }
    }

    private static string Read(Regex pattern, string page) => WebUtility.HtmlDecode(pattern.Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"Input\\.Ticket\" value=\"([^\"]+)\"")]
    private static partial Regex TicketPattern();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("<dd class=\"num\">([^<]+)</dd>")]
    private static partial Regex NumberPattern();
}
