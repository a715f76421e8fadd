using System.Text.Json;
using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Infrastructure.Printing.DevTools;

/// <summary>An empty page that shows one document and prints it. No script runs in it, and whatever it asks for is refused.</summary>
internal sealed class PrintingPage : IAsyncDisposable
{
    // The only scripts, and they are ours, from outside the page. Its load event says too little: the empty page before it has one as well.
    private const string Complete = "document.readyState === 'complete'";
    // Waits until the fonts, which lie in the page as data, are read.
    private const string FontsReady = "Promise.all([...document.fonts].map(f => f.load())).then(() => 1, () => 0)";

    private readonly DevToolsClient client;
    private readonly string target;
    private readonly string session;
    private readonly string frame;
    private volatile BrowserGoneException? crash;

    private PrintingPage(DevToolsClient client, string target, string session, string frame)
    {
        (this.client, this.target, this.session, this.frame) = (client, target, session, frame);
        client.Hear(session, Heard);
    }

    public static async Task<PrintingPage> OpenAsync(DevToolsClient client, CancellationToken cancellationToken)
    {
        var target = (await client.CallAsync("Target.createTarget", new { url = "about:blank" }, null, cancellationToken)).GetProperty("targetId").GetString()!;
        try
        {
            var session = (await client.CallAsync("Target.attachToTarget", new { targetId = target, flatten = true }, null, cancellationToken)).GetProperty("sessionId").GetString()!;
            // Sent together; the browser keeps their order.
            Task<JsonElement>[] answers =
            [
                client.CallAsync("Emulation.setScriptExecutionDisabled", new { value = true }, session, cancellationToken),
                client.CallAsync("Fetch.enable", new { }, session, cancellationToken),
                client.CallAsync("Page.enable", null, session, cancellationToken),
                client.CallAsync("Page.getFrameTree", null, session, cancellationToken),
            ];
            var tree = (await Task.WhenAll(answers))[^1];
            return new PrintingPage(client, target, session, tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!);
        }
        catch
        {
            await CloseAsync(client, target);
            throw;
        }
    }

    /// <summary>The PDF as the browser makes it.</summary>
    public async Task<byte[]> PrintAsync(PrintJob job, CancellationToken cancellationToken)
    {
        await client.CallAsync("Page.setDocumentContent", new { frameId = frame, html = job.Html }, session, cancellationToken);
        while (!(await client.CallAsync("Runtime.evaluate", new { expression = Complete }, session, cancellationToken)).GetProperty("result").GetProperty("value").GetBoolean())
        {
            if (crash is { } gone)
                throw gone;
            await Task.Delay(1, cancellationToken);
        }

        await client.CallAsync("Runtime.evaluate", new { expression = FontsReady, awaitPromise = true }, session, cancellationToken);
        var wide = job.Format == PageFormat.A4Landscape;
        var printed = await client.CallAsync(
            "Page.printToPDF",
            new
            {
                landscape = wide,
                // Inches; the document's own @page comes first.
                paperWidth = 8.27,
                paperHeight = 11.69,
                preferCSSPageSize = true,
                printBackground = true,
                generateTaggedPDF = true,
                generateDocumentOutline = true,
            },
            session,
            cancellationToken);
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    public async ValueTask DisposeAsync()
    {
        client.Forget(session);
        await CloseAsync(client, target);
    }

    private static async Task CloseAsync(DevToolsClient client, string target)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await client.CallAsync("Target.closeTarget", new { targetId = target }, null, patience.Token);
        }
        catch (Exception e) when (e is BrowserGoneException or DevToolsException or OperationCanceledException)
        {
            // It ended with its browser, or will.
        }
    }

    private void Heard(string method, JsonElement parameters)
    {
        if (method == "Fetch.requestPaused")
        {
            _ = RefuseAsync(parameters.GetProperty("requestId").GetString()!);
        }
        else if (method is "Inspector.targetCrashed" or "Inspector.detached")
        {
            crash = new BrowserGoneException("The page crashed.");
            client.Fail(session, crash);
        }
    }

    private async Task RefuseAsync(string requestId)
    {
        try
        {
            await client.CallAsync("Fetch.failRequest", new { requestId, errorReason = "AccessDenied" }, session, CancellationToken.None);
        }
        catch (Exception e) when (e is BrowserGoneException or DevToolsException)
        {
            // The page has gone, and its request with it.
        }
    }
}
