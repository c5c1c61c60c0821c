using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guidan.Tests.Notices;

/// <summary>What arrived at a receiver.</summary>
internal sealed record Arrived(string Id, long At, string Signature, string Body);

/// <summary>Somebody else's program on loopback: keeps what arrives and answers as the test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public string Url { get; private set; } = "";
    public ConcurrentQueue<Arrived> Heard { get; } = new();
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<Receiver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.MapPost("/hook", receiver.Take);
        await receiver.app.StartAsync();
        receiver.Url = receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
        return receiver;
    }

    public IReadOnlyList<Arrived> Of(string order) => Heard.Where(a => a.Body.Contains(order, StringComparison.Ordinal)).ToList();

    public void Says(int status, string? retryAfter = null) => Answer = http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync($"says {status} to message {Heard.Count}");
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        Heard.Enqueue(new(http.Request.Headers["webhook-id"]!, long.Parse(http.Request.Headers["webhook-timestamp"]!),
            http.Request.Headers["webhook-signature"]!, body));
        await Answer(http);
    }
}
