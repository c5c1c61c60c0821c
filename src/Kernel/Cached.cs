namespace Guidan.Kernel;

/// <summary>
/// A small thing that is read on every request and changes rarely: kept for two seconds, forgotten at once on this node
/// when it is changed here.
/// </summary>
public sealed class Cached<T> where T : class
{
    private const long KeepMilliseconds = 2_000;
    private T? value;
    private long readAt;

    /// <summary>The value, read anew when it is older than two seconds.</summary>
    public async ValueTask<T> Get(Func<Task<T>> read)
    {
        var kept = Volatile.Read(ref value);
        if (kept is not null && Environment.TickCount64 - Volatile.Read(ref readAt) < KeepMilliseconds) return kept;
        var fresh = await read();
        Volatile.Write(ref readAt, Environment.TickCount64);
        Volatile.Write(ref value, fresh);
        return fresh;
    }

    public void Forget() => Volatile.Write(ref value, null);
}
