using Guidan.Catalog;
using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>An order as it will be placed: everything read, checked and priced, nothing written.</summary>
internal sealed record Draft(Guid? CartId, string Channel, Priced Priced, IReadOnlyList<StockTake> Takes, Recipient Recipient,
    DeliveryMethod Delivery, string? PaymentMethod, string? Note, DateTimeOffset PayBy);

/// <summary>Where the payer goes, or null when the method cannot take money now; the order is kept all the same.</summary>
internal sealed record PaymentStarted(PaymentAction? Action);

/// <summary>Reads and checks what is needed to place an order. It decides nothing that a guard does not repeat.</summary>
internal sealed class Checkout(
    Pricing pricing, Stock stock, DeliveryMethods delivery, PaymentMethods methods, Providers providers, Carts carts,
    OrderPolicies policies, PublicAddress address, OrderBook book, TimeProvider clock)
{
    private const int NoteMost = 500;

    public async Task<Result<Draft>> Read(PlaceOrderCommand command)
    {
        var lines = await LinesOf(command);
        if (!lines.IsOk) return lines.Refusal!;
        var method = await delivery.Find(command.DeliveryMethod);
        if (!method.IsOk) return method.Refusal!;
        var recipient = new Recipient(command.Contact ?? new Contact(""), command.ShippingAddress);
        var errors = recipient.Check(needsAddress: !method.Value.IsPickup);
        CheckRest(command, method.Value, errors);
        var payment = await PaymentMethodOf(command.PaymentMethod, errors);
        if (errors.Count > 0) return Refusal.Invalid(errors);
        var found = await pricing.Find(lines.Value);
        if (!found.IsOk) return found.Refusal!;
        var priced = Priced.Of(found.Value, found.Value[0].Variant.Price.Currency, method.Value.FreightFor);
        if (command.ExpectedTotal is { } expected && expected != new Money(priced.Total, priced.Currency)) return PriceChanged(expected, priced);
        var plan = await stock.Plan(found.Value.Select(l => (l.Variant.Sku, l.Quantity)).ToList());
        if (plan.Shortage is not null) return plan.Shortage;
        var policy = await policies.Current();
        return new Draft(command.CartId, command.CartId is null ? Order.ApiChannel : Order.ShopChannel, priced, plan.Takes, recipient, method.Value,
            payment, string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(), clock.GetUtcNow() + policy.PayWithin);
    }

    /// <summary>Prepares where the payer goes. Alipay's page needs no call; a provider that does is asked before the row is committed.</summary>
    public async Task<PaymentStarted> StartPayment(Draft draft, long number)
    {
        if (draft.Priced.Total == 0 || providers.Find(draft.PaymentMethod) is not { IsConfigured: true } provider) return new(Action: null);
        var start = await provider.Start(PaymentOf(number, 1, draft.Priced.Total, draft.Priced.Currency, provider.Code, draft.PayBy), default);
        return new(start.Action);
    }

    /// <summary>What a provider is told about one attempt.</summary>
    public PaymentToStart PaymentOf(long number, int attempt, long amount, string currency, string provider, DateTimeOffset payBy) => new(
        PaymentRequest.OutTradeNoOf(number, attempt), amount, currency, $"{OrderNumbers.Grouped(number)}",
        address.Of($"/api/payments/callbacks/{provider}"),
        address.Of($"/pay/return?number={OrderNumbers.Plain(number)}&token={book.TokenOf(number)}"), payBy);

    private async Task<Result<IReadOnlyList<LineAsked>>> LinesOf(PlaceOrderCommand command)
    {
        if (command.CartId is { } id)
        {
            if (command.Lines is not null) return Refusal.Invalid("lines", new("购物车和商品行只能给一种", "Give either a cart or lines, not both"));
            return await carts.Find(id) is { } lines ? Result<IReadOnlyList<LineAsked>>.Of(lines) : Refusal.NotFound("cart.unknown", new("购物车", "The cart"));
        }
        return command.Lines is { } direct ? Result<IReadOnlyList<LineAsked>>.Of(direct)
            : Refusal.Invalid("lines", new("写上 cartId 或 lines", "Give cartId or lines"));
    }

    private static void CheckRest(PlaceOrderCommand command, DeliveryMethod method, Dictionary<string, Text> errors)
    {
        if (command.Contact is null) errors["contact"] = new("收件人没写", "The contact is missing");
        if (command.Note is { Length: > NoteMost }) errors["note"] = new($"留言最多{NoteMost}个字", $"The note has at most {NoteMost} characters");
        else if (command.Note is { } note && Fields.HasUnseen(note, lines: true))
            errors["note"] = new("留言里有看不见的字符", "The note contains characters that nobody sees");
        if (command.Coupons is { Count: > 0 } coupons)
            errors["coupons[0]"] = new($"没有优惠券 {coupons[0]}", $"There is no coupon {coupons[0]}");
        if (!method.IsPickup && command.ShippingAddress?.Province is { Length: > 0 } province && !method.Reach.Covers(province))
            errors["deliveryMethod"] = new($"{method.Name.Zh}不送{province}，换一种配送方式", $"{method.Name.En} does not serve {province}; choose another method");
    }

    private async Task<string?> PaymentMethodOf(string? asked, Dictionary<string, Text> errors)
    {
        var enabled = (await methods.Current()).Methods.Where(m => m.Enabled).Select(m => m.Code).ToList();
        if (string.IsNullOrEmpty(asked)) return enabled.Find(c => providers.Find(c) is { IsConfigured: true }) ?? enabled.FirstOrDefault();
        if (!enabled.Contains(asked))
            errors["paymentMethod"] = new($"没有这种付款方式，可选：{string.Join("、", enabled)}", $"No such payment method; choose one of: {string.Join(", ", enabled)}");
        return asked;
    }

    private static Refusal PriceChanged(Money expected, Priced priced)
    {
        var actual = new Money(priced.Total, priced.Currency);
        return Refusal.Conflict("price.changed",
            new("价格变了", "The price has changed"),
            new($"您看到的是{expected.Show()}，现在是{actual.Show()}", $"You saw {expected.Show()}; it is {actual.Show()} now"),
            new("看过新价格，愿意的话再提交", "Look at the new price and send again if you agree"))
            with
        { Facts = new Dictionary<string, object?> { ["expected"] = expected, ["actual"] = actual } };
    }
}

/// <summary>The address under which outside parties and customers reach this shop.</summary>
public sealed record PublicAddress(Uri Root)
{
    public Uri Of(string path) => new(Root, path);
}
