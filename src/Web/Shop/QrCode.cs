using System.Text;

namespace Guidan.Web.Storefront;

/// <summary>
/// Draws text as a QR code (ISO/IEC 18004): bytes, error correction level M, versions 1 to 10, which hold up to 213 bytes.
/// Payment links are shorter; anything longer throws <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public static class QrCode
{
    // By version: data bytes in each block of the first and second kind, how many of each, correction bytes in a block.
    private static readonly (int Blocks1, int Data1, int Blocks2, int Data2, int Correction)[] Layout =
    [
        (1, 16, 0, 0, 10), (1, 28, 0, 0, 16), (1, 44, 0, 0, 26), (2, 32, 0, 0, 18), (2, 43, 0, 0, 24),
        (4, 27, 0, 0, 16), (4, 31, 0, 0, 18), (2, 38, 2, 39, 22), (3, 36, 2, 37, 22), (4, 43, 1, 44, 26),
    ];

    private static readonly int[][] Centers =
        [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

    /// <summary>The code as an SVG picture with a quiet zone.</summary>
    /// <param name="label">What a screen reader says in its place.</param>
    public static string Svg(string text, string label)
    {
        var dark = Modules(text);
        var size = dark.GetLength(0) + 8;
        var path = new StringBuilder();
        for (var y = 0; y < size - 8; y++)
        {
            for (var x = 0; x < size - 8; x++)
            {
                if (dark[y, x]) path.Append('M').Append(x + 4).Append(' ').Append(y + 4).Append("h1v1h-1z");
            }
        }
        return $"<svg viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(label)}\" "
            + $"shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{path}\"/></svg>";
    }

    /// <summary>The dark modules, row by row, under the mask with the lowest penalty.</summary>
    public static bool[,] Modules(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = 1;
        while (version <= Layout.Length && bytes.Length > Room(version)) version++;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, Layout.Length, nameof(text));
        var words = Interleave(Words(bytes, version), version);
        bool[,]? best = null;
        var least = int.MaxValue;
        for (var mask = 0; mask < 8; mask++)
        {
            var grid = Draw(words, version, mask);
            var penalty = Penalty(grid);
            if (penalty >= least) continue;
            (best, least) = (grid, penalty);
        }
        return best!;
    }

    private static int DataWords(int version)
    {
        var l = Layout[version - 1];
        return l.Blocks1 * l.Data1 + l.Blocks2 * l.Data2;
    }

    private static int Room(int version) => DataWords(version) - (version < 10 ? 2 : 3);

    private static byte[] Words(byte[] bytes, int version)
    {
        var bits = new List<bool>();
        void Put(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--) bits.Add((value >> i & 1) == 1);
        }
        Put(4, 4);
        Put(bytes.Length, version < 10 ? 8 : 16);
        foreach (var b in bytes) Put(b, 8);
        var room = DataWords(version) * 8;
        Put(0, Math.Min(4, room - bits.Count));
        Put(0, (8 - bits.Count % 8) % 8);
        for (var pad = 0xEC; bits.Count < room; pad ^= 0xEC ^ 0x11) Put(pad, 8);
        var words = new byte[room / 8];
        for (var i = 0; i < bits.Count; i++) if (bits[i]) words[i / 8] |= (byte)(0x80 >> i % 8);
        return words;
    }

    private static List<byte> Interleave(byte[] words, int version)
    {
        var l = Layout[version - 1];
        var blocks = new List<byte[]>();
        for (int i = 0, at = 0; i < l.Blocks1 + l.Blocks2; i++)
        {
            var length = i < l.Blocks1 ? l.Data1 : l.Data2;
            blocks.Add(words[at..(at + length)]);
            at += length;
        }
        var corrections = blocks.ConvertAll(b => Correction(b, l.Correction));
        var all = new List<byte>();
        for (var i = 0; i < Math.Max(l.Data1, l.Data2); i++)
            all.AddRange(blocks.Where(b => i < b.Length).Select(b => b[i]));
        for (var i = 0; i < l.Correction; i++) all.AddRange(corrections.Select(c => c[i]));
        return all;
    }

    // Reed-Solomon remainder over GF(256) with the polynomial 0x11D.
    private static byte[] Correction(byte[] data, int count)
    {
        var generator = new byte[count];
        generator[^1] = 1;
        byte root = 1;
        for (var i = 0; i < count; i++, root = Times(root, 2))
        {
            for (var j = 0; j < count; j++)
                generator[j] = (byte)(Times(generator[j], root) ^ (j + 1 < count ? generator[j + 1] : 0));
        }
        var remainder = new byte[count];
        foreach (var word in data)
        {
            var factor = (byte)(word ^ remainder[0]);
            Array.Copy(remainder, 1, remainder, 0, count - 1);
            remainder[^1] = 0;
            for (var j = 0; j < count; j++) remainder[j] ^= Times(generator[j], factor);
        }
        return remainder;
    }

    private static byte Times(byte a, byte b)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (b >> i & 1) * a;
        }
        return (byte)product;
    }

    private static bool[,] Draw(List<byte> words, int version, int mask)
    {
        var size = version * 4 + 17;
        var dark = new bool[size, size];
        var taken = new bool[size, size];
        void Set(int x, int y, bool value) => (dark[y, x], taken[y, x]) = (value, true);
        for (var i = 0; i < size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }
        foreach (var (cx, cy) in new[] { (3, 3), (size - 4, 3), (3, size - 4) }) Finder(cx, cy, size, Set);
        var centers = Centers[version - 1];
        foreach (var cx in centers)
        {
            foreach (var cy in centers)
            {
                if (cx == 6 && cy == 6 || cx == 6 && cy == size - 7 || cx == size - 7 && cy == 6) continue;
                for (var dy = -2; dy <= 2; dy++)
                    for (var dx = -2; dx <= 2; dx++) Set(cx + dx, cy + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
            }
        }
        Format(size, mask, Set);
        if (version >= 7) VersionBits(size, version, Set);
        Fill(dark, taken, words, mask);
        return dark;
    }

    private static void Finder(int cx, int cy, int size, Action<int, int, bool> set)
    {
        for (var dy = -4; dy <= 4; dy++)
        {
            for (var dx = -4; dx <= 4; dx++)
            {
                var (x, y, ring) = (cx + dx, cy + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && x < size && y >= 0 && y < size) set(x, y, ring != 2 && ring != 4);
            }
        }
    }

    private static void Format(int size, int mask, Action<int, int, bool> set)
    {
        // Level M is 00, so the five data bits are the mask alone.
        var rest = mask;
        for (var i = 0; i < 10; i++) rest = rest << 1 ^ (rest >> 9) * 0x537;
        var bits = (mask << 10 | rest) ^ 0x5412;
        bool Bit(int i) => (bits >> i & 1) == 1;
        for (var i = 0; i <= 5; i++) set(8, i, Bit(i));
        set(8, 7, Bit(6));
        set(8, 8, Bit(7));
        set(7, 8, Bit(8));
        for (var i = 9; i < 15; i++) set(14 - i, 8, Bit(i));
        for (var i = 0; i < 8; i++) set(size - 1 - i, 8, Bit(i));
        for (var i = 8; i < 15; i++) set(8, size - 15 + i, Bit(i));
        set(8, size - 8, true);
    }

    private static void VersionBits(int size, int version, Action<int, int, bool> set)
    {
        var rest = version;
        for (var i = 0; i < 12; i++) rest = rest << 1 ^ (rest >> 11) * 0x1F25;
        var bits = version << 12 | rest;
        for (var i = 0; i < 18; i++)
        {
            var (far, near, value) = (size - 11 + i % 3, i / 3, (bits >> i & 1) == 1);
            set(far, near, value);
            set(near, far, value);
        }
    }

    // Two columns at a time from the right, up and down in turn, around everything that is fixed.
    private static void Fill(bool[,] dark, bool[,] taken, List<byte> words, int mask)
    {
        var size = dark.GetLength(0);
        var at = 0;
        for (var right = size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < size; step++)
            {
                var y = (right + 1 & 2) == 0 ? size - 1 - step : step;
                foreach (var x in (int[])[right, right - 1])
                {
                    if (taken[y, x]) continue;
                    var bit = at < words.Count * 8 && (words[at / 8] >> 7 - at % 8 & 1) == 1;
                    at++;
                    dark[y, x] = bit ^ Masked(mask, x, y);
                }
            }
        }
    }

    private static bool Masked(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => (x / 3 + y / 2) % 2 == 0,
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3) % 2 == 0,
        _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
    };

    private static int Penalty(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var (total, count) = (0, 0);
        for (var a = 0; a < size; a++)
        {
            total += Runs(i => dark[a, i], size) + Runs(i => dark[i, a], size);
            for (var b = 0; b < size; b++)
            {
                if (dark[a, b]) count++;
                if (a + 1 < size && b + 1 < size && dark[a, b] == dark[a, b + 1] && dark[a, b] == dark[a + 1, b] && dark[a, b] == dark[a + 1, b + 1]) total += 3;
            }
        }
        return total + Math.Abs(count * 20 - size * size * 10) / (size * size) * 10;
    }

    private static int Runs(Func<int, bool> at, int size)
    {
        var (penalty, run, history) = (0, 0, 0);
        for (var i = 0; i < size; i++)
        {
            run = i > 0 && at(i) == at(i - 1) ? run + 1 : 1;
            if (run == 5) penalty += 3;
            else if (run > 5) penalty++;
            history = (history << 1 | (at(i) ? 1 : 0)) & 0x7FF;
            // A stripe that looks like a finder with light beside it.
            if (i >= 10 && history is 0b00001011101 or 0b10111010000) penalty += 40;
        }
        return penalty;
    }
}
