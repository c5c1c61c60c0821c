using System.Globalization;
using Guidan.Kernel;
using Guidan.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guidan.Tests;

/// <summary>
/// The real program in this process, on a real port of loopback, with a folder and a database of its own. It starts
/// once per engine; every test of that engine shares it, so tests make their own goods, orders and names.
/// </summary>
public abstract class ShopFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("guidan-tests-").FullName;
    private WebApplication? app;
    private TimeSpan offset;
    private HttpClient? admin;

    /// <summary>Holds everything that this shop keeps.</summary>
    public string Folder => Path.Combine(folder, "data");

    /// <summary>Where the shop answers, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Url { get; private set; } = "";

    /// <summary>A client without any identity: what a customer's browser has.</summary>
    public HttpClient Store { get; private set; } = null!;

    /// <summary>A client that may do everything in the back office.</summary>
    public HttpClient Admin => admin ??= AdminClient().GetAwaiter().GetResult();

    public IServiceProvider Services => app!.Services;

    /// <summary>The shop's clock, which <see cref="MoveClock"/> moves.</summary>
    public TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    /// <summary>Further words for the command line, such as the address of a simulated provider.</summary>
    protected virtual IEnumerable<string> Words => [];

    /// <summary>What the tests' own channel signs its webhooks with.</summary>
    public const string ChannelSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// <summary>The database that this shop uses, as words of the command line.</summary>
    protected abstract Task<string[]> DatabaseWords();

    /// <summary>Removes what the database left behind.</summary>
    protected virtual Task RemoveDatabase() => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        var clockFile = Path.Combine(folder, "clock");
        await File.WriteAllTextAsync(clockFile, "0");
        app = Shop.Build(["--data", Folder, "--urls", "http://127.0.0.1:0", "--environment", "Development", "--demo", "false",
            "--environment", "Test", "--Webhooks:AllowPrivate", "true", "--Test:Enabled", "true", "--Test:ClockOffsetFile", clockFile, "--Channels:standard:WebhookSecret", ChannelSecret, .. await DatabaseWords(), .. Words], Further);
        await app.StartAsync();
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Store = Client();
    }

    public async ValueTask DisposeAsync()
    {
        Store?.Dispose();
        admin?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await RemoveDatabase();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    // A receiver to look into; and a log that speaks only of what no test brings about on purpose.
    private static void Further(IServiceCollection services)
    {
        services.AddSingleton<Recorder>();
        services.AddSingleton<InboxRecord>();
        services.AddScoped<IInboxHandler, InboxRecorder>();
        services.AddSingleton<IReceiver>(s => s.GetRequiredService<Recorder>());
        services.AddSingleton<IReceiver, Hanging>();
        services.PostConfigure<LoggerFilterOptions>(log =>
        {
            log.Rules.Clear();
            log.MinLevel = LogLevel.Critical;
        });
    }

    /// <summary>A new client with its own cookies; it follows no redirects, so that a test sees them.</summary>
    public HttpClient Client(string language = "zh-CN")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })
        {
            BaseAddress = new Uri(Url),
            Timeout = TimeSpan.FromSeconds(60),
        };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    /// <summary>A client with a bearer token of a role.</summary>
    public async Task<HttpClient> AdminClient(string role = "owner", string language = "zh-CN")
    {
        var client = Client(language);
        client.DefaultRequestHeaders.Authorization = new("Bearer", await AccessToken.Make(this, role));
        return client;
    }

    /// <summary>Services as the shop itself uses them for one request; the caller is the system.</summary>
    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    /// <summary>Services for one request of a staff member who holds these permissions.</summary>
    public AsyncServiceScope ScopeOfStaff(params string[] permissions)
    {
        var scope = Scope();
        scope.ServiceProvider.GetRequiredService<Caller>().Become(new Caller
        {
            Kind = ActorKind.Staff, Id = "test", Name = "Test", Permissions = permissions.ToHashSet(),
        });
        return scope;
    }

    /// <summary>Uses one service in a scope of its own.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Scope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Moves the shop's clock and returns when it shows the new time. It only ever goes forward.</summary>
    public async Task MoveClock(TimeSpan by)
    {
        by.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, "other tests share this clock");
        offset += by;
        var file = Path.Combine(folder, "clock");
        await File.WriteAllTextAsync(file + ".new", offset.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
        // The shop reads the file now and then, and later than that when the machine is busy.
        await Eventually(() => (Clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).ShouldBe(offset, TimeSpan.FromMilliseconds(20)));
    }

    /// <summary>Tries an assertion until it holds; when time is up the last failure is the test's.</summary>
    public static async Task Eventually(Func<Task> assertion, TimeSpan? atMost = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (TimeProvider.System.GetElapsedTime(started) < (atMost ?? TimeSpan.FromSeconds(15)))
            {
                await Task.Delay(25);
            }
        }
    }

    /// <summary>Tries an assertion until it holds.</summary>
    public static Task Eventually(Action assertion, TimeSpan? atMost = null) => Eventually(() =>
    {
        assertion();
        return Task.CompletedTask;
    }, atMost);
}

/// <summary>The shop on the embedded database.</summary>
public sealed class SqliteShop : ShopFixture
{
    protected override Task<string[]> DatabaseWords() => Task.FromResult<string[]>([]);
}

/// <summary>The shop on PostgreSQL, in a database of its own.</summary>
public sealed class PostgresShop : ShopFixture
{
    private string? connection;

    protected override async Task<string[]> DatabaseWords() =>
        ["--ConnectionStrings:Guidan", connection = await PostgresServer.NewDatabase()];

    protected override async Task RemoveDatabase()
    {
        if (connection is not null) await PostgresServer.Drop(connection);
    }
}

/// <summary>Tests that share the shop on SQLite: <c>[Collection(OnSqlite.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteShop>
{
    public const string Name = "SQLite";
}

/// <summary>Tests that share the shop on PostgreSQL: <c>[Collection(OnPostgres.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresShop>
{
    public const string Name = "PostgreSQL";
}
