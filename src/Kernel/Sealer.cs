using System.Security.Cryptography;
using System.Text;

namespace Guidan.Kernel;

/// <summary>
/// Seals personal data field by field (AES-256-GCM) and makes blind indexes for exact search. The key lies outside the
/// database, so a stolen copy of the database tells nobody's name.
/// </summary>
public sealed class Sealer(byte[] masterKey)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] sealKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "seal"u8.ToArray());
    private readonly byte[] indexKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "index"u8.ToArray());
    private readonly byte[] tokenKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "token"u8.ToArray());

    /// <param name="place">Where the text lives (table, column, key): sealed text moved elsewhere does not open.</param>
    public byte[] Seal(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[1 + NonceBytes + TagBytes + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(sealKey, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceBytes + TagBytes), box.AsSpan(1 + NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(place));
        return box;
    }

    /// <exception cref="CryptographicException">The box was changed, moved, or sealed with another key.</exception>
    public string Open(byte[] box, string place)
    {
        Invariant.That(box.Length > NonceBytes + TagBytes && box[0] == Version, "a sealed box has a known shape");
        var plain = new byte[box.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(sealKey, TagBytes);
        aes.Decrypt(box.AsSpan(1, NonceBytes), box.AsSpan(1 + NonceBytes + TagBytes), box.AsSpan(1 + NonceBytes, TagBytes),
            plain, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A keyed fingerprint of a normalized value: equal values are found, none can be read back.</summary>
    public byte[] Index(string kind, string normalized) =>
        HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(kind + "\0" + normalized))[..16];

    /// <summary>The token in a signed link: 22 characters that only this shop can make for this subject.</summary>
    public string Token(string kind, string subject) => Convert.ToBase64String(
        HMACSHA256.HashData(tokenKey, Encoding.UTF8.GetBytes(kind + "\0" + subject)).AsSpan(0, 16))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Compares in constant time.</summary>
    public bool IsToken(string kind, string subject, string? token) => token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(kind, subject)), Encoding.UTF8.GetBytes(token));

    /// <summary>Reads the master key from a file, making it on the first start; only its owner may read it.</summary>
    public static Sealer FromFile(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var temporary = file + ".new";
            File.WriteAllText(temporary, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(temporary, file);
        }
        return new Sealer(Convert.FromBase64String(File.ReadAllText(file).Trim()));
    }
}
