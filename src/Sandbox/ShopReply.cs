using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Guidan.Sandbox;

/// <summary>What a simulated shop answers.</summary>
internal sealed record ShopReply(int Status, object Body, params (string Name, string Value)[] Headers)
{
    public byte[] Bytes => JsonSerializer.SerializeToUtf8Bytes(Body, ShopifyFace.Json);
}

/// <summary>A call of a shop's interface as it came.</summary>
internal sealed record ShopCall(string Method, string[] Path, IQueryCollection Query, JsonElement Body)
{
    public bool Is(string method, params string[] path) => Method == method && Path.Length == path.Length
        && path.Zip(Path).All(p => p.First == "*" || p.First == p.Second);

    public string? Asked(string name) => Query[name] is { Count: > 0 } values && values[^1] is { Length: > 0 } value ? value : null;

    public int Number(string name, int otherwise, int most) =>
        int.TryParse(Asked(name), out var number) && number > 0 ? Math.Min(number, most) : otherwise;
}

/// <summary>Gives answers, or whatever the fault of the moment makes of them, and writes each into the journal.</summary>
internal sealed class ShopAnswers(FaultBoard board, Journal journal)
{
    private const int BodyMost = 1024 * 1024;

    public static async Task<ShopCall?> Read(HttpContext context, string path)
    {
        using var body = new MemoryStream();
        if (context.Request.ContentLength > BodyMost) return null;
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (body.Length == 0) return new(context.Request.Method, segments, context.Request.Query, default);
        try
        {
            using var document = JsonDocument.Parse(body.ToArray());
            return new(context.Request.Method, segments, context.Request.Query, document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task Give(HttpContext context, string party, string what, Func<ShopReply> act)
    {
        var faults = board.For(party);
        var fault = board.TakeAnswer($"{party}.{what}", context.Request.Method);
        if (fault == "slow") await Task.Delay(TimeSpan.FromSeconds(faults.DelaySeconds), context.RequestAborted);
        var reply = fault switch
        {
            "unavailable" or "error" => new ShopReply(fault == "error" ? 500 : 503, new { errors = "unavailable" }),
            "limited" => new ShopReply(429, new { errors = "Exceeded 2 calls per second for api client." }, ("Retry-After", "2.0")),
            "garbage" => new ShopReply(200, "<html>"),
            _ => act(),
        };
        if (fault == "busy") reply = new ShopReply(503, new { errors = "busy" });
        Note(context, party, reply.Status, fault);
        if (fault == "lost") context.Abort();
        else await Write(context, reply, fault);
    }

    private void Note(HttpContext context, string party, int status, string? fault)
    {
        lock (journal.Gate)
            journal.Append(new Fact
            {
                Kind = "call.answered", Party = party, Url = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}",
                Status = status, Result = fault,
            });
    }

    private static async Task Write(HttpContext context, ShopReply reply, string? fault)
    {
        var bytes = fault == "garbage" ? Encoding.UTF8.GetBytes("<html><body>nginx</body></html>") : reply.Bytes;
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = fault == "garbage" ? "text/html" : "application/json; charset=utf-8";
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        context.Response.ContentLength = bytes.Length;
        // Half an answer: the length is promised, and the wire cut before it is kept.
        await context.Response.Body.WriteAsync(fault == "half" ? bytes.AsMemory(0, bytes.Length / 2) : bytes, context.RequestAborted);
        if (fault != "half") return;
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
