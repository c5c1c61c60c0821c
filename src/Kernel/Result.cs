namespace Guidan.Kernel;

/// <summary>What kind of no a refusal is; it decides the HTTP status.</summary>
public enum RefusalKind
{
    Malformed = 400, Unauthenticated = 401, Forbidden = 403, NotFound = 404, OtherMethod = 405, Conflict = 409,
    TooLarge = 413, Invalid = 422, Limited = 429, Unavailable = 503,
}

/// <summary>A no with its reason and its way out, in both languages. Refusals are values, never exceptions.</summary>
/// <param name="Code">Stable and machine-readable, such as <c>stock.insufficient</c>.</param>
/// <param name="Title">The fact.</param>
/// <param name="Detail">The figures behind the fact.</param>
/// <param name="Remedy">What the reader can do next.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Text Title, Text Detail, Text Remedy)
{
    /// <summary>Which fields are wrong and how; empty when no field is to blame.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>();

    /// <summary>Further figures for programs, such as sku, asked, available.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();

    /// <summary>When to try again; seconds.</summary>
    public int? RetryAfterSeconds { get; init; }

    public static Refusal NotFound(string code, Text what) => new(RefusalKind.NotFound, code,
        new($"找不到{what.Zh}", $"{what.En} not found"),
        new("它不存在，或您看不到它", "It does not exist, or you may not see it"),
        new("检查一下编号或链接", "Check the number or the link"));

    public static Refusal Conflict(string code, Text title, Text detail, Text remedy) =>
        new(RefusalKind.Conflict, code, title, detail, remedy);

    /// <summary>Well-formed but wrong input, with one sentence for each wrong field.</summary>
    public static Refusal Invalid(IReadOnlyDictionary<string, Text> errors) => new(RefusalKind.Invalid, "input.invalid",
        new("有几项填得不对", "Some fields are wrong"),
        new(string.Join("；", errors.Values.Select(e => e.Zh)), string.Join("; ", errors.Values.Select(e => e.En))),
        new("改好标出的项再提交", "Mend the marked fields and send again"))
    { Errors = errors };

    public static Refusal Invalid(string field, Text sentence) => Invalid(new Dictionary<string, Text> { [field] = sentence });

    /// <summary>Input that cannot be read at all; the field is a JSON path or a parameter name.</summary>
    public static Refusal Malformed(string field, Text sentence) => new(RefusalKind.Malformed, "input.malformed",
        new("读不懂这个请求", "The request cannot be read"), sentence,
        new("按接口文档改好再发", "Mend it by the API documents and send again"))
    { Errors = new Dictionary<string, Text> { [field] = sentence } };

    public static readonly Refusal Unavailable = new(RefusalKind.Unavailable, "system.unavailable",
        new("现在存不上", "Cannot save right now"),
        new("数据库没有确认这次写入", "The database did not confirm this write"),
        new("几秒后用同一个请求号再试", "Try again in a few seconds with the same request key"))
    { RetryAfterSeconds = 3 };
}

/// <summary>Either a value or a refusal.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>The no, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    public bool IsOk => Refusal is null;

    /// <summary>The value; asking a refused result for it is a programmer's error.</summary>
    public T Value
    {
        get
        {
            Invariant.That(Refusal is null, $"a refused result has no value: {Refusal?.Code}");
            return value!;
        }
    }

    /// <summary>A value whose type is an interface, which C# does not convert by itself.</summary>
    public static Result<T> Of(T value) => new(value, null);

    public static implicit operator Result<T>(T value) => new(value, null);
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Done, and there is nothing more to say.</summary>
public readonly record struct Done;
