using System.Collections.Concurrent;

namespace Guidan.Kernel;

/// <summary>
/// The idempotency key of the request in hand. The first transaction of the request claims it, in the same commit that
/// does the work, together with the answer; so a repeat gets the same answer and does nothing.
/// </summary>
public sealed class RequestKey
{
    /// <summary>Which call the key belongs to: the same key on two calls is two keys.</summary>
    public string Scope { get; private set; } = "";

    public string Key { get; private set; } = "";

    /// <summary>Of the request as it was sent: tells a repeat from another request under the same key.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>The stored answer was given again, and nothing was done.</summary>
    public bool Replayed { get; internal set; }

    /// <summary>The answer as JSON, exactly as it was stored.</summary>
    public string? Answer { get; internal set; }

    internal bool Pending { get; set; }

    private string? useCase;

    /// <summary>Binds the key; the next transaction of this use case will claim it.</summary>
    /// <param name="fingerprint">Empty when the request has yet to be read: then <see cref="BindTo"/> follows.</param>
    /// <param name="operation">The use case that the route names; null for whichever comes first.</param>
    public void Bind(string scope, string key, byte[] fingerprint, string? operation = null) =>
        (Scope, Key, Fingerprint, Pending, useCase) = (scope, key, fingerprint, true, operation);

    /// <summary>Binds the key that came along, if one did, to what has been read.</summary>
    internal void BindTo(byte[] fingerprint) => Fingerprint = fingerprint;

    internal bool Serves(OperationAttribute? operation) => useCase is null || useCase == operation?.Name;
}

/// <summary>Request keys whose work is running in this process: a second request under one is told to wait.</summary>
public sealed class RunningKeys
{
    private readonly ConcurrentDictionary<(string Scope, string Key), byte> running = new();

    public bool TryEnter(string scope, string key) => running.TryAdd((scope, key), 0);

    public void Leave(string scope, string key) => running.TryRemove((scope, key), out _);

    public bool IsRunning(string scope, string key) => running.ContainsKey((scope, key));
}
