using System.Security.Cryptography;
using System.Text;

namespace Guidan.Audit;

/// <summary>The key that signs checkpoints. It lies in the keys folder, never in the database that it watches over.</summary>
internal sealed class AuditKey(string dataFolder)
{
    private readonly Lazy<Ed25519> key = new(() => Open(Path.Combine(dataFolder, "keys")));

    /// <summary>Where signed checkpoints are left as files, for whoever carries them off this machine.</summary>
    public string OutFolder { get; } = Path.Combine(dataFolder, "audit-checkpoints");

    public byte[] PublicKey => key.Value.PublicKey;

    public byte[] Sign(string text) => key.Value.Sign(Encoding.UTF8.GetBytes(text));

    /// <summary>The first 16 hex digits of the public key's SHA-256.</summary>
    public static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];

    private static Ed25519 Open(string folder)
    {
        var file = Path.Combine(folder, "audit.key");
        if (!File.Exists(file)) Make(folder, file);
        var opened = Ed25519.FromSeed(Convert.FromBase64String(File.ReadAllText(file).Trim()));
        var publicFile = Path.Combine(folder, "audit.pub");
        if (!File.Exists(publicFile)) File.WriteAllText(publicFile, Convert.ToBase64String(opened.PublicKey) + "\n");
        return opened;
    }

    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var fresh = $"{file}.{Environment.ProcessId}.new";
        File.WriteAllText(fresh, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Ed25519.SeedBytes)));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process of this shop made one at the same moment: its key counts.
            File.Delete(fresh);
        }
    }
}

/// <summary>Tells others whether this machine can sign checkpoints at all.</summary>
public static class CheckpointSigning
{
    public static bool IsPossible => Ed25519.IsAvailable;
}
