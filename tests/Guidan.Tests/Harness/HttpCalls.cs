using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Guidan.Tests;

/// <summary>What an HTTP call answered, read as JSON.</summary>
internal sealed record Answered(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    /// <summary>The body; null when it is empty.</summary>
    public JsonNode? Json => Text.Length == 0 ? null : JsonNode.Parse(Text);

    /// <summary>The stable code of a problem document.</summary>
    public string? Code => (string?)Json?["code"];

    /// <summary>The body as a value, read as strictly as the shop reads.</summary>
    public T As<T>() => Guidan.Kernel.Json.Read<T>(Text);

    public Answered ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>A problem with this status and code, with words in it: every refusal says why and what to do.</summary>
    public Answered ShouldRefuse(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        Code.ShouldBe(code);
        foreach (var words in (string[])["title", "detail", "remedy"]) ((string?)Json![words]).ShouldNotBeNullOrEmpty(Text);
        return this;
    }
}

/// <summary>Short calls for tests.</summary>
internal static class HttpCalls
{
    public static async Task<Answered> Get(this HttpClient client, string path) =>
        await Read(await client.GetAsync(path));

    /// <summary>Posts an object as JSON under a request key; a new key unless one is given, none when it is empty.</summary>
    public static Task<Answered> Post(this HttpClient client, string path, object? body = null, string? key = null) =>
        client.Send(HttpMethod.Post, path, body, key);

    public static Task<Answered> Put(this HttpClient client, string path, object? body = null, string? key = null) =>
        client.Send(HttpMethod.Put, path, body, key);

    public static Task<Answered> Delete(this HttpClient client, string path) => client.Send(HttpMethod.Delete, path, null, "");

    public static async Task<Answered> Send(this HttpClient client, HttpMethod method, string path, object? body, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        key ??= Guid.CreateVersion7().ToString();
        if (key.Length > 0) request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body, Guidan.Kernel.Json.Options);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }
        return await Read(await client.SendAsync(request));
    }

    private static async Task<Answered> Read(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
}
