using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guidan.Sandbox;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Guidan.FaultTests;

/// <summary>A shop in a process of its own on an empty database, and the simulated outside parties beside it.</summary>
internal sealed class World : IAsyncDisposable
{
    private static int worlds;
    private readonly string folder = Directory.CreateTempSubdirectory("guidan-faults-").FullName;
    private WebApplication? sandbox;
    private string? postgres;
    private bool isOwnDatabase;
    private bool isMounted;

    public ShopProcess Shop { get; private set; } = null!;

    public HttpClient Sandbox { get; private set; } = null!;

    /// <summary>Between the shop and its database; with PostgreSQL only.</summary>
    public TcpProxy? Database { get; private set; }

    /// <summary>Between the shop and all outside parties.</summary>
    public TcpProxy? Outside { get; private set; }

    /// <summary>The database as the test reaches it, past <see cref="Database"/>; null with SQLite.</summary>
    public string? Postgres => postgres;

    /// <summary>Where the shop keeps its files.</summary>
    public string Data => Path.Combine(folder, "data");

    /// <summary>Opens a world on an engine: <c>sqlite</c> or <c>postgres</c>.</summary>
    /// <param name="proxied">With proxies around the shop.</param>
    /// <param name="server">The PostgreSQL server to use instead of the one of this run.</param>
    /// <param name="megabytes">The room that the shop's files have; as much as there is when left out.</param>
    public static async Task<World> Open(string engine, bool proxied = false, OwnPostgres? server = null, int? megabytes = null)
    {
        var world = new World();
        try
        {
            await world.Begin(engine, proxied, server, megabytes);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    private async Task Begin(string engine, bool proxied, OwnPostgres? server, int? megabytes)
    {
        var address = ShopAddress();
        var own = Path.Combine(folder, "sandbox");
        sandbox = SandboxHost.Build(new() { DataFolder = own, Address = address, NoticeScale = 0.001, ParcelStepSeconds = 3600 });
        await sandbox.StartAsync();
        Sandbox = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        if (megabytes is { } most)
        {
            await Volume.Mount(Data, most);
            isMounted = true;
        }
        if (server is not null) postgres = server.Address + ";Database=postgres";
        else if (engine == "postgres") (postgres, isOwnDatabase) = (await PostgresServer.NewDatabase("faults"), true);
        var seen = postgres;
        if (proxied)
        {
            Outside = new TcpProxy(address.Host, address.Port);
            if (postgres is not null) (Database, seen) = Proxied(postgres);
        }
        Shop = new ShopProcess(folder, seen, Path.Combine(own, "sandbox.json"), words => Outside is null ? words
            : words.Replace(address.Authority, $"{address.Host}:{Outside.Port}", StringComparison.Ordinal));
        await Shop.MakeToken();
        await Shop.Start();
    }

    /// <summary>A listed product with these SKUs, each with so many units.</summary>
    public async Task Stock(long units, params string[] skus)
    {
        var word = $"f{Interlocked.Increment(ref worlds)}x{Environment.ProcessId}";
        var category = await Post("/api/admin/categories", new { name = new { zh = "茶" + word, en = "Tea " + word }, slug = word });
        await Post("/api/admin/products", new
        {
            name = new { zh = "龙井" + word, en = "Longjing " + word },
            description = new { zh = "<p>明前茶</p>", en = "" },
            categories = new[] { (string)category["id"]! },
            tags = new[] { "tea" },
            options = new[] { new { name = new { zh = "规格", en = "Size" }, values = skus.Select(s => new { zh = s, en = s }) } },
            variants = skus.Select((sku, i) => new { sku, price = new { amount = 1999 + 700 * i, currency = "CNY" }, options = new[] { i }, weightGrams = 100 }),
            images = new[] { new { url = $"https://example.org/{word}.jpg" } },
            status = "listed",
        });
        foreach (var sku in skus) await Post($"/api/admin/stock/{sku}/movements", new { quantity = units, reason = "opening" });
    }

    /// <summary>Lets something go wrong with the outside parties from now on.</summary>
    public async Task Fault(object faults) => (await Sandbox.PostAsJsonAsync("/sandbox/faults", faults)).EnsureSuccessStatusCode();

    /// <summary>Moves everybody's clock forward, so that nobody finds another's time strange.</summary>
    public async Task MoveClocks(TimeSpan by)
    {
        await Shop.MoveClock(by);
        (await Sandbox.PostAsJsonAsync("/sandbox/clock", new { offsetSeconds = Shop.Offset.TotalSeconds })).EnsureSuccessStatusCode();
    }

    /// <summary>The payer opens the page that the shop sent him to; answers our number at the provider.</summary>
    public async Task<string> Arrive(string payUrl)
    {
        using var answer = await Sandbox.GetAsync(new Uri(payUrl));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var tradeNo = answer.Headers.Location!.OriginalString.Split('/')[^1];
        return (await Journal()).Last(f => f.Kind == "trade.created" && f.TradeNo == tradeNo).OutTradeNo!;
    }

    /// <summary>The payer pays. Notices may be <c>normal</c>, <c>lost</c> or <c>twice</c>.</summary>
    public async Task Pay(string outTradeNo, string notice = "normal") =>
        (await TryPay(outTradeNo, notice)).ShouldBeTrue($"{outTradeNo} is not open");

    /// <summary>The same; false when the provider takes no money for it any more.</summary>
    public async Task<bool> TryPay(string outTradeNo, string notice = "normal")
    {
        using var answer = await Sandbox.PostAsJsonAsync($"/sandbox/alipay/trades/{outTradeNo}/pay", new { notice });
        if (answer.StatusCode == HttpStatusCode.Conflict) return false;
        answer.EnsureSuccessStatusCode();
        return true;
    }

    /// <summary>Runs statements in the database itself, past the shop: how a test makes the database misbehave.</summary>
    public async Task Sql(string statements)
    {
        await using var connection = new NpgsqlConnection(postgres + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What the outside parties did, in their own words.</summary>
    public async Task<List<OutsideFact>> Journal()
    {
        var facts = new List<OutsideFact>();
        for (var (after, last) = (0L, -1L); after != last;)
        {
            using var answer = await Sandbox.GetAsync($"/sandbox/journal?after={after}&limit=20000");
            await using var lines = await answer.Content.ReadAsStreamAsync();
            using var reader = new StreamReader(lines);
            while (await reader.ReadLineAsync() is { Length: > 0 } line) facts.Add(JsonSerializer.Deserialize<OutsideFact>(line, JsonSerializerOptions.Web)!);
            (last, after) = (after, long.Parse(answer.Headers.GetValues("X-Next").Single(), CultureInfo.InvariantCulture));
        }
        return facts;
    }

    /// <summary>Posts for the back office and expects success.</summary>
    public async Task<JsonNode> Post(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await Shop.Admin.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The shop's own equations say what the auditor says.</summary>
    public async Task Balanced() => (await Post("/api/admin/assurance/check", new { }))["equations"]!.AsArray()
        .Where(e => (long)e!["broken"]! > 0).Select(e => e!.ToJsonString()).ShouldBeEmpty();

    /// <summary>Waits until everybody's work is done, then holds the books against all journals.</summary>
    public async Task<Books> Settled(Buyers buyers, int seconds = 60)
    {
        Books? settled = null;
        await buyers.Resolve();
        await Eventually(async () =>
        {
            var (books, outside) = (await Books.Read(Shop.Admin), await Journal());
            new Auditor(books).Consistent().Kept(buyers.Journal).Matches(outside).Heard(outside).Settled();
            buyers.Journal.Where(a => a.Paid).ShouldAllBe(a => books.Facts.Any(f => f.OutTradeNo == a.OutTradeNo && f.Verdict != "nothing"));
            settled = books;
        }, seconds);
        await Balanced();
        return settled!;
    }

    /// <summary>Tries an assertion until it holds; when time is up the last failure is the test's.</summary>
    public static async Task Eventually(Func<Task> assertion, int seconds = 30)
    {
        var until = Environment.TickCount64 + seconds * 1000;
        while (true)
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception) when (Environment.TickCount64 < until)
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Shop is not null) await Shop.DisposeAsync();
        if (sandbox is not null)
        {
            await sandbox.StopAsync();
            await sandbox.DisposeAsync();
        }
        Sandbox?.Dispose();
        if (Database is not null) await Database.DisposeAsync();
        if (Outside is not null) await Outside.DisposeAsync();
        if (isOwnDatabase) await PostgresServer.Drop(postgres!);
        if (isMounted) await Volume.Unmount(Data);
        // What a failed test leaves behind is what it is looked into with.
        if (TestContext.Current.TestState?.Result != TestResult.Failed) Directory.Delete(folder, recursive: true);
    }

    private static (TcpProxy Proxy, string Seen) Proxied(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        var proxy = new TcpProxy(settings.Host!, settings.Port);
        (settings.Host, settings.Port) = ("127.0.0.1", proxy.Port);
        return (proxy, settings.ConnectionString);
    }

    private static Uri ShopAddress()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}

/// <summary>A line of the sandbox's journal, as far as the checker reads it.</summary>
internal sealed record OutsideFact(long Seq, DateTimeOffset At, string Kind, string? Party, string? OutTradeNo, string? TradeNo, long? AmountMinor,
    string? RequestNo, string? NoticeId, string? Key, string? Result, int? Status, string? Answer, Dictionary<string, string>? Fields);
