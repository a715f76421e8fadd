using ServiceDesk.Infrastructure.Printing.Browsers;

namespace ServiceDesk.Infrastructure.Printing;

/// <summary>A browser in use by several documents at a time. Retired, it is given no new ones and ends with its last.</summary>
internal sealed class PrintingBrowser(BrowserProcess process)
{
    private readonly Lock gate = new();
    private int inUse;
    private int printed;
    private bool retired;
    private long lastUsed = Environment.TickCount64;

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
}
