using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guidan.Connectors;
using Shouldly;
using Xunit;

namespace Guidan.WireTests;

/// <summary>Alipay's own kit on the other end, so that our two halves cannot be wrong in the same way.</summary>
public sealed class OracleTests(World world) : IClassFixture<World>
{
    internal static readonly string Root = FindRoot();

    private static readonly string Folder = Path.Combine(Root, "tests", "oracles");

    private IReadOnlyDictionary<string, string?> Alipay => world.Settings.GetSection(AlipayOptions.Section)
        .GetChildren().ToDictionary(setting => setting.Key, setting => setting.Value);

    [Fact]
    public async Task The_kit_drives_the_sandbox_and_believes_every_answer()
    {
        await using var ear = await Ear.Open();
        var number = World.NewNumber();
        var verdict = await Ask("drive", new()
        {
            ["control"] = world.Address.AbsoluteUri, ["number"] = number, ["notifyUrl"] = ear.Address,
        });
        verdict.ToJsonString().ShouldBe(
            """{"visit":302,"waiting":"WAIT_BUYER_PAY","paid":"TRADE_SUCCESS","refund":"Y","again":"N",""" +
            "\"found\":\"REFUND_SUCCESS\",\"close\":\"ACQ.TRADE_STATUS_ERROR\",\"unknown\":\"ACQ.TRADE_NOT_EXIST\"}");
        await World.Eventually(() => Task.FromResult(ear.Heard.Count >= 2));
        foreach (var body in ear.Heard)
        {
            var fields = FormBody.Read(body, "charset", out _, out _)!;
            (await Notice(fields))["valid"]!.GetValue<bool>().ShouldBeTrue();
            fields["total_amount"] = "88.89";
            (await Notice(fields))["valid"]!.GetValue<bool>().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_kit_signs_our_pay_page_the_same()
    {
        var start = await world.Alipay.Start(World.Payment(World.NewNumber()), CancellationToken.None);
        var query = start.Action!.Url[(start.Action.Url.IndexOf('?', StringComparison.Ordinal) + 1)..];
        var fields = FormBody.Read(Encoding.ASCII.GetBytes(query), null, out _, out _)!;
        (await Ask("sign", new() { ["fields"] = JsonSerializer.SerializeToNode(fields) }))["sign"]!.GetValue<string>()
            .ShouldBe(fields["sign"]);
    }

    [Fact]
    public async Task The_kit_signs_our_calls_the_same()
    {
        // Caught instead of sent: what is wanted is the request as it leaves.
        var options = new AlipayOptions
        {
            Gateway = Alipay["Gateway"]!, AppId = Alipay["AppId"]!, PrivateKey = Alipay["PrivateKey"]!,
        };
        var asked = new Catcher();
        var gateway = new AlipayGateway(new HttpClient(asked), options, TimeProvider.System);
        await gateway.Call("alipay.trade.refund", new Dictionary<string, object>
        {
            ["out_trade_no"] = "SO1", ["refund_amount"] = "1.00", ["refund_reason"] = "茶\"碎\"了 <&>+%",
        }, CancellationToken.None);
        var fields = FormBody.Read(Encoding.ASCII.GetBytes(asked.Query + "&" + asked.Body), null, out _, out _)!;
        (await Ask("sign", new() { ["fields"] = JsonSerializer.SerializeToNode(fields) }))["sign"]!.GetValue<string>()
            .ShouldBe(fields["sign"]);
    }

    private Task<JsonObject> Notice(Dictionary<string, string> fields) =>
        Ask("notice", new() { ["fields"] = JsonSerializer.SerializeToNode(fields) });

    private Task<JsonObject> Ask(string act, JsonObject order)
    {
        order["act"] = act;
        order["gateway"] = Alipay["Gateway"];
        order["appId"] = Alipay["AppId"];
        order["privateKey"] = Alipay["PrivateKey"];
        order["publicKey"] = Alipay["ProviderPublicKey"];
        return Run("alipay.mjs", "alipay-sdk", order);
    }

    /// <summary>Puts one question to a kit; the test is skipped where the kit is not installed.</summary>
    internal static async Task<JsonObject> Run(string script, string kit, JsonObject order)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", kit)), "Run npm ci in tests/oracles first.");
        var start = new ProcessStartInfo("node", script)
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false),
        };
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(order.ToJsonString());
        node.StandardInput.Close();
        var text = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await error);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Guidan.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }

    private sealed class Catcher : HttpMessageHandler
    {
        public string Query { get; private set; } = "";
        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Query = request.RequestUri!.Query.TrimStart('?');
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new(System.Net.HttpStatusCode.OK) { Content = new StringContent("{}") };
        }
    }
}
