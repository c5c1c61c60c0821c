using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>Turns goods, a recipient and a way to pay into a placed order and promises its stock: all or nothing.</summary>
/// <remarks>No provider is called here: money taken inside a transaction that rolls back is money lost.</remarks>
[Operation("orders.place", "下单", "Place an order")]
internal sealed class PlaceOrder(
    ShopDb db, Checkout checkout, Stock stock, PaymentRequests payments, OrderNumbers numbers, OrderBook book, Caller caller,
    TimeProvider clock)
{
    private const int TriesMost = 5;

    public async Task<Result<OrderPlaced>> Handle(PlaceOrderCommand command)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await checkout.Read(command);
            if (!read.IsOk) return await db.Refuse<OrderPlaced>(this, read.Refusal!);
            var draft = read.Value;
            var number = numbers.Next();
            var started = await checkout.StartPayment(draft, number);
            var placed = await db.InTransaction<OrderPlaced>(this, () => Place(draft, number, started));
            // Somebody took the planned units between the reading and the guard: look again at what is left.
            if (placed.Refusal?.Code != Stock.Moved || attempt == TriesMost) return placed;
        }
    }

    private Task<Result<OrderPlaced>> Place(Draft draft, long number, PaymentStarted started)
    {
        var now = clock.GetUtcNow();
        if (draft.CartId is { } cart)
            db.Later(Claims.Take, ["cart", cart.ToString("N"), OrderNumbers.Plain(number), null, null, now], 1, () => CartOrdered);
        Insert(draft, number, now);
        if (draft.PaymentMethod is { } method && draft.Priced.Total > 0)
            payments.Request(number, 1, method, new Money(draft.Priced.Total, draft.Priced.Currency), draft.PayBy);
        book.Placed(number, draft.Recipient.Contact);
        book.Note(number, "placed", to: OrderState.Placed, facts: new { total = draft.Priced.Total, currency = draft.Priced.Currency });
        stock.Reserve(number, draft.Takes);
        return Task.FromResult<Result<OrderPlaced>>(Answer(draft, number, started));
    }

    private void Insert(Draft draft, long number, DateTimeOffset now)
    {
        var priced = draft.Priced;
        var order = new Order
        {
            Number = number, Channel = draft.Channel, PlacedAt = now, Currency = priced.Currency,
            Goods = priced.Goods, Discount = priced.Discount, Freight = priced.Freight, Total = priced.Total, Units = priced.Units,
            PaymentMethod = draft.PaymentMethod, DeliveryMethod = draft.Delivery.Code,
            Recipient = book.Seal(number, draft.Recipient), PhoneIndex = book.PhoneIndex(draft.Recipient.Contact.Phone ?? ""),
            NameIndex = book.NameIndex(draft.Recipient.Contact.Name), Place = draft.Recipient.Place,
            CustomerId = caller.CustomerId, BuyerNote = draft.Note, PayBy = draft.PayBy,
        };
        order.Derive();
        book.Insert(order);
        for (var i = 0; i < priced.Lines.Count; i++)
        {
            var (variant, quantity, discount, freight) = priced.Lines[i];
            db.Later(OrderSql.InsertLine, [number, i + 1, variant.Sku, variant.ProductId, variant.Slug, variant.Name.Zh, variant.Name.En,
                variant.Options.Zh, variant.Options.En, variant.Image, variant.Price.Amount, quantity, discount, freight,
                priced.Lines[i].Total, 0L]);
        }
    }

    private OrderPlaced Answer(Draft draft, long number, PaymentStarted started)
    {
        var priced = draft.Priced;
        var display = OrderStates.Display(OrderState.Placed, priced.Total, 0, 0, 0, priced.Units, 0);
        return new(OrderNumbers.Plain(number), book.TokenOf(number), display, new Money(priced.Total, priced.Currency),
            priced.Lines.Select(l => new OrderPlacedLine(l.Variant.Sku, l.Variant.Name.In(caller.Tongue), l.Quantity,
                l.Variant.Price, new Money(l.Total, priced.Currency))).ToList(),
            new OrderPayment(draft.PaymentMethod, started.Action is null ? PaymentState.Unpaid : PaymentState.Pending, started.Action),
            new Money(priced.Goods, priced.Currency), new Money(priced.Freight, priced.Currency));
    }

    private static readonly Refusal CartOrdered = Refusal.Conflict("cart.ordered",
        new("这个购物车已经下过单", "This cart has been ordered"),
        new("同一个购物车只生成一个订单", "One cart makes one order"),
        new("到订单页看它；要再买就新开一个购物车", "See the order; start a new cart to buy again"));
}

/// <summary>What a customer sends to place an order: a cart, or lines directly.</summary>
public sealed record PlaceOrderCommand(
    Guid? CartId = null, IReadOnlyList<LineAsked>? Lines = null, Contact? Contact = null, Address? ShippingAddress = null,
    string? DeliveryMethod = null, string? PaymentMethod = null, IReadOnlyList<string>? Coupons = null, string? Note = null,
    Money? ExpectedTotal = null);

/// <summary>The answer to a placed order.</summary>
/// <param name="Token">Opens the order's page without signing in.</param>
public sealed record OrderPlaced(string Number, string Token, DisplayState Status, Money Total,
    IReadOnlyList<OrderPlacedLine> Lines, OrderPayment Payment, Money Goods, Money Freight);

public sealed record OrderPlacedLine(string Sku, string Name, long Quantity, Money UnitPrice, Money Total);

/// <summary>How an order is being paid, and where the payer goes; no action when there is nothing to do.</summary>
public sealed record OrderPayment(string? Method, PaymentState State, PaymentAction? Action);
