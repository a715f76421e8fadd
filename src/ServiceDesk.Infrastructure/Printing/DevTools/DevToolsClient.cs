using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDesk.Infrastructure.Printing.DevTools;

/// <summary>Calls and events of the Chrome DevTools protocol, as much of it as printing needs.</summary>
internal sealed class DevToolsClient : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IDevToolsWire wire;
    private readonly Task reading;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<int, PendingCall> calls = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> listeners = new(StringComparer.Ordinal);
    private int lastId;

    public DevToolsClient(IDevToolsWire wire)
    {
        this.wire = wire;
        reading = Task.Run(ReadAsync);
    }

    public bool IsOpen => !closed.Task.IsCompleted;

    /// <summary>Sends a command and awaits its answer.</summary>
    /// <exception cref="BrowserGoneException">The browser ended first.</exception>
    /// <exception cref="DevToolsException">The browser refuses.</exception>
    public async Task<JsonElement> CallAsync(string method, object? parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var call = calls[id] = new PendingCall(method, session);
        try
        {
            if (!IsOpen)
                throw new BrowserGoneException("The browser has ended.");
            var message = JsonSerializer.SerializeToUtf8Bytes(new Command(id, method, session, parameters), Json);
            await sending.WaitAsync(cancellationToken);
            try
            {
                // A command broken off in the middle would garble the next one: it is sent whole, only the answer may be given up.
                await wire.SendAsync(message, closing.Token);
            }
            finally
            {
                sending.Release();
            }

            return await call.Answer.Task.WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or WebSocketException or ObjectDisposedException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new BrowserGoneException("The browser has ended.", e);
        }
        finally
        {
            calls.TryRemove(id, out _);
        }
    }

    /// <summary>Hears the events of a page until <see cref="Forget"/>.</summary>
    public void Hear(string session, Action<string, JsonElement> listener) => listeners[session] = listener;

    public void Forget(string session) => listeners.TryRemove(session, out _);

    /// <summary>Ends every open call of a page.</summary>
    public void Fail(string session, Exception why)
    {
        foreach (var call in calls.Values.Where(c => c.Session == session))
            call.Answer.TrySetException(why);
    }

    /// <summary>Ends every open call: nobody will answer.</summary>
    public void Break(Exception? fault)
    {
        closed.TrySetResult();
        foreach (var call in calls.Values)
            call.Answer.TrySetException(new BrowserGoneException("The browser ended during " + call.Method + ".", fault));
    }

    public async ValueTask DisposeAsync()
    {
        Break(null);
        await closing.CancelAsync();
        wire.Dispose();
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(2)));
    }

    private async Task ReadAsync()
    {
        Exception? fault = null;
        try
        {
            while (await wire.ReceiveAsync(closing.Token) is { } message)
            {
                using var json = JsonDocument.Parse(message);
                Take(json.RootElement);
            }
        }
        catch (Exception e) when (e is IOException or WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            fault = e;
        }

        Break(fault);
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id))
        {
            if (!calls.TryGetValue(id.GetInt32(), out var call))
                return;
            if (message.TryGetProperty("error", out var error))
                call.Answer.TrySetException(new DevToolsException($"{call.Method}: {error.GetProperty("message").GetString()}"));
            else
                call.Answer.TrySetResult(message.GetProperty("result").Clone());
        }
        else if (message.TryGetProperty("sessionId", out var session) && listeners.TryGetValue(session.GetString()!, out var listener))
        {
            listener(message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
    }

    private sealed record Command(int Id, string Method, string? SessionId, object? Params);

    private sealed record PendingCall(string Method, string? Session)
    {
        public TaskCompletionSource<JsonElement> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
