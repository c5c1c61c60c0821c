using System.Collections.Concurrent;

namespace Guidan.Kernel;

/// <summary>
/// Rows read a moment ago, by key, for what every order reads: kept for two seconds, forgotten at once on this node when
/// they are changed here. Good for a plan that a guard makes true, and for what may be two seconds old on another node.
/// </summary>
public sealed class Recent<T> where T : class
{
    private const long KeepMilliseconds = 2_000;
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, (T Value, long At)> kept = new();
    private int changes;

    /// <summary>How often everything was forgotten; taken before a reading and given back with what was read.</summary>
    public int Changes => Volatile.Read(ref changes);

    public T? Find(string key) =>
        kept.TryGetValue(key, out var found) && Environment.TickCount64 - found.At < KeepMilliseconds ? found.Value : null;

    /// <param name="since">A reading that began before the last change is not kept: it may not have seen it.</param>
    public void Keep(string key, T value, int since)
    {
        if (since != Changes) return;
        if (kept.Count >= Most) kept.Clear();
        kept[key] = (value, Environment.TickCount64);
    }

    public void Forget(string key) => kept.TryRemove(key, out _);

    public void Forget()
    {
        Interlocked.Increment(ref changes);
        kept.Clear();
    }
}
