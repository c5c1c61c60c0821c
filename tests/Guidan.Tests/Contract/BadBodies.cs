using System.Text;
using System.Text.Json.Nodes;

namespace Guidan.Tests.Contract;

/// <summary>A body that no call may take, with the fields of which one must be named; none when the whole is to blame.</summary>
/// <param name="What">How it was spoiled.</param>
internal sealed record BadBody(string What, byte[] Bytes, IReadOnlyList<string> Fields, string Type = "application/json; charset=utf-8");

/// <summary>Spoils a sound body in every way that a schema shows.</summary>
internal static class BadBodies
{
    private const int Deep = 6;
    private const string Mark = "\u2603mark\u2603";
    private static readonly JsonNode TooMuch = JsonNode.Parse("9223372036854775808")!;
    private static readonly Dictionary<string, string> Plausible = new()
    {
        ["currency"] = "CNY", ["phone"] = "13800138000", ["email"] = "somebody@example.com", ["province"] = "浙江省", ["city"] = "杭州市",
        ["district"] = "西湖区", ["line"] = "文三路1号", ["country"] = "CN", ["postcode"] = "310000", ["carrier"] = "shunfeng",
        ["deliveryMethod"] = "courier", ["kind"] = "courier", ["reason"] = "sound", ["note"] = "sound", ["paymentMethod"] = "alipay", ["method"] = "alipay",
    };

    /// <summary>A body of the right shape, with every field filled in.</summary>
    public static JsonNode? Sound(JsonNode schema, JsonNode components, string name = "", int depth = 0)
    {
        var shape = Resolve(schema, components);
        if (shape["enum"] is JsonArray values) return values[0]?.DeepClone();
        return TypeOf(shape) switch
        {
            "integer" or "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(true),
            "array" => depth > Deep ? new JsonArray() : new JsonArray(Sound(shape["items"]!, components, name, depth + 1)),
            "object" => depth > Deep ? new JsonObject() : Filled(shape, components, depth),
            "string" => JsonValue.Create((string?)shape["format"] switch
            {
                "uuid" => "01890000-0000-7000-8000-000000000000",
                "date-time" => "2026-01-01T00:00:00Z",
                "date" => "2026-01-01",
                "time" => "10:00:00",
                _ => Plausible.GetValueOrDefault(name) ?? "x",
            }),
            _ => null,
        };
    }

    private static JsonObject Filled(JsonNode shape, JsonNode components, int depth)
    {
        var filled = new JsonObject();
        // What is only shown is left out; what a form brings back as it was given is not read.
        foreach (var (name, property) in shape["properties"]?.AsObject() ?? [])
            if (property!["readOnly"] is null && name != "missing") filled[name] = Sound(property!, components, name, depth + 1);
        return filled;
    }

