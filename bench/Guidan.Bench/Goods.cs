using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Guidan.Bench;

/// <summary>Fills the shop with goods the way a merchant does: through the back office.</summary>
internal static class Goods
{
    public const int OnHand = 10_000_000;

    public static string Sku(int index) => $"BENCH-{index:D4}";

    public static async Task Make(RunningShop shop, int count)
    {
        var category = await Post(shop, "/api/admin/categories", new JsonObject { ["slug"] = "bench", ["name"] = Both("茶具", "Tea ware") });
        var picture = await UploadPicture(shop);
        for (var i = 0; i < count; i++)
        {
            var product = await Post(shop, "/api/admin/products", Product(i, $"{category["id"]}", picture));
            await Post(shop, $"/api/admin/products/{product["id"]}/list", []);
            await Post(shop, $"/api/admin/stock/{Sku(i)}/movements", new JsonObject { ["quantity"] = OnHand, ["reason"] = "opening" });
        }
    }

    private static JsonObject Product(int index, string category, JsonNode picture) => new()
    {
        ["slug"] = $"bench-{index}",
        ["name"] = Both($"青瓷茶杯 {index}", $"Celadon cup {index}"),
        ["description"] = Both("<p>手工拉坯</p>", "<p>Thrown by hand</p>"),
        ["seo"] = new JsonObject { ["title"] = Both("", ""), ["description"] = Both("", ""), ["keywords"] = new JsonArray() },
        ["categories"] = new JsonArray(category),
        ["tags"] = new JsonArray(),
        ["options"] = new JsonArray(),
        ["variants"] = new JsonArray(new JsonObject
        {
            ["sku"] = Sku(index),
            ["options"] = new JsonArray(),
            ["price"] = new JsonObject { ["amount"] = 12_900 + index, ["currency"] = "CNY" },
            ["weightGrams"] = 300,
        }),
        ["images"] = new JsonArray(new JsonObject
        {
            ["id"] = $"{picture["id"]}", ["url"] = $"{picture["url"]}", ["alt"] = Both("", ""),
        }),
    };

    private static JsonObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };

    private static async Task<JsonNode> UploadPicture(RunningShop shop)
    {
        using var file = new ByteArrayContent(Picture());
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { file, "file", "cup.png" } };
        return await Send(shop, "/api/admin/products/images", form);
    }

    private static async Task<JsonNode> Post(RunningShop shop, string path, JsonObject body)
    {
        using var content = JsonContent.Create(body);
        return await Send(shop, path, content);
    }

    private static async Task<JsonNode> Send(RunningShop shop, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await shop.Admin.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    // A plain picture of a size that shops show; nothing outside is needed to make it.
    private static byte[] Picture()
    {
        const int width = 880, height = 800;
        var pixels = new byte[height * (1 + width * 3)];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(pixels);
        var file = new List<byte> { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };
        Chunk(file, "IHDR"u8, [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 2, 0, 0, 0]);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return [.. file];
    }

    private static void Chunk(List<byte> file, ReadOnlySpan<byte> kind, byte[] data)
    {
        file.AddRange(BigEndian((uint)data.Length));
        byte[] body = [.. kind, .. data];
        file.AddRange(body);
        file.AddRange(BigEndian(Crc32(body)));
    }

    private static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc32(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
