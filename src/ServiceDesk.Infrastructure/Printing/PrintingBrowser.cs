using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Infrastructure.Printing.Browsers;
using ServiceDesk.Infrastructure.Printing.DevTools;

namespace ServiceDesk.Infrastructure.Printing;

/// <summary>A browser in use by several documents at a time. Retired, it is given no new ones and ends with its last.</summary>
internal sealed class PrintingBrowser(BrowserProcess process)
{
    private readonly Lock gate = new();
    private int inUse;
    private int printed;
    private bool retired;
    private long lastUsed = Environment.TickCount64;
    private Task<PrintingPage>? spare;

    public BrowserProcess Process => process;

    public int Printed => printed;

    /// <summary>Takes a place; false when it has been retired or has died.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (retired || !process.IsAlive)
                return false;
            inUse++;
            return true;
        }
    }

    /// <summary>
    /// Prints one document in a page of its own, opened while the last one was still being read: opening takes as long as printing.
    /// </summary>
    public async Task<byte[]> PrintAsync(PrintJob job, CancellationToken cancellationToken)
    {
        var page = await TakeSpareAsync(cancellationToken) ?? await PrintingPage.OpenAsync(process.Client, cancellationToken);
        try
        {
            return await page.PrintAsync(job, cancellationToken);
        }
        finally
        {
            _ = PrepareAsync(page);
        }
    }

    /// <summary>Gives the place back, a document richer.</summary>
    public async Task LeaveAsync()
    {
        bool last;
        lock (gate)
        {
            inUse--;
            printed++;
            lastUsed = Environment.TickCount64;
            last = retired && inUse == 0;
        }

        if (last)
            await process.DisposeAsync();
    }

    /// <summary>No more documents after those at work.</summary>
    public async Task RetireAsync()
    {
        bool now;
        lock (gate)
        {
            now = !retired && inUse == 0;
            retired = true;
        }

        if (now)
            await process.DisposeAsync();
    }

    public bool IsIdleFor(TimeSpan time)
    {
        lock (gate)
            return inUse == 0 && Environment.TickCount64 - lastUsed > time.TotalMilliseconds;
    }

    private async Task<PrintingPage?> TakeSpareAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref spare, null) is not { } ready)
            return null;
        try
        {
            return await ready.WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is BrowserGoneException or DevToolsException or OperationCanceledException)
        {
            // Opening another says what is wrong.
            return null;
        }
    }

    private async Task PrepareAsync(PrintingPage used)
    {
        await used.DisposeAsync();
        if (!retired && process.IsAlive && Volatile.Read(ref spare) is null)
        {
            var next = PrintingPage.OpenAsync(process.Client, CancellationToken.None);
            if (Interlocked.CompareExchange(ref spare, next, null) is not null)
                await (await next).DisposeAsync();
        }
    }
}
