using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>Where the pages get what they show, and what they may ask to be done. One implementation reads the modules.</summary>
public abstract class ShopPages
{
    /// <param name="cart">The visitor's cart, or null when there is none yet.</param>
    public abstract Task<ShopFrame> Frame(string? cart);

    public abstract Task<HomeView> Home();

    /// <summary>Null when there is no such category.</summary>
    public abstract Task<CategoryView?> Category(string slug, string? tag, string? after);

    public abstract Task<SearchView> Search(string query, string? tag, string? after);

    /// <summary>Null when there is no such product on sale.</summary>
    public abstract Task<ProductView?> Product(string slug);

    public abstract Task<CartView> Cart(string? cart);

    /// <summary>Puts more units into the cart.</summary>
    public abstract Task<CartChange> AddToCart(string? cart, string sku, int quantity);

    /// <summary>Sets the units of a line; zero takes it out.</summary>
    public abstract Task<CartChange> SetCartLine(string? cart, string sku, int quantity);

    /// <summary>The checkout as it stands for this form; unreachable delivery methods say so.</summary>
    public abstract Task<CheckoutView> Checkout(string? cart, CheckoutForm form);

    /// <summary>Places the order once for each request key of the form, and begins its payment.</summary>
    public abstract Task<Result<PlacedOrder>> Place(string cart, CheckoutForm form);

    /// <summary>Null when the number is unknown or the token does not fit it.</summary>
    public abstract Task<OrderView?> Order(string number, string token);

    /// <summary>An order whose number, ours or that of the shop where it was placed, and phone somebody knows.</summary>
    public abstract Task<Result<FoundOrder>> FindOrder(string number, string phone);

    public abstract Task<Result<PayStep>> Pay(string number, string token, string method);

    /// <summary>Asks the provider whether the order is paid after all.</summary>
    public abstract Task<Result<Text>> CheckPayment(string number, string token);

    public abstract Task<Result<Text>> Cancel(string number, string token);

    public abstract Task<Result<Text>> ConfirmReceipt(string number, string token);

    /// <summary>Adds an order that was placed without signing in to the account of whoever is signed in now.</summary>
    public abstract Task<Result<Text>> Claim(string number, string token);

    /// <summary>What the provider's return address and our own records say about a payment.</summary>
    public abstract Task<PayReturnView> Returned(IReadOnlyDictionary<string, string> query);

    public abstract Task<HelpView> Help();

    public abstract Task<IReadOnlyList<SitemapEntry>> Sitemap();
}

/// <summary>Either an order here, with the token that opens it, or one of another shop that is still on its way.</summary>
public sealed record FoundOrder(string? Number, string? Token, Guidan.Channels.ArrivalTruth? Waiting);
