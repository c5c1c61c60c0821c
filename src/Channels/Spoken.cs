using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Tells in which of the two languages a text of a file is; the other stays empty and is filled when it is shown.</summary>
internal static class Spoken
{
    /// <summary>Chinese when there is a Chinese character in it, else English.</summary>
    public static Text Of(string text) => text.Any(IsHan) ? new(text, "") : new("", text);

    /// <summary>A cell that may hold both languages, parted by a bar: 红色|Red.</summary>
    public static Text OfPair(string cell)
    {
        var bar = cell.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? Of(cell.Trim()) : new(cell[..bar].Trim(), cell[(bar + 1)..].Trim());
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
