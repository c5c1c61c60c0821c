using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Guidan.Staff;

/// <summary>Six-digit codes of a code generator (RFC 6238: HMAC-SHA1, 30 seconds).</summary>
internal static class TimeCodes
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step whose code this is, now or one step beside for clocks that differ; null when it is none.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit)) return null;
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        var given = System.Text.Encoding.ASCII.GetBytes(code);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            var expected = System.Text.Encoding.ASCII.GetBytes(At(secret, step));
            if (CryptographicOperations.FixedTimeEquals(expected, given)) found = step;
        }
        return found;
    }

    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard says SHA-1, every generator app speaks it, and HMAC does not lean on collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7fffffff;
        return (number % Modulus).ToString("D6");
    }

    /// <summary>The secret as generator apps read it.</summary>
    public static string Base32(byte[] secret)
    {
        var text = new System.Text.StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var pair = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            text.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }

    public static string Place(Guid member) => $"staff_member|code|{member:N}";
}
