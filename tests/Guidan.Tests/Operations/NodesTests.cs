using System.Net;
using Guidan.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Operations;

/// <summary>Two nodes that share one PostgreSQL and nothing else.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);
    private Node first = null!;
    private Node second = null!;
    private string connection = "";

    public async ValueTask InitializeAsync()
    {
        connection = await PostgresServer.NewDatabase("nodes");
        (first, second) = (new Node(connection), new Node(connection));
        await first.InitializeAsync();
        await second.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await PostgresServer.Drop(connection);
    }

    [Fact]
    public async Task A_change_on_one_node_reaches_the_listeners_of_the_other_once()
    {
        var (here, there) = (first.Services.GetRequiredService<LiveFeed>(), second.Services.GetRequiredService<LiveFeed>());
        using var listener = there.Listen(null);
        var mark = Guid.CreateVersion7().ToString("N");
        var heard = new List<string>();
        await ShopFixture.Eventually(() =>
        {
            here.Publish("order", mark);
            while (listener.Channel.Reader.TryRead(out var entry)) heard.Add(entry.Change.Key);
            heard.ShouldContain(mark);
        });
        heard.Clear();
        here.Publish("order", mark + "-last");
        await ShopFixture.Eventually(() =>
        {
            while (listener.Channel.Reader.TryRead(out var entry)) heard.Add(entry.Change.Key);
            heard.ShouldContain(mark + "-last");
        });
        await Task.Delay(300);
        while (listener.Channel.Reader.TryRead(out var entry)) heard.Add(entry.Change.Key);
        heard.Count(k => k == mark + "-last").ShouldBe(1);
    }

    [Fact]
    public async Task A_token_revoked_on_one_node_is_dead_on_the_other_within_five_seconds()
    {
        var made = (await first.Admin.Post("/api/admin/tokens", new { name = "t", role = "goods" })).ShouldBe(HttpStatusCode.Created).Json!;
        using var client = second.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)made["token"]!);
        (await client.Get("/api/admin/session")).ShouldBe(HttpStatusCode.OK);
        (await first.Admin.Delete($"/api/admin/tokens/{made["id"]}")).ShouldBe(HttpStatusCode.OK);
        await ShopFixture.Eventually(
            async () => (await client.Get("/api/admin/session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session.over"), Promised);
    }

    private sealed class Node(string connection) : ShopFixture
    {
        protected override Task<string[]> DatabaseWords() => Task.FromResult<string[]>(["--ConnectionStrings:Guidan", connection]);
    }
}
