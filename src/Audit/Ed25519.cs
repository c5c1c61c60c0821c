using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Guidan.Audit;

/// <summary>
/// Ed25519 by the OpenSSL that .NET itself uses on Linux; .NET 10 has no door of its own to it. See docs/decisions.
/// </summary>
internal sealed partial class Ed25519 : IDisposable
{
    public const int SeedBytes = 32;
    private const int PublicBytes = 32;
    private const int SignatureBytes = 64;
    private const int KeyKind = 1087;
    private const string Library = "guidan-libcrypto";
    private static readonly string[] Names =
        ["libcrypto.so.3", "libcrypto.so.4", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll", "libcrypto-3-arm64.dll"];

    private readonly IntPtr key;

    static Ed25519() => NativeLibrary.SetDllImportResolver(typeof(Ed25519).Assembly, Find);

    private Ed25519(IntPtr key) => this.key = key;

    /// <summary>True when this machine has what it takes.</summary>
    public static bool IsAvailable { get; } = Names.Any(n => NativeLibrary.TryLoad(n, typeof(Ed25519).Assembly, null, out _));

    public static Ed25519 FromSeed(byte[] seed) =>
        new(Made(EVP_PKEY_new_raw_private_key(KeyKind, IntPtr.Zero, seed, (nuint)seed.Length)));

    public byte[] PublicKey
    {
        get
        {
            var (bytes, length) = (new byte[PublicBytes], (nuint)PublicBytes);
            Check(EVP_PKEY_get_raw_public_key(key, bytes, ref length));
            return bytes;
        }
    }

    public byte[] Sign(byte[] text)
    {
        var context = Made(EVP_MD_CTX_new());
        try
        {
            var (signature, length) = (new byte[SignatureBytes], (nuint)SignatureBytes);
            Check(EVP_DigestSignInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key));
            Check(EVP_DigestSign(context, signature, ref length, text, (nuint)text.Length));
            return signature;
        }
        finally
        {
            EVP_MD_CTX_free(context);
        }
    }

    /// <summary>True when the signature over the text was made with the other half of this public key.</summary>
    public static bool IsSigned(byte[] publicKey, byte[] text, byte[] signature)
    {
        if (publicKey.Length != PublicBytes || signature.Length != SignatureBytes) return false;
        var key = EVP_PKEY_new_raw_public_key(KeyKind, IntPtr.Zero, publicKey, (nuint)publicKey.Length);
        if (key == IntPtr.Zero) return false;
        var context = Made(EVP_MD_CTX_new());
        try
        {
            Check(EVP_DigestVerifyInit(context, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, key));
            return EVP_DigestVerify(context, signature, (nuint)signature.Length, text, (nuint)text.Length) == 1;
        }
        finally
        {
            EVP_MD_CTX_free(context);
            EVP_PKEY_free(key);
        }
    }

    public void Dispose() => EVP_PKEY_free(key);

    private static IntPtr Find(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return IntPtr.Zero;
        foreach (var candidate in Names)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle)) return handle;
        }
        return IntPtr.Zero;
    }

    private static IntPtr Made(IntPtr made) => made != IntPtr.Zero ? made : throw new CryptographicException("OpenSSL made nothing");

    private static void Check(int answer)
    {
        if (answer != 1) throw new CryptographicException($"OpenSSL answered {answer}");
    }

#pragma warning disable SYSLIB1054, CA5392 // Blittable arguments only; the resolver above decides where the library comes from.
    [DllImport(Library)]
    private static extern IntPtr EVP_PKEY_new_raw_private_key(int type, IntPtr engine, byte[] key, nuint length);

    [DllImport(Library)]
    private static extern IntPtr EVP_PKEY_new_raw_public_key(int type, IntPtr engine, byte[] key, nuint length);

    [DllImport(Library)]
    private static extern int EVP_PKEY_get_raw_public_key(IntPtr key, byte[] bytes, ref nuint length);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(IntPtr key);

    [DllImport(Library)]
    private static extern IntPtr EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(IntPtr context);

    [DllImport(Library)]
    private static extern int EVP_DigestSignInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, IntPtr key);

    [DllImport(Library)]
    private static extern int EVP_DigestSign(IntPtr context, byte[] signature, ref nuint length, byte[] text, nuint textLength);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(IntPtr context, IntPtr keyContext, IntPtr digest, IntPtr engine, IntPtr key);

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(IntPtr context, byte[] signature, nuint length, byte[] text, nuint textLength);
#pragma warning restore SYSLIB1054, CA5392
}
