using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>One place in a <see cref="Payload"/>. What is missing, null or empty reads as nothing; what is wrong is blamed.</summary>
internal readonly struct PayloadNode(Payload payload, JsonElement element, string path)
{
    private const long QuantityMost = 1_000_000;

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public bool IsThere => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public string Path => path;

    /// <summary>The exact bytes as they arrived.</summary>
    public byte[] Bytes => JsonMarshal.GetRawUtf8Value(element).ToArray();

    public bool Has(string name) => Find(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether the field is written at all, be it with nothing in it.</summary>
    public bool HasField(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>Text or a number as text, without control characters; null when there is nothing in it.</summary>
    public string? Text(string name)
    {
        var value = Find(name);
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return Clean(value.GetString()!);
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            default:
                payload.Blame(At(name), new("应为文字", "This must be text"));
                return null;
        }
    }

    public string Needed(string name)
    {
        if (Text(name) is { } text) return text;
        payload.Blame(At(name), new("缺少这一项", "This is missing"));
        return "";
    }

    /// <summary>An identifier: a number of any length or text, kept as it is written.</summary>
    public string NeededId(string name)
    {
        var id = Needed(name);
        if (id.Length <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '/' or '.')) return id;
        payload.Blame(At(name), new("编号看不懂", "The identifier cannot be understood"));
        return "";
    }

    /// <summary>An amount in minor units; nothing is zero.</summary>
    public long Amount(string name, int digits) => AmountOrNull(name, digits) ?? 0;

    public long? AmountOrNull(string name, int digits)
    {
        if (Text(name) is not { } text) return null;
        if (ExactAmount.Read(text, digits) is { } amount) return amount;
        payload.Blame(At(name), new($"金额看不懂或比币种更细：{Short(text)}",
            $"The amount cannot be understood or is finer than the currency: {Short(text)}"));
        return null;
    }

    public long NeededAmount(string name, int digits)
    {
        Needed(name);
        return Amount(name, digits);
    }

    /// <summary>A whole number of units.</summary>
    public long Count(string name)
    {
        var text = Needed(name);
        if (ExactAmount.Read(text, 0) is { } count and >= 0 and <= QuantityMost) return count;
        payload.Blame(At(name), new($"数量看不懂：{Short(text)}", $"The quantity cannot be understood: {Short(text)}"));
        return 0;
    }

    /// <summary>A moment in UTC, in whole microseconds as databases keep them; one without a zone is UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year is >= 1970 and < 2200)
            return new DateTimeOffset(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        payload.Blame(At(name), new($"时间看不懂：{Short(text)}", $"The time cannot be understood: {Short(text)}"));
        return null;
    }

    public DateTimeOffset NeededTime(string name)
    {
        Needed(name);
        return Time(name) ?? default;
    }

    public bool Flag(string name) => Find(name).ValueKind == JsonValueKind.True;

    /// <summary>An object; an empty list stands for an empty object where the other end is written in PHP.</summary>
    public PayloadNode Node(string name)
    {
        var value = Find(name);
        if (value.ValueKind == JsonValueKind.Object) return new(payload, value, At(name));
        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && !IsEmpty(value))
            payload.Blame(At(name), new("应为对象", "This must be an object"));
        return new(payload, default, At(name));
    }

    /// <summary>A list; an empty object stands for an empty list.</summary>
    public IReadOnlyList<PayloadNode> List(string name) => Items(Find(name), At(name));

    /// <summary>This very place as a list.</summary>
    public IReadOnlyList<PayloadNode> Items() => Items(element, path);

    /// <summary>A list of plain words.</summary>
    public IEnumerable<string> Words(string name)
    {
        var value = Find(name);
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var word in value.EnumerateArray())
            if (Plain(word) is { } said) yield return said;
    }

    /// <summary>The names and plain values of an object or of a list of <c>{name, value}</c>: what a customer wrote on a line.</summary>
    public IEnumerable<(string Name, string Value)> Pairs(string name, string nameField, string valueField)
    {
        var value = Find(name);
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var pair in value.EnumerateObject())
                if (Plain(pair.Value) is { } said && Clean(pair.Name) is { } asked) yield return (asked, said);
        if (value.ValueKind != JsonValueKind.Array) yield break;
        foreach (var pair in value.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Object))
            if (pair.TryGetProperty(nameField, out var asked) && pair.TryGetProperty(valueField, out var said) &&
                Plain(asked) is { } key && Plain(said) is { } words)
                yield return (key, words);
    }

    private IReadOnlyList<PayloadNode> Items(JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var (owner, items) = (payload, new List<PayloadNode>(value.GetArrayLength()));
            foreach (var item in value.EnumerateArray()) items.Add(new(owner, item, $"{at}[{items.Count}]"));
            return items;
        }
        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && !IsEmpty(value))
            payload.Blame(at, new("应为列表", "This must be a list"));
        return [];
    }

    private JsonElement Find(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.GetPropertyCount() == 0,
        JsonValueKind.String => value.GetString()!.Length == 0,
        _ => value.ValueKind == JsonValueKind.False,
    };

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()!),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // No database keeps a NUL, and no list wants the others.
    private static string? Clean(string text)
    {
        if (text.Any(char.IsControl)) text = string.Concat(text.Select(c => c is '\n' or '\t' ? ' ' : c).Where(c => !char.IsControl(c)));
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;
}
