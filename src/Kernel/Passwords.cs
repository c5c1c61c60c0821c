using System.Security.Cryptography;
using System.Text;

namespace Guidan.Kernel;

/// <summary>Keeps passwords as PBKDF2-SHA256 and says which ones are too weak to keep.</summary>
public static class Passwords
{
    private const string Scheme = "pbkdf2-sha256";
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int LengthLeast = 8;
    private const int LengthMost = 256;

    // Somebody who does not exist costs as much work as somebody who does.
    private static readonly string Nobody = Hash("nobody has this password");

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"{Scheme}${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Rounds))}";
    }

    /// <summary>Compares in constant time; with no hash at all it works as long and answers no.</summary>
    public static bool Matches(string password, string? hash)
    {
        var parts = (hash ?? Nobody).Split('$');
        Invariant.That(parts.Length == 4 && parts[0] == Scheme, "a stored password has a known shape");
        var expected = Convert.FromBase64String(parts[3]);
        var given = Derive(password, Convert.FromBase64String(parts[2]), int.Parse(parts[1]));
        return CryptographicOperations.FixedTimeEquals(given, expected) && hash is not null;
    }

    /// <summary>Why a password cannot be taken, or null. No rule asks for digits or signs: length is what counts.</summary>
    public static Text? Weakness(string password, string email, string name)
    {
        if (password.EnumerateRunes().Count() < LengthLeast)
            return new($"密码至少{LengthLeast}个字符，建议15个以上", $"A password has at least {LengthLeast} characters; 15 or more is better");
        if (password.Length > LengthMost)
            return new($"密码最多{LengthMost}个字符", $"A password has at most {LengthMost} characters");
        var plain = password.Trim().ToLowerInvariant();
        string[] own = [email, email.Split('@')[0], name];
        if (CommonPasswords.Contains(plain) || own.Contains(plain, StringComparer.OrdinalIgnoreCase))
            return new("这个密码太常见，容易被猜到，换一个", "This password is common and easily guessed; choose another");
        return null;
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(Typing.Narrow(password)), salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}
