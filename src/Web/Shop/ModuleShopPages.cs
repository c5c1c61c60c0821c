using Guidan.Catalog;
using Guidan.Channels;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Web.Storefront;

/// <summary>The pages over the modules' doors: each method reads what one page shows.</summary>
internal sealed class ModuleShopPages(
    Goods goods, Baskets baskets, Deliveries deliveries, OrderDesk desk, AccountDesk account, ArrivalQueries arrivals, ShopFront front) : ShopPages
{
    private const int ShelfProducts = 8;
    private const int FeaturedMost = 9;
    private const int NavigationMost = 5;

    public override async Task<ShopFrame> Frame(string? cart)
    {
        var words = await front.Words();
        var profile = await front.Profile();
        var units = (int)((await baskets.Find(cart))?.Lines.Sum(l => l.Quantity) ?? 0);
        return new(profile.Name, words.Tagline, profile.Phone, profile.ServiceHours, await Navigation(words), units, front.PublicUrl,
            words.Help.Select(h => new HelpLink(h.Slug, h.Title)).ToList());
    }

    private async Task<IReadOnlyList<CategoryLink>> Navigation(ShopWords words)
    {
        var tree = await goods.Tree();
        var chosen = words.Navigation.Select(s => tree.FirstOrDefault(c => c.Slug == s)).OfType<Category>().ToList();
        return (chosen.Count > 0 ? chosen : tree.Where(c => c.Parent is null)).Take(NavigationMost).Select(Goods.LinkOf).ToList();
    }

    private async Task<IReadOnlyList<ProductCard>> Featured(ShopWords words)
    {
        var chosen = await goods.Some(words, words.Featured);
        return chosen.Count > 0 ? chosen : (await goods.List(words, null, null, null, null, FeaturedMost)).Items;
    }

    public override async Task<HomeView> Home()
    {
        var words = await front.Words();
        var shelves = new List<HomeShelf>();
        foreach (var category in await Navigation(words))
        {
            var first = (await goods.List(words, null, category.Slug, null, null, ShelfProducts)).Items;
            if (first.Count > 0) shelves.Add(new(category, first));
        }
        return new(words.About, words.Promises, await Featured(words), shelves);
    }

    public override async Task<CategoryView?> Category(string slug, string? tag, string? after)
    {
        var tree = await goods.Tree();
        if (tree.FirstOrDefault(c => c.Slug == slug) is not { } category) return null;
        var words = await front.Words();
        var found = await goods.List(words, null, slug, tag, after);
        var all = tag is null && after is null ? found : await goods.List(words, null, slug, null, null, Limits.PageMost);
        return new(slug, category.Name.InBoth(), Goods.PathTo(tree, category.Parent),
            tree.Where(c => c.Parent == category.Id).Select(Goods.LinkOf).ToList(), Goods.TagsAmong(all.Items), tag, found);
    }

    public override async Task<SearchView> Search(string query, string? tag, string? after)
    {
        var words = await front.Words();
        if (query.Length == 0 && tag is null) return new(query, tag, [], new([], null), await Featured(words));
        var found = await goods.List(words, query, null, tag, after);
        return new(query, tag, Goods.TagsAmong(found.Items), found, found.Items.Count == 0 ? await Featured(words) : []);
    }

    public override async Task<ProductView?> Product(string slug) =>
        await goods.Product(slug, await front.Words(), await deliveries.Promise(front.Currency));

    public override async Task<CartView> Cart(string? cart) =>
        await baskets.View(cart, (await deliveries.Usual())?.FreeFrom, await Featured(await front.Words()));

    public override Task<CartChange> AddToCart(string? cart, string sku, int quantity) => baskets.Change(cart, sku, quantity, add: true);

    public override Task<CartChange> SetCartLine(string? cart, string sku, int quantity) => baskets.Change(cart, sku, quantity, add: false);

    public override async Task<CheckoutView> Checkout(string? cart, CheckoutForm form)
    {
        var view = await baskets.View(cart, null, []);
        var choices = await deliveries.Choices(form.Province, front.Language);
        var payments = await deliveries.Payments(await front.Words());
        var sums = (await deliveries.Enabled()).Select(m =>
        {
            var freight = m.FreightFor(view.Goods);
            return new CheckoutSum(m.Code, view.Goods, view.Discounts, freight, view.Total + freight);
        }).ToList();
        var chosen = choices.FirstOrDefault(c => c.Code == form.Delivery) ?? choices.FirstOrDefault(c => c.NotHere is null);
        var filled = form with
        {
            Delivery = chosen?.Code ?? "",
            Payment = payments.Any(p => p.Code == form.Payment) || payments.Count == 0 ? form.Payment : payments[0].Code,
        };
        return new(view, choices, payments, sums, filled, new Dictionary<string, Text>(), null, account.Addresses());
    }

    public override async Task<Result<PlacedOrder>> Place(string cart, CheckoutForm form)
    {
        if (!Guid.TryParseExact(cart, "N", out var id)) return Refusal.NotFound("cart.unknown", new("购物车", "The cart"));
        var placed = await front.Orders.Place(form.Command(id, front.Currency), form.RequestKey);
        if (placed.IsOk)
            return new PlacedOrder(placed.Value.Number, placed.Value.Token, StepOf(placed.Value.Payment));
        // The button was pressed twice, or Back was: the cart is an order already, so its page is the answer.
        if (placed.Refusal!.Code == "cart.ordered" && await front.Orders.OrderOf(id) is { } order)
            return new PlacedOrder(order.Number, order.Token, new("none", ""));
        return placed.Refusal with { Errors = CheckoutForm.FieldsOf(placed.Refusal.Errors) };
    }

    private static PayStep StepOf(Orders.OrderPayment payment) =>
        payment.Action is { } action ? new(action.Type, action.Url) : new("none", "");

    public override async Task<OrderView?> Order(string number, string token) =>
        await desk.View(number, token, await front.Words(), front.Now);

    public override async Task<Result<FoundOrder>> FindOrder(string number, string phone)
    {
        var found = await desk.Find(number, null, phone);
        if (found.IsOk) return new FoundOrder(found.Value.Brief.Number, found.Value.Token, null);
        if (await arrivals.ForCustomer(number, phone) is { } waiting)
            return new FoundOrder(null, null, waiting.Case is { } kind ? waiting with { Words = Guidan.Assurance.Causes.Of(kind).Customer } : waiting);
        return found.Refusal! with
        {
            Title = new("没有查到这个订单", "No such order found"),
            Detail = new("订单号和手机号对不上", "The number and the phone do not belong together"),
            Remedy = new("核对订单号，用下单时填的手机号再查", "Check the number and use the phone that you ordered with"),
        };
    }

    public override async Task<Result<PayStep>> Pay(string number, string token, string method)
    {
        var started = await front.Orders.Pay(number, token, method);
        return started.IsOk ? StepOf(started.Value) : started.Refusal!;
    }

    public override async Task<Result<Text>> CheckPayment(string number, string token)
    {
        var asked = await front.Orders.AskPayment(number, token, default);
        if (!asked.IsOk) return asked.Refusal!;
        return asked.Value ? new Text("查到了，款已收到", "Found: your payment has arrived")
            : new Text("刚刚问过，付款方还没有收到这笔款。没扣钱可以重新付；扣了钱的话稍等，我们会一直查", "Just asked: the provider has no payment yet. If you were not charged, pay again; if you were, wait a little, we keep asking");
    }

    public override async Task<Result<Text>> Cancel(string number, string token)
    {
        var moved = await front.Orders.Cancel(number, token);
        if (!moved.IsOk) return moved.Refusal!;
        return new Text("订单取消了", "Order canceled");
    }

    public override async Task<Result<Text>> Claim(string number, string token)
    {
        var claimed = await front.Orders.Claim(number, token);
        if (!claimed.IsOk) return claimed.Refusal!;
        return new Text("收进您的账户了", "Added to your account");
    }

    public override async Task<Result<Text>> ConfirmReceipt(string number, string token)
    {
        var moved = await front.Orders.ConfirmReceipt(number, token);
        if (!moved.IsOk) return moved.Refusal!;
        return new Text("记下了，谢谢您", "Noted, thank you");
    }

    public override async Task<PayReturnView> Returned(IReadOnlyDictionary<string, string> query)
    {
        var (number, token) = (query.GetValueOrDefault("number", ""), query.GetValueOrDefault("token", ""));
        // What the address says is never believed; the provider is asked.
        var asked = await front.Orders.AskPayment(number, token, default);
        if (!asked.IsOk) return new(PayOutcome.Unknown, null, null, new("付款方", "the payment provider"), null, null);
        var order = (await Order(number, token))!;
        var outcome = asked.Value ? PayOutcome.Paid : PayOutcome.Waiting;
        return new(outcome, number, token, order.Payment.Method, order.Payment.Due, null);
    }

    public override async Task<HelpView> Help() => new((await front.Words()).Help);

    public override Task<IReadOnlyList<SitemapEntry>> Sitemap() => goods.Addresses(front.Calendar);
}

/// <summary>What all pages share: the shop's words and name, its orders' door, its clock.</summary>
internal sealed class ShopFront(Settings settings, Cached<ShopWords> cached, ShopProfiles profiles, CustomerOrders orders, ShopSurroundings around)
{
    public CustomerOrders Orders { get; } = orders;

    public Language Language => around.Language;

    public ShopCalendar Calendar => around.Calendar;

    public DateTimeOffset Now => around.Clock.GetUtcNow();

    public string PublicUrl => around.Address.Root.ToString().TrimEnd('/');

    public string Currency => around.Settings.Currency;

    public ValueTask<ShopWords> Words() => cached.Get(async () => (await settings.Get(ShopWords.Group, ShopWords.Default)).Value);

    public ValueTask<ShopProfile> Profile() => profiles.Current();
}

internal sealed record ShopSurroundings(Language Language, ShopCalendar Calendar, TimeProvider Clock, ShopSettings Settings, PublicAddress Address);
