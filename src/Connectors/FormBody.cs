using System.Text;

namespace Guidan.Connectors;

/// <summary>
/// A strict reader of <c>application/x-www-form-urlencoded</c>: each name once, every escape whole, decoded once. A
/// lenient reader could see other values than the ones that were signed.
/// </summary>
internal static class FormBody
{
    public const int MaxBytes = 256 * 1024;
    private const int MaxFields = 200;

    /// <summary>The fields by name, or null and a stable reason.</summary>
    /// <param name="charsetField">Field that names the character set of all the others; null when always UTF-8.</param>
    public static Dictionary<string, string>? Read(
        ReadOnlySpan<byte> body, string? charsetField, out Encoding charset, out string reason)
    {
        charset = Charset.Utf8;
        reason = "";
        if (body.Length > MaxBytes) return Refuse("body.too_large", out reason);
        var raw = new List<(byte[] Name, byte[] Value)>();
        foreach (var part in body.Split((byte)'&'))
        {
            var pair = body[part];
            if (pair.IsEmpty) continue;
            if (raw.Count == MaxFields) return Refuse("body.too_many_fields", out reason);
            var equals = pair.IndexOf((byte)'=');
            var name = Unescape(equals < 0 ? pair : pair[..equals]);
            var value = Unescape(equals < 0 ? [] : pair[(equals + 1)..]);
            if (name is null || value is null) return Refuse("body.bad_escape", out reason);
            raw.Add((name, value));
        }

        if (charsetField is not null && !TryCharset(raw, charsetField, out charset))
            return Refuse("charset.unknown", out reason);
        return Decode(raw, charset, out reason);
    }

    private static bool TryCharset(List<(byte[] Name, byte[] Value)> raw, string field, out Encoding charset)
    {
        var name = Encoding.ASCII.GetBytes(field);
        var declared = raw.FirstOrDefault(pair => pair.Name.AsSpan().SequenceEqual(name)).Value;
        var found = Charset.Named(declared is null ? null : Encoding.ASCII.GetString(declared));
        charset = found ?? Charset.Utf8;
        return found is not null;
    }

    private static Dictionary<string, string>? Decode(
        List<(byte[] Name, byte[] Value)> raw, Encoding charset, out string reason)
    {
        reason = "";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, value) in raw)
                if (!fields.TryAdd(charset.GetString(name), charset.GetString(value)))
                    return Refuse("body.duplicate_field", out reason);
            return fields;
        }
        catch (DecoderFallbackException)
        {
            return Refuse("body.not_text", out reason);
        }
    }

    private static byte[]? Unescape(ReadOnlySpan<byte> text)
    {
        var result = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != (byte)'%')
            {
                result[length++] = text[i] == (byte)'+' ? (byte)' ' : text[i];
                continue;
            }

            if (i + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[i + 1]) ||
                !char.IsAsciiHexDigit((char)text[i + 2]))
                return null;
            result[length++] = Convert.FromHexString([(char)text[i + 1], (char)text[i + 2]])[0];
            i += 2;
        }

        return result[..length];
    }

    private static Dictionary<string, string>? Refuse(string why, out string reason)
    {
        reason = why;
        return null;
    }
}
