using System.Text;

namespace Guidan.Kernel;

/// <summary>One page of a list, with the key after which the next begins; never counted exactly.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts a list that was asked for one row too many, which tells whether a next page exists.</summary>
    public static Page<T> From(List<T> rows, int limit, Func<T, string> keyOf)
    {
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveRange(limit, rows.Count - limit);
        return new(rows, Cursor.Write(keyOf(rows[^1])));
    }

    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new(Items.Select(map).ToList(), Next);
}

/// <summary>How much of a list is asked for, and from where.</summary>
public readonly record struct PageAsk(int Limit, string? After)
{
    /// <summary>Reads <c>limit</c> and <c>after</c>; refuses what is no number or out of bounds.</summary>
    public static Result<PageAsk> Read(string? limit, string? after)
    {
        var rows = Limits.PageDefault;
        if (limit is not null && (!int.TryParse(limit, out rows) || rows is < 1 or > Limits.PageMost))
            return Refusal.Malformed("limit", new($"limit 应为1到{Limits.PageMost}的整数", $"limit is a whole number from 1 to {Limits.PageMost}"));
        if (string.IsNullOrEmpty(after)) return new PageAsk(rows, null);
        return Cursor.TryRead(after, out var key) ? new PageAsk(rows, key)
            : Refusal.Malformed("after", new("after 应取自上一页的 next", "after is taken from the next of the page before"));
    }
}

/// <summary>The opaque text in which a page key travels.</summary>
public static class Cursor
{
    private const int LengthMost = 512;

    public static string Write(string key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(key)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static bool TryRead(string text, out string key)
    {
        key = "";
        if (text.Length > LengthMost) return false;
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out var length)) return false;
        key = Encoding.UTF8.GetString(bytes, 0, length);
        return !key.Contains('\uFFFD', StringComparison.Ordinal) && !key.Contains('\0', StringComparison.Ordinal);
    }
}
