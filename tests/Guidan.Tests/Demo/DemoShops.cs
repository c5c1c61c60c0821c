using Guidan.Web.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Tests.Demo;

/// <summary>A shop that was started with its demo, the sandbox beside it.</summary>
public abstract class DemoFixture : ShopFixture
{
    private HttpClient? sandbox;

    // Parcels move only when a test moves them.
    protected override IEnumerable<string> Words => ["--demo", "true", "--Sandbox:ParcelStep", "3600"];

    /// <summary>The sandbox's address, for its pages and its strings.</summary>
    internal HttpClient Sandbox => sandbox ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = Services.GetRequiredService<DemoSandbox>().Address,
    };
}

/// <summary>The demo on the embedded database.</summary>
public sealed class SqliteDemo : DemoFixture
{
    protected override Task<string[]> DatabaseWords() => Task.FromResult<string[]>([]);
}

/// <summary>The demo on PostgreSQL.</summary>
public sealed class PostgresDemo : DemoFixture
{
    private string? connection;

    protected override async Task<string[]> DatabaseWords() =>
        ["--ConnectionStrings:Guidan", connection = await PostgresServer.NewDatabase("demo")];

    protected override async Task RemoveDatabase()
    {
        if (connection is not null) await PostgresServer.Drop(connection);
    }
}
