using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Printing.Browsers;
using ServiceDesk.Infrastructure.Printing.DevTools;

namespace ServiceDesk.Infrastructure.Printing;

/// <summary>Keeps one warm browser: starts it for the first document, replaces it when it died, is worn or has grown, closes it when idle.</summary>
internal sealed class BrowserRoom(BrowserPlaces places, IOptions<PrintingOptions> options, ILogger<BrowserRoom> log) : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim starting = new(1, 1);
    private Timer? idleWatch;
    private PrintingBrowser? current;
    private BrowserLaunch? works;
    private bool closed;

    /// <summary>Pipes; a socket where a child cannot be given pipes.</summary>
    public Wiring Wiring { get; set; } = OperatingSystem.IsWindows() ? Wiring.Socket : Wiring.Pipe;

    /// <summary>The process at work, for tests and measurements.</summary>
    public BrowserProcess? Process => current?.Process;

    /// <summary>Takes a place in the browser; give it back with <see cref="LeaveAsync"/>.</summary>
    /// <exception cref="Refusal">No browser runs on this machine.</exception>
    public async Task<PrintingBrowser> EnterAsync(CancellationToken cancellationToken)
    {
        if (current is { } warm && warm.TryEnter())
            return warm;
        await starting.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (current is { } other && other.TryEnter())
                return other;
            if (current is { } dead)
                await dead.RetireAsync();
            current = null;
            var fresh = new PrintingBrowser(await StartAsync(cancellationToken));
            fresh.TryEnter();
            idleWatch ??= new Timer(_ => _ = CloseIdleAsync(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            return current = fresh;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Gives the place back; a browser worn by use is retired.</summary>
    public async Task LeaveAsync(PrintingBrowser browser)
    {
        if (browser.Printed + 1 >= options.Value.DocumentsPerBrowser || (browser.Printed % 25 == 24 && browser.Process.Megabytes() > options.Value.MegabytesPerBrowser))
            await RetireAsync(browser);
        await browser.LeaveAsync();
    }

    /// <summary>The next document gets another browser.</summary>
    public async Task RetireAsync(PrintingBrowser browser)
    {
        Interlocked.CompareExchange(ref current, null, browser);
        await browser.RetireAsync();
    }

    public async ValueTask DisposeAsync()
    {
        closed = true;
        if (idleWatch is not null)
            await idleWatch.DisposeAsync();
        if (Interlocked.Exchange(ref current, null) is { } browser)
            await browser.RetireAsync();
    }

    private async Task<BrowserProcess> StartAsync(CancellationToken cancellationToken)
    {
        List<string> faults = [];
        foreach (var launch in works is null ? places.InOrder() : places.InOrder().Prepend(works).Distinct())
        {
            try
            {
                var process = await BrowserProcess.StartAsync(launch, Wiring, StartPatience, cancellationToken);
                if (works is null)
                    log.LogInformation("PDFs are printed by {Browser}, sandbox {Sandbox}", launch.Name, launch.IsSandboxed ? "on" : "off");
                works = launch;
                return process;
            }
            catch (Exception e) when (e is BrowserGoneException or IOException or UnauthorizedAccessException)
            {
                faults.Add(e.Message);
            }
        }

        works = null;
        log.LogError("No browser to print PDFs with: {Faults}", faults.Count == 0 ? "none is installed" : string.Join("; ", faults));
        throw new Refusal("Documents.Printing.NoBrowser");
    }

    private async Task CloseIdleAsync()
    {
        if (current is { } browser && browser.IsIdleFor(TimeSpan.FromMinutes(options.Value.IdleMinutes)))
            await RetireAsync(browser);
    }
}