    /// <summary>Bodies that no JSON call can read, whatever it asks for.</summary>
    public static IEnumerable<BadBody> Unreadable(JsonNode sound)
    {
        foreach (var text in (string[])["{", "[", "\"", "{\"a\":1,}", "{} {}", "// nothing", "NaN", "{\"a\":tru", "{'a':1}"])
            yield return new($"malformed {text}", Encoding.UTF8.GetBytes(text), []);
        yield return new("another shape", Encoding.UTF8.GetBytes(sound is JsonArray ? "{}" : "[]"), []);
        yield return new("a text", Encoding.UTF8.GetBytes("\"text\""), []);
        yield return new("a number", Encoding.UTF8.GetBytes("1"), []);
        yield return new("too deep", Encoding.UTF8.GetBytes(new string('[', 64) + new string(']', 64)), []);
        yield return new("binary", [0, 1, 2, 255, 254], []);
        yield return new("half of UTF-16", [0xff, 0xfe, 0x7b], [], "application/json; charset=utf-16");
        yield return new("UTF-16 called UTF-8", Encoding.Unicode.GetBytes(sound.ToJsonString()), []);
        foreach (var charset in (string[])["utf-16", "utf-32", "iso-8859-1", "nonsense", "\"\""])
            yield return new($"charset {charset}", Encoding.UTF8.GetBytes(sound.ToJsonString()), ["Content-Type", "body"], $"application/json; charset={charset}");
        foreach (var type in (string[])["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
            yield return new($"type {type}", Encoding.UTF8.GetBytes(sound.ToJsonString()), ["Content-Type", "body"], type);
    }

    /// <summary>Each field in turn with what it cannot hold.</summary>
    public static IEnumerable<BadBody> OfFields(JsonNode schema, JsonNode components, JsonNode sound)
    {
        var found = new List<BadBody>();
        Walk(schema, components, sound, "", found, sound);
        return found;
    }

    private static void Walk(JsonNode schema, JsonNode components, JsonNode? at, string path, List<BadBody> found, JsonNode root)
    {
        var shape = Resolve(schema, components);
        switch (at)
        {
            case JsonObject fields:
                foreach (var surprise in (string[])["surprise", "\ud83d\ude00", "__proto__"])
                    Spoil(fields, surprise, JsonValue.Create(1), $"unknown {path}.{surprise}", [surprise, Join(path, surprise)], found, root);
                var required = (shape["required"]?.AsArray() ?? []).Select(r => (string)r!).ToHashSet();
                foreach (var (name, property) in shape["properties"]?.AsObject() ?? [])
                {
                    if (!fields.ContainsKey(name)) continue;
                    OfField(fields, name, property!, components, Join(path, name), required.Contains(name), found, root);
                    Walk(property!, components, fields[name], Join(path, name), found, root);
                }
                break;
            case JsonArray { Count: > 0 } items when shape["items"] is { } item:
                OfItem(items, item, components, $"{path}[0]", found, root);
                Walk(item, components, items[0], $"{path}[0]", found, root);
                break;
        }
    }

    private static void OfField(JsonObject fields, string name, JsonNode schema, JsonNode components, string path, bool required, List<BadBody> found, JsonNode root)
    {
        foreach (var (what, value) in WrongValues(schema, components)) Spoil(fields, name, value, $"{path} {what}", [path], found, root);
        Spoil(fields, name, JsonValue.Create(Mark), $"{path} lone surrogate", [path], found, root, "\\ud800");
        Spoil(fields, name, JsonValue.Create(Mark), $"{path} invalid UTF-8", [path], found, root, "\xff");
        if (!Nullable(schema, components)) Spoil(fields, name, null, $"{path} null", [path, path[..Math.Max(0, path.LastIndexOf('.'))], "body"], found, root);
        if (!required) return;
        var kept = fields[name];
        var place = fields.IndexOf(name);
        fields.Remove(name);
        // A name in one language alone is a question of sense, which some calls allow.
        found.Add(new($"{path} missing", Bytes(root), name is "zh" or "en" ? [] : [path]));
        fields.Insert(place, name, kept);
    }

    private static void OfItem(JsonArray items, JsonNode schema, JsonNode components, string path, List<BadBody> found, JsonNode root)
    {
        var kept = items[0];
        foreach (var (what, value) in WrongValues(schema, components))
        {
            items[0] = value?.DeepClone();
            found.Add(new($"{path} {what}", Bytes(root), [path]));
        }
        items[0] = kept;
    }

    private static IEnumerable<(string What, JsonNode? Value)> WrongValues(JsonNode schema, JsonNode components)
    {
        var shape = Resolve(schema, components);
        switch (TypeOf(shape))
        {
            case "string":
                yield return ("a number", JsonValue.Create(42));
                yield return ("an object", new JsonObject());
                yield return ("NUL", JsonValue.Create("a\0b"));
                if (shape["format"] is not null || shape["enum"] is not null) yield return ("no such value", JsonValue.Create("nonsense"));
                break;
            case "integer" or "number":
                yield return ("a text", JsonValue.Create("1"));
                yield return ("above all numbers", TooMuch);
                yield return ("below all numbers", JsonNode.Parse("-9223372036854775809"));
                yield return ("without end", JsonNode.Parse("1e400"));
                yield return ("a part", JsonNode.Parse("1.5"));
                yield return ("a yes", JsonValue.Create(true));
                break;
            case "boolean":
                yield return ("a text", JsonValue.Create("true"));
                yield return ("a number", JsonValue.Create(1));
                break;
            case "array":
                yield return ("an object", new JsonObject());
                yield return ("a text", JsonValue.Create("x"));
                break;
            case "object":
                yield return ("a list", new JsonArray());
                yield return ("a number", JsonValue.Create(1));
                break;
        }
    }

    /// <summary>Each number in turn below zero and each text in turn too long: readable, and wrong all the same.</summary>
    public static IEnumerable<BadBody> Absurd(JsonNode schema, JsonNode components, JsonNode sound)
    {
        var found = new List<BadBody>();
        Each(schema, components, sound, "", found, sound);
        return found;
    }

    private static void Each(JsonNode schema, JsonNode components, JsonNode? at, string path, List<BadBody> found, JsonNode root)
    {
        var shape = Resolve(schema, components);
        if (at is JsonArray { Count: > 0 } items && shape["items"] is { } item) Each(item, components, items[0], $"{path}[0]", found, root);
        if (at is not JsonObject fields) return;
        foreach (var (name, property) in shape["properties"]?.AsObject() ?? [])
        {
            if (!fields.ContainsKey(name)) continue;
            var inner = Resolve(property!, components);
            if (TypeOf(inner) is "integer" or "number")
                foreach (var number in (string[])["-1", "-9223372036854775808", "9223372036854775807", "-2147483648", "2147483647"])
                    Spoil(fields, name, JsonNode.Parse(number), $"{Join(path, name)} {number}", [], found, root);
            if (TypeOf(inner) == "string" && inner["format"] is null && inner["enum"] is null)
                foreach (var text in (string[])[new string('长', 20_000), "\u0001\u202e", "\ufffe\uffff"])
                    Spoil(fields, name, JsonValue.Create(text), $"{Join(path, name)} {text[..2]}…", [], found, root);
            Each(property!, components, fields[name], Join(path, name), found, root);
        }
    }

    private static void Spoil(JsonObject fields, string name, JsonNode? value, string what, string[] named, List<BadBody> found, JsonNode root, string? raw = null)
    {
        var had = fields.ContainsKey(name);
        var kept = had ? fields[name] : null;
        fields[name] = value?.DeepClone();
        found.Add(new(what, raw is null ? Bytes(root) : Bytes(root, raw), named));
        if (had) fields[name] = kept;
        else fields.Remove(name);
    }

    private static byte[] Bytes(JsonNode root) => Encoding.UTF8.GetBytes(root.ToJsonString());

    // Latin-1 keeps every byte as it is, so that what is no UTF-8 can stand between what is.
    private static byte[] Bytes(JsonNode root, string raw)
    {
        var mark = System.Text.Json.JsonSerializer.Serialize(Mark).Trim('"');
        var text = Encoding.Latin1.GetString(Bytes(root));
        return Encoding.Latin1.GetBytes(text.Replace(mark, raw, StringComparison.Ordinal));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static JsonNode Resolve(JsonNode schema, JsonNode components)
    {
        while (true)
        {
            if ((string?)schema["$ref"] is { } reference) schema = components[reference[(reference.LastIndexOf('/') + 1)..]]!;
            else if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) schema = choices.First(c => (string?)(c!["type"] as JsonValue) != "null")!;
            else return schema;
        }
    }

    private static string? TypeOf(JsonNode shape) => shape["type"] switch
    {
        JsonArray types => types.Select(t => (string)t!).FirstOrDefault(t => t != "null"),
        JsonValue type => (string?)type,
        _ => shape["enum"] is not null ? "string" : shape["properties"] is not null ? "object" : null,
    };

    private static bool Nullable(JsonNode schema, JsonNode components)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices && choices.Any(c => (string?)(c!["type"] as JsonValue) == "null")) return true;
        var type = Resolve(schema, components)["type"];
        return type is null || type is JsonArray types && types.Any(t => (string?)t == "null");
    }
}
