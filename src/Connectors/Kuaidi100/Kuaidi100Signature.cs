using System.Security.Cryptography;
using System.Text;

namespace Guidan.Connectors;

/// <summary>Kuaidi100 signs with upper-case MD5 over text and secret.</summary>
internal static class Kuaidi100Signature
{
    public static string OfPush(string param, string salt) => Digest(param + salt);

    public static string OfQuery(string param, string key, string customer) => Digest(param + key + customer);

    public static bool Matches(string? sign, string expected) =>
        sign is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(sign), Encoding.UTF8.GetBytes(expected));

    // It is weak, so the callback address carries an unguessable part too.
#pragma warning disable CA5351 // The protocol leaves no choice of digest.
    private static string Digest(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
