using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Guidan.Kernel;
using Guidan.Tests.Assurance;
using Guidan.Tests.Customers;
using Guidan.Web;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Tests.Contract;

/// <summary>
/// Every call of both published documents gets what nobody should send. It answers with a problem that names the field,
/// the reason and the way out in the asker's language, never with a failure of its own, and nothing is changed.
/// </summary>
public abstract partial class BadInputTests(ShopFixture shop)
{
    private const int AtOnce = 8;

    // What moves by the clock, and what a failed sign-in leaves on purpose.
    private static readonly string[] MoveByThemselves = ["kernel_lease", "kernel_sign_in_count", "audit_checkpoint", "assurance_check", "assurance_repair", "channels_poll", "operations_case"];

    private static readonly Statement CountAll = new(string.Join(" union all ", Tables().Order(StringComparer.Ordinal).Select(t =>
        $"select '{t}', count(*) from {t}" + t switch
        {
            "audit_entry" => " where actor <> 'system' and operation <> 'session.note_failed'",
            "kernel_claim" => " where kind like 'request:%'",
            _ => "",
        })));

    private readonly ConcurrentBag<string> faults = [];
    private HttpClient member = null!;
    private Dictionary<string, string> made = null!;

    private static IEnumerable<string> Tables()
    {
        ShopContext.Parts = Shop.Modules.Select(m => (Action<ModelBuilder>)m.Tables).ToList();
        using var context = new SqliteShopContext(new DbContextOptionsBuilder<SqliteShopContext>().UseSqlite("Data Source=:memory:", ShopContext.Sqlite).Options);
        return context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Except(MoveByThemselves).ToList();
    }

    [Theory]
    [InlineData("store")]
    [InlineData("admin")]
    public async Task What_cannot_be_read_is_refused_by_field_and_changes_nothing(string document)
    {
        await Prepare();
        var calls = await Call.Read(shop, document);
        calls.Count(c => c.Schema is not null).ShouldBeGreaterThan(10);
        var before = await Counts();
        var sent = 0;
        foreach (var call in calls.Where(c => c.Schema is not null))
        {
            var sound = BadBodies.Sound(call.Schema!, call.Components)!;
            var bodies = BadBodies.Unreadable(sound).Concat(BadBodies.OfFields(call.Schema!, call.Components, sound)).ToList();
            if (call.BodyNeeded) bodies.AddRange([new("empty", [], []), new("null", "null"u8.ToArray(), [])]);
            sent += bodies.Count;
            await All(bodies, (body, language) => Refused(call, call.Address(made), body, language));
        }
        faults.ShouldBeEmpty();
        sent.ShouldBeGreaterThan(500);
        (await Counts()).ShouldBe(before);
    }

    [Theory]
    [InlineData("store")]
    [InlineData("admin")]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(string document)
    {
        await Prepare();
        var before = await Counts();
        foreach (var call in (await Call.Read(shop, document)).Where(c => c.Schema is not null))
        {
            var sound = BadBodies.Sound(call.Schema!, call.Components)!;
            await All(BadBodies.Absurd(call.Schema!, call.Components, sound).ToList(), (body, language) => Refused(call, call.Address(made), body, language));
        }
        faults.ShouldBeEmpty();
        (await Counts()).ShouldBe(before);
    }

    [Theory]
    [InlineData("store")]
    [InlineData("admin")]
    public async Task A_parameter_that_cannot_be_read_is_refused_and_changes_nothing(string document)
    {
        await Prepare();
        var before = await Counts();
        foreach (var call in (await Call.Read(shop, document)).Where(c => !c.Path.EndsWith("/live", StringComparison.Ordinal)))
        {
            var wrong = call.Parameters.Where(p => p.Place is "path" or "query").SelectMany(p => Texts().Select(text => (Parameter: p, Text: text))).ToList();
            await All(wrong, (w, language) => Answered(call, w.Parameter, w.Text, language));
        }
        faults.ShouldBeEmpty();
        (await Counts()).ShouldBe(before);
    }

    [Theory]
    [InlineData("store")]
    [InlineData("admin")]
    public async Task A_body_above_the_limit_is_refused_and_changes_nothing(string document)
    {
        await Prepare();
        var before = await Counts();
        var large = Encoding.UTF8.GetBytes("{\"a\":\"" + new string('a', 1024 * 1024) + "\"}");
        foreach (var call in (await Call.Read(shop, document)).Where(c => c.Schema is not null))
        {
            var (status, text, type) = await Send(call, call.Address(made), large, "application/json", "en", waits: true);
            if (status != HttpStatusCode.RequestEntityTooLarge || type != "application/problem+json" || (string?)JsonNode.Parse(text)!["code"] != "input.too_large")
                faults.Add($"{call}: {status} {text}");
        }
        faults.ShouldBeEmpty();
        (await Counts()).ShouldBe(before);
    }

