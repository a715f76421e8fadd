using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Printing.Archive;
using ServiceDesk.Infrastructure.Printing.DevTools;

namespace ServiceDesk.Infrastructure.Printing;

/// <summary>Prints with a headless Chromium, a few documents at a time, and finishes what it prints for the archive.</summary>
internal sealed class ChromiumPrinter(BrowserRoom room, IOptions<PrintingOptions> options, ILogger<ChromiumPrinter> log) : IPdfPrinter, IDisposable
{
    private const int Attempts = 2;
    private readonly SemaphoreSlim workers = new(options.Value.Workers, options.Value.Workers);

    public async Task<PdfFile> PrintAsync(PrintJob job, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            await workers.WaitAsync(limit.Token);
            try
            {
                return ArchivePdf.Finish(await PrintAgainAsync(job, limit.Token), job);
            }
            finally
            {
                workers.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError("A document of {Length} characters took longer than {Seconds} s to print", job.Html.Length, options.Value.TimeoutSeconds);
            throw new Refusal("Documents.Printing.TimedOut");
        }
        catch (Exception e) when (e is BrowserGoneException or DevToolsException or InvalidDataException)
        {
            log.LogError(e, "A document of {Length} characters could not be printed", job.Html.Length);
            throw new Refusal("Documents.Printing.Failed");
        }
    }

    public void Dispose() => workers.Dispose();

    /// <summary>A browser that dies takes its documents with it; the next one prints them from the beginning, once.</summary>
    private async Task<byte[]> PrintAgainAsync(PrintJob job, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var browser = await room.EnterAsync(cancellationToken);
            try
            {
                return await browser.PrintAsync(job, cancellationToken);
            }
            catch (BrowserGoneException e) when (attempt < Attempts)
            {
                log.LogWarning(e, "The browser broke off while printing; another one begins again");
                await room.RetireAsync(browser);
            }
            catch (OperationCanceledException)
            {
                // It may be stuck for good.
                await room.RetireAsync(browser);
                throw;
            }
            finally
            {
                await room.LeaveAsync(browser);
            }
        }
    }
}
