using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Guidan.Bench;

/// <summary>A large catalogue as Shopify exports it, made here and brought in as a merchant does.</summary>
internal static class Catalogue
{
    private const int RowsOfProduct = 4;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestImport = TimeSpan.FromMinutes(15);

    /// <summary>Writes so many rows: products of four variants with a description, tags, categories and a picture each.</summary>
    public static void Write(string path, int rows)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,"
            + "Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Image Alt Text,Status");
        for (var i = 0; i < rows; i++)
        {
            var (product, variant) = (i / RowsOfProduct, i % RowsOfProduct);
            var color = variant < 2 ? "White" : "Celadon";
            var size = variant % 2 == 0 ? "S" : "L";
            var own = $"{(variant < 2 ? "W" : "C")}-{size},{300 + variant},{product % 50},{19 + product % 400}.50,,{690_000_000_000 + i}";
            file.WriteLine(variant == 0
                ? $"cup-{product},Cup {product} 青瓷杯,\"<p>Thrown by hand from clay of {product % 97} hills, glazed twice.</p>{Body}\",Kiln {product % 40},"
                    + $"Tea ware > Cups {product % 60},\"cup, tea, kiln-{product % 40}, hand made\",TRUE,Color,{color},Size,{size},CUP-{product}-{own},"
                    + $"https://pictures.example/cup-{product}.jpg,1,Cup {product},active"
                : $"cup-{product},,,,,,,,{color},,{size},CUP-{product}-{own},https://pictures.example/cup-{product}-{variant}.jpg,{variant + 1},,");
        }
    }

    private static readonly string Body = string.Concat(Enumerable.Repeat(
        "<p>Holds <strong>250 ml</strong>, keeps tea warm, and is at home in the dishwasher.</p><ul><li>Height 8 cm</li><li>Width 7 cm</li></ul>", 4));

    /// <summary>Sends the file and waits for the end; answers the finished import and how long it took from the first byte on.</summary>
    public static async Task<(JsonNode Import, TimeSpan Took)> Import(RunningShop shop, string path)
    {
        var started = Stopwatch.GetTimestamp();
        await using var content = File.OpenRead(path);
        using var file = new StreamContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { new StringContent("shopify-csv"), "format" }, { file, "file", "catalogue.csv" } };
        using var answer = await shop.Admin.PostAsync("/api/admin/imports/products", form);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode} {text}");
        var id = (string)JsonNode.Parse(text)!["id"]!;
        while (Stopwatch.GetElapsedTime(started) < LongestImport)
        {
            var import = JsonNode.Parse(await shop.Admin.GetStringAsync($"/api/admin/imports/{id}"))!;
            if ((string)import["state"]! is "done" or "failed") return (import, Stopwatch.GetElapsedTime(started));
            await Task.Delay(Look);
        }
        throw new TimeoutException($"The import took longer than {LongestImport}");
    }
}
