using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Guidan.FaultTests;

/// <summary>
/// Stands between the shop and whoever it talks to over TCP: lets through, delays, cuts, refuses, breaks answers off in
/// the middle, or keeps the answer to one particular question back.
/// </summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly string host;
    private readonly int port;
    private readonly Lock gate = new();
    private readonly List<Line> lines = [];
    private readonly CancellationTokenSource over = new();
    private TcpListener? listener;
    private Trap? trap;
    private int halves;

    public TcpProxy(string host, int port)
    {
        (this.host, this.port) = (host, port);
        Restore();
    }

    /// <summary>Where it listens on 127.0.0.1; the same after <see cref="Restore"/>.</summary>
    public int Port { get; private set; }

    /// <summary>How long each piece of an answer is held up.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Cuts every connection and refuses new ones.</summary>
    public void Cut()
    {
        lock (gate)
        {
            listener?.Stop();
            listener = null;
            foreach (var line in lines) line.Break();
            lines.Clear();
        }
    }

    /// <summary>Lets everything through again.</summary>
    public void Restore()
    {
        lock (gate)
        {
            if (listener is not null) return;
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start(512);
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            _ = Accept(listener);
        }
    }

    /// <summary>The next answers, so many, are cut off in their middle.</summary>
    public void Halve(int answers) => Interlocked.Exchange(ref halves, answers);

    /// <summary>
    /// The next question with the last of these texts, on a connection that carried the others before it, is passed on
    /// and answered, but its answer never leaves: the other end has done it, and the shop does not know. Answers when
    /// that has come about.
    /// </summary>
    public Task Withhold(params string[] texts)
    {
        var set = new Trap(texts.Select(Encoding.UTF8.GetBytes).ToArray());
        lock (gate) trap = set;
        return set.Sprung.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await over.CancelAsync();
        over.Dispose();
    }

    private async Task Accept(TcpListener from)
    {
        try
        {
            while (true)
            {
                var shop = await from.AcceptTcpClientAsync(over.Token);
                _ = Serve(shop);
            }
        }
        catch (Exception cause) when (cause is SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }

    private async Task Serve(TcpClient shop)
    {
        var other = new TcpClient();
        var line = new Line(shop, other);
        try
        {
            await other.ConnectAsync(host, port, over.Token);
            shop.NoDelay = other.NoDelay = true;
            lock (gate)
            {
                if (listener is null) throw new IOException("cut meanwhile");
                lines.Add(line);
            }
            await Task.WhenAny(Ask(line), Answer(line));
        }
        catch (Exception cause) when (IsEnd(cause))
        {
            // The other end is not there.
        }
        finally
        {
            lock (gate) lines.Remove(line);
            line.Break();
        }
    }

    private async Task Ask(Line line)
    {
        var piece = new byte[64 * 1024];
        try
        {
            while (await line.Shop.GetStream().ReadAsync(piece, over.Token) is > 0 and var length)
            {
                lock (gate)
                {
                    if (trap is { } set && line.Carried(set, piece.AsSpan(0, length))) (line.Withheld, trap) = (set, null);
                }
                await line.Other.GetStream().WriteAsync(piece.AsMemory(0, length), over.Token);
            }
        }
        catch (Exception cause) when (IsEnd(cause))
        {
            // One of them hung up.
        }
    }

    private async Task Answer(Line line)
    {
        var piece = new byte[64 * 1024];
        try
        {
            while (await line.Other.GetStream().ReadAsync(piece, over.Token) is > 0 and var length)
            {
                if (Delay > TimeSpan.Zero) await Task.Delay(Delay, over.Token);
                if (line.Withheld is { } set)
                {
                    set.Sprung.TrySetResult();
                    continue;
                }
                if (Volatile.Read(ref halves) > 0 && Interlocked.Decrement(ref halves) >= 0)
                {
                    await line.Shop.GetStream().WriteAsync(piece.AsMemory(0, length / 2), over.Token);
                    return;
                }
                await line.Shop.GetStream().WriteAsync(piece.AsMemory(0, length), over.Token);
            }
        }
        catch (Exception cause) when (IsEnd(cause))
        {
            // One of them hung up.
        }
    }

    private static bool IsEnd(Exception cause) =>
        cause is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    private sealed record Trap(byte[][] Texts)
    {
        public TaskCompletionSource Sprung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Line(TcpClient shop, TcpClient other)
    {
        private Trap? known;
        private int seen;

        public TcpClient Shop => shop;

        public TcpClient Other => other;

        /// <summary>Set once the question has come whose answer is kept back.</summary>
        public Trap? Withheld { get; set; }

        /// <summary>Whether this piece completes what the trap waits for.</summary>
        public bool Carried(Trap trap, ReadOnlySpan<byte> piece)
        {
            if (known != trap) (known, seen) = (trap, 0);
            while (seen < trap.Texts.Length && piece.IndexOf(trap.Texts[seen]) is >= 0 and var at)
            {
                piece = piece[(at + trap.Texts[seen].Length)..];
                seen++;
            }
            return seen == trap.Texts.Length;
        }

        /// <summary>Hangs up on both ends without a farewell.</summary>
        public void Break()
        {
            foreach (var end in new[] { shop, other })
            {
                try
                {
                    end.Client?.Close(0);
                }
                catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
                {
                    // It was closed already.
                }
                end.Dispose();
            }
        }
    }
}
