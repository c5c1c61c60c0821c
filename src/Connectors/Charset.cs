using System.Text;

namespace Guidan.Connectors;

/// <summary>
/// The character sets that outside parties declare. All are strict: bytes that are not text in the declared set make
/// the message malformed instead of turning into question marks that no longer match the signature.
/// </summary>
internal static class Charset
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, true);

    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(
        936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Null for a character set that we do not read. Nothing declared means UTF-8.</summary>
    public static Encoding? Named(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" or "utf-8" or "utf8" => Utf8,
        "gbk" or "gb2312" => Gbk,
        _ => null,
    };
}
