using System.Text.Json;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Web.Storefront;

namespace Guidan.Web.Demo;

/// <summary>What the demo shop is made of: the files of the folder <c>demo</c>, which lies beside the program.</summary>
internal sealed record DemoFiles(DemoCatalog Catalog, DemoShop Shop, IReadOnlyList<DemoPerson> People)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "demo");

    public static DemoFiles Read() => new(Of<DemoCatalog>("catalog.json"), Of<DemoShop>("shop.json"), Of<DemoPeople>("people.json").People);

    /// <summary>What the shop pages say.</summary>
    public static ShopWords Words()
    {
        using var shop = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "shop.json")));
        using var catalog = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "catalog.json")));
        return ShopWords.OfDemo(shop.RootElement, catalog.RootElement);
    }

    public static byte[] Picture(string file) => File.ReadAllBytes(Path.Combine(Folder, "pictures", file));

    private static T Of<T>(string name) => Json.Read<T>(File.ReadAllText(Path.Combine(Folder, name)));
}

/// <summary>The file <c>catalog.json</c>. Prices in minor units of its currency.</summary>
internal sealed record DemoCatalog(string Currency, IReadOnlyList<DemoLocation> Locations, IReadOnlyList<DemoCategory> Categories,
    IReadOnlyList<DemoTag> Tags, IReadOnlyList<DemoProduct> Products);

internal sealed record DemoLocation(string Code, Text Name);

/// <param name="Parent">Slug of the category above it.</param>
internal sealed record DemoCategory(string Slug, string? Parent, int Position, Text Name);

internal sealed record DemoTag(string Code, Text Name);

internal sealed record DemoProduct(string Slug, Text Name, Text Description, DemoSeo Seo, IReadOnlyList<string> Categories,
    IReadOnlyList<string> Tags, IReadOnlyList<DemoOption> Options, IReadOnlyList<DemoVariant> Variants, IReadOnlyList<DemoImage> Images);

internal sealed record DemoSeo(Text Title, Text Description, IReadOnlyList<string> Keywords);

internal sealed record DemoOption(Text Name, IReadOnlyList<Text> Values);

/// <param name="Image">A file of the folder of pictures.</param>
/// <param name="Stock">Units that are left to sell when the past has happened, by location.</param>
internal sealed record DemoVariant(string Sku, string Barcode, IReadOnlyList<int> Options, long Price, long? CompareAt, int WeightGrams,
    string Image, IReadOnlyDictionary<string, long> Stock, long WarnAt);

internal sealed record DemoImage(string File, Text Alt);

/// <summary>The file <c>shop.json</c>.</summary>
internal sealed record DemoShop(Text Name, Text Tagline, Text About, string Phone, string Email, Text ServiceHours, string TimeZone,
    string Currency, IReadOnlyList<string> Navigation, IReadOnlyList<string> Featured, JsonElement Promises,
    IReadOnlyList<DemoPaymentMethod> PaymentMethods, IReadOnlyList<DemoDelivery> DeliveryMethods, JsonElement Help);

internal sealed record DemoPaymentMethod(string Code, Text Name, Text Note);

internal sealed record DemoDelivery(string Code, string Kind, string? Carrier, bool Enabled, Text Name, long Price, long? FreeFrom,
    int DaysMin, int DaysMax, Reach Reach, Text Pros, Text Cons, PickupPoint? Pickup)
{
    public DeliveryMethod In(string currency) => new(Code, Name, Kind, Enabled, new(Price, currency),
        FreeFrom is { } from ? new Money(from, currency) : null, DaysMin, DaysMax, Reach, Pros, Cons, Carrier, Pickup);
}

internal sealed record DemoPeople(string Note, IReadOnlyList<DemoPerson> People);

internal sealed record DemoPerson(string Name, string Phone, string? Email, Address Address);
