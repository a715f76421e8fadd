using System.Collections.Concurrent;
using System.Diagnostics;
using ServiceDesk.Infrastructure.Printing.DevTools;

namespace ServiceDesk.Infrastructure.Printing.Browsers;

/// <summary>A running browser with nothing open, its profile in a temporary folder of its own. It ends with us: when the wire breaks, it leaves.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-sync",
        "--disable-component-update", "--disable-default-apps", "--disable-breakpad", "--no-first-run", "--no-default-browser-check", "--mute-audio",
        "--font-render-hinting=none", "--force-color-profile=srgb",
        // No name is ever resolved, and nothing is asked of a proxy; each page refuses its requests besides.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
    ];

    private readonly Process process;
    private readonly string profile;
    private readonly ConcurrentQueue<string> complaints = new();

    private BrowserProcess(Process process, string profile) => (this.process, this.profile) = (process, profile);

    public int Id => process.Id;

    public DevToolsClient Client { get; private set; } = null!;

    public bool IsAlive => !process.HasExited && Client.IsOpen;

    /// <summary>The last lines the browser wrote about itself.</summary>
    public string Complaint => string.Join(" | ", complaints.TakeLast(5));

    /// <summary>Starts it and waits for its first answer.</summary>
    /// <exception cref="BrowserGoneException">It does not run here, or does not answer in time.</exception>
    public static async Task<BrowserProcess> StartAsync(BrowserLaunch launch, Wiring wiring, TimeSpan patience, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("servicedesk-print-").FullName;
        BrowserProcess? browser = null;
        try
        {
            var process = Process.Start(StartOf(launch, wiring, profile)) ?? throw new BrowserGoneException($"{launch.Name} did not start.");
            browser = new BrowserProcess(process, profile);
            var address = browser.Listen();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(patience);
            var wire = wiring == Wiring.Pipe
                ? new PipeWire(process.StandardInput.BaseStream, process.StandardOutput.BaseStream)
                : await SocketWire.ConnectAsync(await address.WaitAsync(limit.Token), limit.Token);
            browser.Client = new DevToolsClient(wire);
            browser.WatchEnd();
            await browser.Client.CallAsync("Browser.getVersion", null, null, limit.Token);
            return browser;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var complaint = browser?.Complaint;
            if (browser is not null)
                await browser.DisposeAsync();
            else
                DeleteFolder(profile);
            cancellationToken.ThrowIfCancellationRequested();
            throw new BrowserGoneException($"{launch.Name} does not start. {complaint}", e);
        }
    }

    /// <summary>Resident memory of the browser's main process, in megabytes; what its pages take ends with each page.</summary>
    public long Megabytes()
    {
        process.Refresh();
        return process.HasExited ? 0 : process.WorkingSet64 >> 20;
    }

    public async ValueTask DisposeAsync()
    {
        if (Client is not null)
            await Client.DisposeAsync();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        process.Dispose();
        DeleteFolder(profile);
    }

    /// <summary>Ends it at once, its pages too.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It was faster.
        }
    }

    private static ProcessStartInfo StartOf(BrowserLaunch launch, Wiring wiring, string profile)
    {
        string[] all = [launch.Program, .. launch.Arguments, .. Switches, $"--user-data-dir={profile}", wiring == Wiring.Pipe ? "--remote-debugging-pipe" : "--remote-debugging-port=0", "about:blank"];
        // The browser wants its wire as files 3 and 4. A shell hands our two pipes over, then becomes the browser.
        var start = wiring == Wiring.Pipe
            ? new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >&2", "sh", .. all])
            : new ProcessStartInfo(all[0], all[1..]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.Environment["HOME"] = profile;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        foreach (var (name, value) in launch.Variables)
            start.Environment[name] = value;
        return start;
    }

    // A pipe may be held open by what a dead browser leaves behind; the end of the process is certain.
    private void WatchEnd() => _ = process.WaitForExitAsync().ContinueWith(_ => Client.Break(null), TaskScheduler.Default);

    /// <summary>Keeps the last complaints; the result is the address of the socket, where there is one.</summary>
    private Task<Uri> Listen()
    {
        const string Announcement = "DevTools listening on ";
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(async () =>
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
            {
                if (line.StartsWith(Announcement, StringComparison.Ordinal))
                    address.TrySetResult(new Uri(line[Announcement.Length..]));
                complaints.Enqueue(line);
                if (complaints.Count > 20)
                    complaints.TryDequeue(out _);
            }

            address.TrySetException(new BrowserGoneException("The browser ended."));
        });
        _ = address.Task.ContinueWith(t => t.Exception, TaskContinuationOptions.OnlyOnFaulted);
        return address.Task;
    }

    private static void DeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending may still write; the system clears its temporary folder.
        }
    }
}

/// <summary>How we speak with a browser.</summary>
internal enum Wiring
{
    /// <summary>Two pipes that nobody else can reach; not on Windows, where a child cannot be given them.</summary>
    Pipe,

    /// <summary>A socket on this machine's loopback, with an address nobody can guess.</summary>
    Socket,
}
