using System.Buffers.Binary;

namespace Guidan.Catalog;

/// <summary>What a picture is, judged by its bytes and never by its name.</summary>
/// <param name="Width">Pixels; 0 where the format has none or hides it.</param>
public sealed record PictureKind(string Extension, int Width, int Height)
{
    /// <summary>The kind of png, jpeg, webp or gif; null for anything else.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && IsPng(bytes))
            return new("png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)))
            return new("gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        if (bytes.Length >= 30 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return Webp(bytes);
        return bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF ? Jpeg(bytes) : null;
    }

    /// <summary>True for an SVG, which may hold script: only what the shop itself brings along may be one.</summary>
    public static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var start = System.Text.Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\uFEFF', ' ', '\n', '\r', '\t');
        return start.StartsWith("<svg", StringComparison.Ordinal)
            || start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<svg", StringComparison.Ordinal);
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    private static PictureKind Webp(ReadOnlySpan<byte> bytes)
    {
        var chunk = bytes[12..];
        if (chunk.StartsWith("VP8X"u8)) return new("webp", 1 + ThreeBytes(bytes[24..]), 1 + ThreeBytes(bytes[27..]));
        if (chunk.StartsWith("VP8L"u8))
        {
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return new("webp", 1 + (int)(packed & 0x3FFF), 1 + (int)((packed >> 14) & 0x3FFF));
        }
        return new("webp", BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
    }

    private static int ThreeBytes(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    // A JPEG says its size in the first start-of-frame segment; segments before it are jumped over.
    private static PictureKind Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new("jpg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return new("jpg", 0, 0);
    }
}
