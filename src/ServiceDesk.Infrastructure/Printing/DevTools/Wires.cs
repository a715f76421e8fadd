using System.Net.WebSockets;

namespace ServiceDesk.Infrastructure.Printing.DevTools;

/// <summary>Carries messages, one JSON text each.</summary>
internal interface IDevToolsWire : IDisposable
{
    Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>The next message, or null at the end.</summary>
    Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken);
}

/// <summary>Messages over two pipes, a zero byte after each.</summary>
internal sealed class PipeWire(Stream output, Stream input) : IDevToolsWire
{
    private static readonly byte[] End = [0];
    private readonly byte[] buffer = new byte[1 << 16];
    private int filled;
    private int used;

    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await output.WriteAsync(message, cancellationToken);
        await output.WriteAsync(End, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        while (true)
        {
            var rest = buffer.AsMemory(used, filled - used);
            var end = rest.Span.IndexOf((byte)0);
            if (end >= 0)
            {
                message.Write(rest.Span[..end]);
                used += end + 1;
                return message.GetBuffer().AsMemory(0, (int)message.Length);
            }

            message.Write(rest.Span);
            used = 0;
            filled = await input.ReadAsync(buffer, cancellationToken);
            if (filled == 0)
                return null;
        }
    }

    public void Dispose()
    {
        output.Dispose();
        input.Dispose();
    }
}

/// <summary>Messages over a web socket.</summary>
internal sealed class SocketWire : IDevToolsWire
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[1 << 16];

    private SocketWire()
    {
    }

    public static async Task<IDevToolsWire> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var wire = new SocketWire();
        await wire.socket.ConnectAsync(address, cancellationToken);
        return wire;
    }

    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).AsTask();

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
                return message.GetBuffer().AsMemory(0, (int)message.Length);
        }
    }

    public void Dispose() => socket.Dispose();
}
