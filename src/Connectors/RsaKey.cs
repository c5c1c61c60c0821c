using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Guidan.Connectors;

/// <summary>
/// One key, read as often as it is used at the same time and no oftener: an RSA object may not be shared by threads,
/// and reading a private key tests its primes, which costs more than signing.
/// </summary>
internal sealed class RsaKey(Func<RSA> read)
{
    private static readonly ConcurrentDictionary<(string Base64, bool Private), RsaKey> Known = new();
    private readonly ConcurrentBag<RSA> free = [];

    /// <summary>Keys come from settings, so there are few; the dictionary stays small.</summary>
    public static RsaKey Private(string base64) =>
        Known.GetOrAdd((base64, true), static key => new(() => AlipaySignature.PrivateKey(key.Base64)));

    public static RsaKey Public(string base64) =>
        Known.GetOrAdd((base64, false), static key => new(() => AlipaySignature.PublicKey(key.Base64)));

    public T Use<T>(Func<RSA, T> act)
    {
        if (!free.TryTake(out var key)) key = read();
        try
        {
            return act(key);
        }
        finally
        {
            free.Add(key);
        }
    }
}