    [Theory]
    [InlineData("/api/admin/imports/products")]
    [InlineData("/api/admin/products/images")]
    [InlineData("/api/admin/assurance/bills?provider=alipay")]
    [InlineData("/api/channels/shopify/webhooks")]
    [InlineData("/api/channels/woocommerce/webhooks")]
    [InlineData("/api/channels/standard/webhooks")]
    [InlineData("/api/payments/callbacks/alipay")]
    [InlineData("/api/shipping/callbacks/kuaidi100")]
    public async Task A_raw_body_that_is_nothing_is_refused_and_changes_nothing(string path)
    {
        await Prepare();
        var call = new Call("admin", "POST", path, [], null, false, new JsonObject());
        var before = await Counts();
        List<BadBody> bodies = [new("empty", [], [], ""), new("no boundary", "x"u8.ToArray(), [], "multipart/form-data"),
                new("cut off", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"u8.ToArray(), [], "multipart/form-data; boundary=x"),
                .. BadBodies.Unreadable(new JsonObject())];
        await All(bodies, async (body, language) =>
        {
            var (status, text, type) = await Send(call, call.Address(made), body.Bytes, body.Type, language);
            // Outside parties are answered in their own way, which is not ours to word.
            if (path.StartsWith("/api/admin", StringComparison.Ordinal)) Problem($"{call} [{body.What}]", status, text, type, language);
            else if ((int)status >= 500) faults.Add($"{call} [{body.What}]: {(int)status} {text}");
        });
        faults.ShouldBeEmpty();
        (await Counts()).ShouldBe(before);
    }

    private async Task Prepare()
    {
        var sku = await Sales.Stocked(shop, 5);
        var order = await Sales.Placed(shop, sku);
        made = new() { ["sku"] = sku, ["number"] = (string)order["number"]! };
        member = await Members.New(shop);
        await shop.Admin.Get("/api/admin/session");
    }

    private static async Task All<T>(IReadOnlyList<T> cases, Func<T, string, Task> send) => await Parallel.ForEachAsync(
        cases.Select((one, i) => (one, language: i % 2 == 0 ? "zh-CN" : "en")), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (c, _) => await send(c.one, c.language));

    private static IEnumerable<string> Texts() =>
    [
        "%00", "%FF%FE", "%ED%A0%80", "%F0%9F%98%80", "-1", "0", "9223372036854775808", "1e400", "null", "true", "%20", "%0D%0Ax", "..%2F..%2Fetc",
        "'%20or%201=1%20--", "%25", "%E2%80%AE", new string('9', 3_000),
    ];

    private async Task Refused(Call call, string address, BadBody body, string language)
    {
        var (status, text, type) = await Send(call, address, body.Bytes, body.Type, language);
        var problem = Problem($"{call} [{body.What}]", status, text, type, language);
        if (problem is null || body.Fields.Count == 0) return;
        var named = (problem["errors"]?.AsObject() ?? []).Select(e => e.Key).ToList();
        if (!named.Intersect(body.Fields).Any()) faults.Add($"{call} [{body.What}]: names {string.Join(", ", named)}: {text}");
    }

    private async Task Answered(Call call, Parameter parameter, string value, string language)
    {
        var address = parameter.Place == "path" ? call.Address(made, parameter.Name, value) : $"{call.Address(made)}?{parameter.Name}={value}";
        var (status, text, type) = await Send(call, address, null, "", language);
        if ((int)status < 400 && call.Method == "GET") return;
        // NUL in a path never gets past the server's own reading of the request.
        if (parameter.Place == "path" && value == "%00" && status == HttpStatusCode.BadRequest) return;
        Problem($"{call} [{parameter.Name}={(value.Length > 40 ? value[..40] : value)}]", status, text, type, language);
    }

    private JsonNode? Problem(string what, HttpStatusCode status, string text, string? type, string language)
    {
        string? wrong = null;
        if ((int)status is < 400 or >= 500 || type != "application/problem+json") wrong = "is no refusal";
        else
        {
            var problem = JsonNode.Parse(text)!;
            string? Words(string name) => (string?)problem[name];
            foreach (var part in (string[])["code", "title", "detail", "remedy"])
                if (string.IsNullOrWhiteSpace(Words(part))) wrong = $"has no {part}";
            if (wrong is null && language == "en" != !Han().IsMatch(Words("title")! + Words("remedy"))) wrong = $"does not speak {language}";
            if (wrong is null && text.Contains("   at ", StringComparison.Ordinal)) wrong = "shows where it failed";
            if (wrong is null) return problem;
        }
        faults.Add($"{what}: {(int)status} {type} {wrong}: {(text.Length > 300 ? text[..300] : text)}");
        return null;
    }

    private async Task<(HttpStatusCode Status, string Text, string? Type)> Send(Call call, string address, byte[]? body, string type, string language, bool waits = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(shop.Url + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.Add("X-Guidan", "1");
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.ExpectContinue = waits;
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (type.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        using var response = await (call.Document == "store" ? member : shop.Admin).SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<List<string>> Counts() => await shop.With<ShopDb, List<string>>(db => db.Query(CountAll, r => $"{r.Text(0)} {r.Long(1)}"));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}

// A shop of its own, whose clock nobody moves: what changes there is the doing of what was sent.
public sealed class BadInputOnSqlite(SqliteShop shop) : BadInputTests(shop), IClassFixture<SqliteShop>;

public sealed class BadInputOnPostgres(PostgresShop shop) : BadInputTests(shop), IClassFixture<PostgresShop>;
