using System.Text;

namespace Guidan.Bench;

/// <summary>Turns the same row of two orders into a statement that writes such a row for any order.</summary>
internal sealed class RowShape(RowTrace one, RowTrace two, string number)
{
    public RowWrite Write() => one.Before is null ? Insert() : Update();

    private RowWrite Insert()
    {
        var columns = string.Join(", ", one.Columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", one.Columns.Select((_, i) => $"${i + 1}"));
        return new(one.Table, true, $"insert into \"{one.Table}\" ({columns}) values ({values})",
            one.After.Select((a, i) => CellOf(a, two.After[i])).ToList());
    }

    // What changed, changed by a number: stock goes up and down and is never set.
    private RowWrite Update()
    {
        var cells = new List<Cell>();
        var sets = new List<string>();
        for (var i = 0; i < one.Columns.Length; i++)
        {
            if ($"{one.Before![i]}" == $"{one.After[i]}") continue;
            var delta = Convert.ToInt64(one.After[i]) - Convert.ToInt64(one.Before[i]);
            cells.Add(_ => delta);
            sets.Add($"\"{one.Columns[i]}\" = \"{one.Columns[i]}\" + ${cells.Count}");
        }
        var keys = new List<string>();
        foreach (var key in one.Key)
        {
            var at = Array.IndexOf(one.Columns, key);
            cells.Add(CellOf(one.After[at], two.After[at]));
            keys.Add($"\"{key}\" = ${cells.Count}");
        }
        return new(one.Table, false, $"update \"{one.Table}\" set {string.Join(", ", sets)} where {string.Join(" and ", keys)}", cells);
    }

    private Cell CellOf(object a, object b)
    {
        if (a is DBNull) return _ => null;
        if (a is long l && l == long.Parse(number)) return o => o.Number;
        if (a is string text && text.Contains(number, StringComparison.Ordinal)) return Around(text);
        if (a is string sku && sku == Goods.Sku(0)) return o => o.Sku;
        return Same(a, b) ? _ => a : Fresh(a, b);
    }

    private static bool Same(object a, object b) => a is byte[] x && b is byte[] y ? x.AsSpan().SequenceEqual(y) : a.Equals(b);

    private Cell Around(string text)
    {
        var parts = text.Split(number);
        return o => string.Join(o.Number.ToString("D18"), parts);
    }

    private static Cell Fresh(object a, object b) => a switch
    {
        long => o => (long)b + o.Index,
        int => o => (int)((int)b + o.Index),
        DateTime => o => ((DateTime)b).AddMicroseconds(o.Index),
        Guid => _ => Guid.CreateVersion7(),
        byte[] { Length: 16 } id when id.AsSpan(0, 3).SequenceEqual(((byte[])b).AsSpan(0, 3)) =>
            _ => Guid.CreateVersion7().ToByteArray(bigEndian: true),
        byte[] bytes => _ => RandomBytes(bytes.Length),
        string text => _ => RandomText(Encoding.UTF8.GetByteCount(text)),
        _ => throw new InvalidOperationException($"A {a.GetType().Name} differs between two orders"),
    };

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    private static string RandomText(int length) => Random.Shared.GetHexString(length, lowercase: true);
}
