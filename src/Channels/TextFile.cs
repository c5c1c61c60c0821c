using System.Text;

namespace Guidan.Channels;

/// <summary>Finds out how a text file is written: its encoding by mark or by content, its delimiter by its heading.</summary>
internal static class TextFile
{
    private const int SampleBytes = 64 * 1024;
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static bool IsZip(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = File.OpenRead(path);
        return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PK\x03\x04"u8);
    }

    public static Encoding EncodingOf(string path)
    {
        using var stream = File.OpenRead(path);
        var sample = new byte[SampleBytes];
        var read = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        if (Marked(sample.AsSpan(0, read)) is { } marked) return marked;
        stream.Position = 0;
        return IsUtf8(stream) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    }

    public static char DelimiterOf(string path, Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding);
        var counts = new int[Delimiters.Length];
        var quoted = false;
        for (var i = 0; i < SampleBytes && reader.Read() is var c and >= 0; i++)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is '\n' or '\r' && counts.Any(n => n > 0)) break;
            else if (!quoted && Array.IndexOf(Delimiters, (char)c) is var at and >= 0) counts[at]++;
        }
        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    private static Encoding? Marked(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new UTF8Encoding(true);
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        // Without a mark, UTF-16 shows by its headings: every second byte of Latin text is zero.
        var (even, odd) = (0, 0);
        var looked = Math.Min(sample.Length, 512) & ~1;
        for (var i = 0; i < looked; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        if (looked >= 16 && odd > looked / 4 && even == 0) return Encoding.Unicode;
        return looked >= 16 && even > looked / 4 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsUtf8(Stream stream)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, chars) = (new byte[SampleBytes], new char[SampleBytes + 2]);
        try
        {
            for (int read; (read = stream.Read(bytes)) > 0;) decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
