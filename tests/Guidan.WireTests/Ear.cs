using System.Collections.Concurrent;
using Guidan.Channels;
using Guidan.Payments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Guidan.WireTests;

/// <summary>A shop that does nothing but listen: keeps every body as it came and answers as told.</summary>
internal sealed class Ear : IAsyncDisposable
{
    private readonly WebApplication app;

    private Ear(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address.AbsoluteUri + "hook";
    }

    public string Address { get; }
    public ConcurrentQueue<byte[]> Heard { get; } = new();
    public ConcurrentQueue<RawWebhook> Webhooks { get; } = new();
    public Func<byte[], string> Answer { get; set; } = _ => "success";
    public Func<int> Status { get; set; } = () => 200;

    public static async Task<Ear> Open()
    {
        var address = World.FreeAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        var ear = new Ear(builder.Build(), address);
        ear.app.MapPost("/hook", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            ear.Heard.Enqueue(body.ToArray());
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            ear.Webhooks.Enqueue(new(body.ToArray(), headers.GetValueOrDefault, TimeProvider.System.GetUtcNow()));
            context.Response.StatusCode = ear.Status();
            await context.Response.WriteAsync(ear.Answer(body.ToArray()));
        });
        await ear.app.StartAsync();
        return ear;
    }

    public static RawNotice Raw(byte[] body) => new(
        body, new Dictionary<string, string>(), "application/x-www-form-urlencoded", TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
