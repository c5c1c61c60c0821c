using Guidan.Kernel;

namespace Guidan.Web.Storefront;

// What the pages show. The pages know nothing else: no tables, no queries.

/// <param name="Url">A picture of 880 × 800.</param>
public sealed record Picture(string Url, Text Alt)
{
    public const int Width = 880;
    public const int Height = 800;
}

public sealed record CategoryLink(string Slug, Text Name);

public sealed record TagLink(string Code, Text Name);

/// <summary>The header and the footer.</summary>
/// <param name="CartUnits">How many units lie in this visitor's cart.</param>
/// <param name="PublicUrl">Scheme and host without a slash, for addresses that leave the shop.</param>
public sealed record ShopFrame(
    Text Name, Text Tagline, string Phone, Text Hours, IReadOnlyList<CategoryLink> Navigation, int CartUnits,
    string PublicUrl, IReadOnlyList<HelpLink> Help)
{
    public static readonly ShopFrame Empty = new(new("", ""), new("", ""), "", new("", ""), [], 0, "", []);
}

public sealed record HelpLink(string Slug, Text Title);

public sealed record Promise(string Code, Text Title, Text Words);

/// <param name="PriceMost">The dearest variant when prices differ, else null.</param>
/// <param name="Available">False when no variant can be bought now.</param>
/// <param name="OptionCount">How many variants there are to choose from.</param>
public sealed record ProductCard(
    string Slug, Text Name, Picture Picture, Money Price, Money? PriceMost, Money? CompareAt, bool Available, int OptionCount,
    IReadOnlyList<TagLink> Tags);

/// <summary>Products with the key that the next page begins after, or null at the end.</summary>
public sealed record ProductPageOf(IReadOnlyList<ProductCard> Items, string? Next);

public sealed record HomeView(Text About, IReadOnlyList<Promise> Promises, IReadOnlyList<ProductCard> Featured,
    IReadOnlyList<HomeShelf> Shelves);

/// <summary>A category with its first products.</summary>
public sealed record HomeShelf(CategoryLink Category, IReadOnlyList<ProductCard> Products);

/// <param name="Path">From the root down to the parent.</param>
/// <param name="Tags">Tags that occur among the products, to narrow by.</param>
public sealed record CategoryView(
    string Slug, Text Name, IReadOnlyList<CategoryLink> Path, IReadOnlyList<CategoryLink> Children,
    IReadOnlyList<TagLink> Tags, string? Tag, ProductPageOf Products);

public sealed record SearchView(string Query, string? Tag, IReadOnlyList<TagLink> Tags, ProductPageOf Products,
    IReadOnlyList<ProductCard> Instead);

/// <param name="Words">The chosen values joined, such as 月白，大; empty when the product has no options.</param>
/// <param name="Available">How many can be bought now.</param>
public sealed record VariantView(string Sku, Text Words, Money Price, Money? CompareAt, int Available, Picture Picture)
{
    /// <summary>At or below this many the page says how many are left.</summary>
    public const int FewLeft = 5;
}

/// <param name="Summary">The first paragraph of the description, as plain words.</param>
/// <param name="DescriptionHtml">The rest, cleaned when it was saved.</param>
public sealed record ProductView(
    string Slug, Text Name, Text Summary, Text DescriptionHtml, Text SeoTitle, Text SeoDescription,
    IReadOnlyList<CategoryLink> Path, IReadOnlyList<TagLink> Tags, Text OptionNames, IReadOnlyList<VariantView> Variants,
    IReadOnlyList<Picture> Pictures, ShippingPromise Shipping, IReadOnlyList<Promise> Promises,
    IReadOnlyList<ProductCard> Related);

/// <summary>When goods that are paid now leave, and when they arrive by the usual method.</summary>
public sealed record ShippingPromise(DateTimeOffset PayBefore, DateOnly Ships, DateOnly ArrivesFirst, DateOnly ArrivesLast,
    Text Method, Money Price, Money? FreeFrom);

/// <param name="Trouble">Why the line cannot be bought as it stands, or null.</param>
/// <param name="Most">The most that can be chosen now.</param>
public sealed record CartLine(string Sku, string Slug, Text Name, Text Words, Picture Picture, Money UnitPrice, int Quantity,
    Money Total, int Most, Text? Trouble);

/// <param name="Discounts">What was taken off and by which rule.</param>
/// <param name="ToFreeFreight">How much is missing for free freight by the usual method; null when it is free already.</param>
public sealed record CartView(IReadOnlyList<CartLine> Lines, Money Goods, IReadOnlyList<SumLine> Discounts, Money Total,
    Money? ToFreeFreight, IReadOnlyList<ProductCard> Suggestions)
{
    public int Units => Lines.Sum(l => l.Quantity);

    public bool Blocked => Lines.Any(l => l.Trouble is not null);
}

public sealed record SumLine(Text Words, Money Amount);

/// <summary>What a change of the cart led to.</summary>
/// <param name="Cart">The cart's id, new when the visitor had none.</param>
/// <param name="Said">The fact, for the line on top of the next page.</param>
public sealed record CartChange(string Cart, Text Said, bool Refused);

public sealed record DeliveryChoice(
    string Code, Text Name, Money Price, Money? FreeFrom, Text Speed, Text Reach, Text Pros, Text Cons, Text? NotHere,
    Text? PickupAddress, bool IsPickup);

public sealed record PaymentChoice(string Code, Text Name, Text Note, Text? Down);

/// <summary>The full sum under one delivery method.</summary>
public sealed record CheckoutSum(string Delivery, Money Goods, IReadOnlyList<SumLine> Discounts, Money Freight, Money Total);

/// <param name="Refused">What stood in the way when the order was sent, or null.</param>
/// <param name="Saved">The addresses of whoever is signed in; none for guests.</param>
public sealed record CheckoutView(
    CartView Cart, IReadOnlyList<DeliveryChoice> Deliveries, IReadOnlyList<PaymentChoice> Payments,
    IReadOnlyList<CheckoutSum> Sums, CheckoutForm Form, IReadOnlyDictionary<string, Text> Errors, Refusal? Refused,
    IReadOnlyList<Guidan.Customers.AddressView> Saved);

/// <summary>Where to go to pay.</summary>
/// <param name="Kind"><c>redirect</c> opens the address, <c>qr</c> shows it as a code, <c>none</c> needs nothing.</param>
public sealed record PayStep(string Kind, string Url);

public sealed record PlacedOrder(string Number, string Token, PayStep Pay);
