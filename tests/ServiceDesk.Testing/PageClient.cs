using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ServiceDesk.Testing;

/// <summary>A browser without scripts: keeps cookies, reads pages, fills and sends their own forms with the real antiforgery token.</summary>
public sealed class PageClient(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public async Task<Page> GetAsync(string address) => await ReadAsync(await http.GetAsync(address));

    public async Task<Page> SendAsync(HttpRequestMessage request) => await ReadAsync(await http.SendAsync(request));

    /// <summary>Signs in through the sign-in page.</summary>
    public async Task SignInAsync(string email, string password)
    {
        var page = await GetAsync("/sign-in");
        var answer = await page.Form("form[data-form=sign-in]").Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();
        if (answer.Location is null)
            throw new InvalidOperationException($"{email} could not sign in: {answer.Status} {answer.Text}");
    }

    public void Dispose() => http.Dispose();

    private async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new Page(this, response, html, Parser.ParseDocument(html));
    }
}

/// <summary>What came back.</summary>
public sealed class Page(PageClient client, HttpResponseMessage response, string html, IHtmlDocument document)
{
    public HttpResponseMessage Response => response;

    public System.Net.HttpStatusCode Status => response.StatusCode;

    /// <summary>Where a redirect leads, path and query; null when it is none.</summary>
    public string? Location => response.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : null;

    public string Html => html;

    public IHtmlDocument Document => document;

    /// <summary>The words of the page, each run of white space one blank.</summary>
    public string Text => WithoutWhiteSpace(document.Body?.TextContent ?? "");

    /// <summary>Words of the first element that fits, or null.</summary>
    public string? TextOf(string selector) => document.QuerySelector(selector) is { } element ? WithoutWhiteSpace(element.TextContent) : null;

    /// <summary>Words of all elements that fit.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. document.QuerySelectorAll(selector).Select(e => WithoutWhiteSpace(e.TextContent))];

    /// <summary>The only form that fits; without a selector the first in main.</summary>
    public PageForm Form(string selector = "main form") =>
        document.QuerySelector(selector) is IHtmlFormElement form
            ? new PageForm(client, response.RequestMessage!.RequestUri!, form)
            : throw new InvalidOperationException($"No form '{selector}' on {response.RequestMessage!.RequestUri} ({Status}): {Text}");

    /// <summary>Goes where the redirect leads.</summary>
    public Task<Page> FollowAsync() => client.GetAsync(Location ?? throw new InvalidOperationException($"Not a redirect but {Status}: {Text}"));

    private static string WithoutWhiteSpace(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A form of a page, with the values it came with.</summary>
public sealed class PageForm
{
    private readonly PageClient client;
    private readonly Uri page;
    private readonly IHtmlFormElement form;
    private readonly List<(string Name, string Value)> values = [];
    private readonly List<(string Name, string FileName, byte[] Content, string Type)> files = [];

    internal PageForm(PageClient client, Uri page, IHtmlFormElement form)
    {
        (this.client, this.page, this.form) = (client, page, form);
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "file" or "image" or "reset" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input:
                    values.Add((input.Name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0, IsDisabled: false } area:
                    values.Add((area.Name, area.Value));
                    break;
                case IHtmlSelectElement { Name.Length: > 0, IsDisabled: false } select:
                    values.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Value the form would send now.</summary>
    public string? this[string name] => values.FirstOrDefault(v => v.Name == name).Value;

    /// <summary>Types into a field, chooses a radio or an option: what the field had is replaced.</summary>
    public PageForm Fill(string name, string value)
    {
        if (!form.Elements.Any(e => e.GetAttribute("name") == name))
            throw new InvalidOperationException($"The form on {page} has no field '{name}'. It has: {string.Join(", ", form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Distinct())}");
        values.RemoveAll(v => v.Name == name);
        values.Add((name, value));
        return this;
    }

    /// <summary>Takes a value out, as a browser does with a box unticked.</summary>
    public PageForm Without(string name)
    {
        values.RemoveAll(v => v.Name == name);
        return this;
    }

    public PageForm Attach(string name, string fileName, byte[] content, string type = "application/octet-stream")
    {
        files.Add((name, fileName, content, type));
        return this;
    }

    /// <summary>Sends the form by the button with this name and value, or by its first button that leads where the form does.</summary>
    public async Task<Page> SendAsync(string? buttonName = null, string? buttonValue = null)
    {
        var buttons = form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        var button = buttonName is null
            ? buttons.FirstOrDefault(b => b.GetAttribute("formaction") is null or "") ?? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(b => b.GetAttribute("name") == buttonName && (buttonValue is null || b.GetAttribute("value") == buttonValue))
                ?? throw new InvalidOperationException($"The form on {page} has no button {buttonName}={buttonValue}.");
        List<(string Name, string Value)> all = [.. values];
        if (button?.GetAttribute("name") is { Length: > 0 } named)
            all.Add((named, button.GetAttribute("value") ?? ""));
        var target = new Uri(page, button?.GetAttribute("formaction") is { Length: > 0 } action ? action : form.GetAttribute("action") is { Length: > 0 } own ? own : page.PathAndQuery);

        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
            return await client.GetAsync(new UriBuilder(target) { Query = string.Join('&', all.Select(v => $"{Uri.EscapeDataString(v.Name)}={Uri.EscapeDataString(v.Value)}")) }.Uri.PathAndQuery);

        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = Content(all) };
        return await client.SendAsync(request);
    }

    /// <summary>Posts the form to an address, as a script or a button with an address of its own does.</summary>
    public async Task<Page> SendToAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page, address)) { Content = Content([.. values]) };
        return await client.SendAsync(request);
    }

    private HttpContent Content(List<(string Name, string Value)> all)
    {
        if (files.Count == 0 && form.Enctype != "multipart/form-data")
            return new FormUrlEncodedContent(all.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in all)
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes, type) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new(type);
            content.Add(file, name, fileName);
        }

        return content;
    }
}
