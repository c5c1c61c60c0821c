using System.Diagnostics;
using System.Net;
using Guidan.Audit;
using Guidan.Kernel;
using Guidan.Tests.Assurance;
using Guidan.Web.CommandLine;

namespace Guidan.Tests.Operations;

/// <summary>The command line as a process of its own beside a serving shop, on the same data.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly SqliteShop shop = new();

    public ValueTask InitializeAsync() => shop.InitializeAsync();

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task A_token_is_all_that_is_printed_and_it_opens_the_serving_shop_at_once()
    {
        using var stop = new CancellationTokenSource();
        var load = Load(stop.Token);
        var (code, output, _) = await Guidan("token", "create", "--name", "ci", "--role", "owner", "--data", shop.Folder);
        await stop.CancelAsync();
        (await load).ShouldBeGreaterThan(0);
        code.ShouldBe(0);
        output.ShouldMatch("^gd_[A-Za-z0-9_-]{43}\n$");
        using var client = shop.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", output.Trim());
        ((string?)(await client.Get("/api/admin/session")).ShouldBe(HttpStatusCode.OK).Json!["name"]).ShouldBe("ci");
        (await shop.With<VerifyAudit, AuditVerdict>(v => v.Run())).FirstBroken.ShouldBeNull();
    }

    [Fact]
    public async Task A_user_is_created_and_can_sign_in_and_a_weak_password_is_refused()
    {
        string[] words = ["user", "create", "--email", "lin@guidan.example", "--name", "林晓", "--role", "admin", "--data", shop.Folder];
        var (refused, nothing, why) = await Guidan([.. words, "--password", "short"]);
        refused.ShouldBe(1);
        nothing.ShouldBe("");
        why.ShouldContain("--password");
        (await Guidan([.. words, "--password", "a long enough sentence"])).Code.ShouldBe(0);
        using var browser = shop.Client();
        (await browser.Post("/api/admin/session", new { email = "lin@guidan.example", password = "a long enough sentence" }, key: ""))
            .ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_not_understood_is_said_with_the_usage()
    {
        var (code, output, error) = await Guidan("token", "create", "--data", shop.Folder);
        code.ShouldBe(2);
        output.ShouldBe("");
        error.ShouldContain("guidan token create --name");
        (await Guidan("dance")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Verify_says_that_everything_holds_and_names_the_row_that_does_not()
    {
        var sku = await Sales.Stocked(shop, 10);
        await Sales.Pay(shop, await Sales.Placed(shop, sku));
        var (code, output, _) = await Guidan("verify", "--data", shop.Folder);
        code.ShouldBe(0, output);
        output.ShouldContain("✓ stock.movements");
        output.ShouldContain("✓ audit.chain");
        await shop.With<ShopDb, Done>(async db =>
        {
            await db.Housekeep(() => db.Execute(new Statement("update inventory_level set on_hand = on_hand + 1 where sku = $1"), sku));
            return new Done();
        });

        (code, output, _) = await Guidan("verify", "--data", shop.Folder);

        code.ShouldBe(1);
        output.ShouldContain("✗ stock.movements");
        output.ShouldContain(sku);
    }

    [Theory]
    [InlineData("store", "/api/store/orders")]
    [InlineData("admin", "/api/admin/orders")]
    public async Task A_contract_is_printed_without_a_server(string name, string path)
    {
        var (code, output, _) = await Guidan("openapi", name);
        code.ShouldBe(0);
        System.Text.Json.Nodes.JsonNode.Parse(output)!["paths"]![path].ShouldNotBeNull();
        (await Guidan("openapi", "other")).Code.ShouldBe(2);
    }

    [Fact]
    public void Words_are_read_with_and_without_values()
    {
        var words = new Words(["import", "products", "file.csv", "--format=shopify-csv", "--dry-run", "--data", "/x"]);
        words.Plain.ShouldBe(["import", "products", "file.csv"]);
        words.Of("format").ShouldBe("shopify-csv");
        words.Has("dry-run").ShouldBeTrue();
        words.Of("data").ShouldBe("/x");
        words.Has("help").ShouldBeFalse();
    }

    // The shop writes all the while, so that two processes really meet at the file.
    private async Task<int> Load(CancellationToken stop)
    {
        var done = 0;
        while (!stop.IsCancellationRequested)
        {
            (await shop.Admin.Post("/api/admin/tokens", new { name = "load", role = "goods" }, key: "")).ShouldBe(HttpStatusCode.Created);
            done++;
        }
        return done;
    }

    private static async Task<(int Code, string Output, string Error)> Guidan(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Guidan.Web.dll"));
        foreach (var word in words) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
