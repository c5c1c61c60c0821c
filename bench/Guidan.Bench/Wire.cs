using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Guidan.Bench;

/// <summary>
/// One HTTP/1.1 connection that stays open, over a bare socket: the generator shares the processor with what it
/// measures, so it must cost as little as can be.
/// </summary>
internal sealed class Wire : IDisposable
{
    private static readonly byte[] LengthHeader = "content-length:"u8.ToArray();
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[16 * 1024];
    private int filled;

    public static async Task<Wire> Open(int port)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(IPAddress.Loopback, port);
        return wire;
    }

    /// <summary>Sends a request and answers the status when the whole response is here.</summary>
    public async ValueTask<int> Ask(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..]);
        filled = 0;
        while (true)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0) throw new IOException("The program closed the connection");
            filled += read;
            if (IsWhole()) return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
        }
    }

    /// <summary>The last response, head and body, for messages.</summary>
    public string Text => Encoding.UTF8.GetString(buffer, 0, filled);

    private bool IsWhole()
    {
        var answer = buffer.AsSpan(0, filled);
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var body = head + 4;
        return LengthOf(answer[..head]) is { } length ? filled >= body + length : answer.EndsWith("0\r\n\r\n"u8);
    }

    // Null where the body comes in chunks.
    private static int? LengthOf(ReadOnlySpan<byte> head)
    {
        while (head.IndexOf("\r\n"u8) is var end and >= 0)
        {
            head = head[(end + 2)..];
            if (head.Length < LengthHeader.Length || !Ascii.EqualsIgnoreCase(head[..LengthHeader.Length], LengthHeader)) continue;
            var length = 0;
            foreach (var c in head[LengthHeader.Length..])
            {
                if (c is >= (byte)'0' and <= (byte)'9') length = length * 10 + c - '0';
                else if (c == '\r') break;
            }
            return length;
        }
        return null;
    }

    public void Dispose() => socket.Dispose();
}
