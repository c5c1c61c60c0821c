using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Tests.Channels;

/// <summary>Another shop that sends its orders as Standard Webhooks; every order and event is new.</summary>
internal sealed class Channel(ShopFixture shop)
{
    private static readonly byte[] Secret = Convert.FromBase64String(ShopFixture.ChannelSecret["whsec_".Length..]);
    private static int made;

    /// <summary>An order of this shop as it begins: unpaid, complete, of one SKU.</summary>
    public ChannelOrder Order(string? sku, long quantity = 2, long price = 10_000, long discount = 500, long freight = 800, long tax = 300)
    {
        var id = $"{Environment.ProcessId}{Interlocked.Increment(ref made):D5}";
        var now = shop.Clock.GetUtcNow();
        return new(id, "#" + id, now, now, false, null, ChannelPayment.Pending, "CNY", price * quantity, discount, freight, tax,
            price * quantity - discount + freight + tax, 0, [new("L1", sku, "龙井", "50克", quantity, price, discount, 0)],
            new("韩梅梅", "139" + id[^8..].PadLeft(8, '0'), "han@example.com", "CN", "浙江省", "杭州市", "西湖区", "文三路2号", "310000"));
    }

    /// <summary>The same order a moment later.</summary>
    public static ChannelOrder Later(ChannelOrder order, int seconds = 1) => order with { UpdatedAt = order.UpdatedAt.AddSeconds(seconds) };

    public static ChannelOrder Paid(ChannelOrder order) => Later(order) with { Payment = ChannelPayment.Paid, TransactionId = "T" + order.ExternalId, PaidAt = order.UpdatedAt };

    public Task<HttpStatusCode> Send(ChannelOrder order, string? key = null) => SendBody(StandardPayload.Write(order), key);

    public async Task<HttpStatusCode> SendBody(byte[] body, string? key = null, byte[]? secret = null, TimeSpan age = default) =>
        (await shop.Store.SendAsync(Signed("/api/channels/standard/webhooks", body, key ?? "msg_" + Guid.CreateVersion7().ToString("N"), secret, age))).StatusCode;

    public HttpRequestMessage Signed(string path, byte[] body, string key, byte[]? secret = null, TimeSpan age = default)
    {
        var stamp = (shop.Clock.GetUtcNow() - age).ToUnixTimeSeconds().ToString();
        var text = Encoding.UTF8.GetBytes($"{key}.{stamp}.");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.Add("webhook-id", key);
        request.Headers.Add("webhook-timestamp", stamp);
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret ?? Secret, text.Concat(body).ToArray())));
        return request;
    }

    /// <summary>The order as it stands here, once it is here and in a state.</summary>
    public async Task<JsonNode> Here(ChannelOrder order, string? status = null)
    {
        JsonNode found = null!;
        await ShopFixture.Eventually(async () =>
        {
            var list = (await shop.Admin.Get($"/api/admin/orders?query={Uri.EscapeDataString(order.ExternalNumber)}")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
            list.Count.ShouldBe(1);
            found = (await shop.Admin.Get($"/api/admin/orders/{list[0]!["number"]}")).ShouldBe(HttpStatusCode.OK).Json!;
            if (status is not null) ((string)found["status"]!).ShouldBe(status, found.ToJsonString());
        });
        return found;
    }

    /// <summary>The arrival once it waits for a cause.</summary>
    public async Task<ArrivalDetail> Waits(ChannelOrder order, string cause)
    {
        ArrivalDetail found = null!;
        await ShopFixture.Eventually(async () =>
        {
            found = await Arrival(order.ExternalId);
            (found.Row.State, found.Row.Cause).ShouldBe((ArrivalState.Waiting, cause));
        });
        return found;
    }

    public async Task<ArrivalDetail> Arrival(string id) =>
        (await shop.Admin.Get($"/api/admin/channels/arrivals/standard/{id}")).ShouldBe(HttpStatusCode.OK).As<ArrivalDetail>();

    public Task<Answered> Remedy(ChannelOrder order, string verb, object? body = null) =>
        shop.Admin.Post($"/api/admin/channels/arrivals/standard/{order.ExternalId}/{verb}", body);

    /// <summary>Nothing of the channel is still to be read.</summary>
    public Task Read() => ShopFixture.Eventually(async () =>
        (await shop.With<ShopDb, List<int>>(db => db.Query(new Statement("select count(*) from kernel_inbox where state = 0"), r => r.Int(0))))[0].ShouldBe(0));

    /// <summary>Every equation of the books holds.</summary>
    public async Task BooksHold()
    {
        var check = (await shop.Admin.Post("/api/admin/assurance/check", key: "")).ShouldBe(HttpStatusCode.OK).Json!["equations"]!.AsArray();
        check.Where(e => (long)e!["broken"]! > 0).Select(e => e!.ToJsonString()).ShouldBeEmpty();
    }

    public async Task<(long OnHand, long Reserved, long Allocated)> Stock(string sku)
    {
        var found = (await shop.Admin.Get($"/api/admin/stock/{sku}")).ShouldBe(HttpStatusCode.OK).Json!;
        return ((long)found["onHand"]!, (long)found["reserved"]!, (long)found["allocated"]!);
    }

    /// <summary>Kinds of the open cases of an order of this channel.</summary>
    public async Task<List<string>> Cases(ChannelOrder order)
    {
        var gaps = (await shop.Admin.Get("/api/admin/assurance/gaps?limit=200")).ShouldBe(HttpStatusCode.OK).Json!["items"]!.AsArray();
        return gaps.Where(g => ((string)g!["subject"]!) == "standard:" + order.ExternalId).Select(g => (string)g!["kind"]!).ToList();
    }
}
