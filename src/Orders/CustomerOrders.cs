using System.Security.Cryptography;
using System.Text;
using Guidan.Kernel;
using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>What the shop pages may do with orders for the customer in front of them; the same use cases as the API's.</summary>
public sealed class CustomerOrders
{
    private readonly CustomerUses uses;
    private readonly OrderQueries orders;
    private readonly Claims claims;
    private readonly RequestKey request;
    private readonly RunningKeys running;

    internal CustomerOrders(CustomerUses uses, OrderQueries orders, Claims claims, RequestKey request, RunningKeys running) =>
        (this.uses, this.orders, this.claims, this.request, this.running) = (uses, orders, claims, request, running);

    /// <summary>Places an order once for a key: the same form sent twice is answered with the same order.</summary>
    /// <param name="key">Made with the empty form.</param>
    public async Task<Result<OrderPlaced>> Place(PlaceOrderCommand command, string key)
    {
        var scope = $"{RequestGate.PublicScope} {OperationAttribute.Of(typeof(PlaceOrder)).Name}";
        if (!running.TryEnter(scope, key)) return Refusals.StillRunning;
        try
        {
            request.Bind(scope, key, SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(command))));
            return await uses.Place.Handle(command);
        }
        finally
        {
            running.Leave(scope, key);
        }
    }

    /// <summary>The number and token of the order that a cart became, or null while it is still a cart.</summary>
    public async Task<(string Number, string Token)?> OrderOf(Guid cart) =>
        await claims.BecameOf("cart", cart.ToString("N")) is { } number && OrderNumbers.TryParse(number, out var parsed)
            ? (number, uses.Book.TokenOf(parsed)) : null;

    public Task<Result<OrderPayment>> Pay(string number, string token, string method) =>
        Own(number, token, n => uses.Start.Handle(n, new(method)));

    public Task<Result<OrderMoved>> Cancel(string number, string token) =>
        Own(number, token, n => uses.Cancel.Handle(n, new("canceled by the customer")));

    public Task<Result<OrderMoved>> ConfirmReceipt(string number, string token) =>
        Own(number, token, n => uses.Receipt.Handle(n, "customer"));

    /// <summary>Adds the order behind a signed link to the account of whoever is signed in.</summary>
    public async Task<Result<OrderMoved>> Claim(string number, string token) => OrderNumbers.TryParse(number, out var n)
        ? await uses.Claim.Handle(n, token) : Refusal.NotFound(OrderBook.Unknown, new("订单", "The order"));

    /// <summary>Asks the provider now about every open attempt, instead of waiting for its notice; true when the order is paid.</summary>
    public async Task<Result<bool>> AskPayment(string number, string token, CancellationToken ct) => await Own<bool>(number, token, async n =>
    {
        foreach (var attempt in (await uses.Payments.Of(n)).Where(r => r.State == PaymentRequestState.Created))
            await uses.Ask.Handle(attempt, ct);
        var order = await orders.FindOwn(number, token, null);
        return order.IsOk ? order.Value.Brief.Status != DisplayState.AwaitingPayment : order.Refusal!;
    });

    private async Task<Result<T>> Own<T>(string number, string token, Func<long, Task<Result<T>>> work) =>
        OrderNumbers.TryParse(number, out var n) && await orders.IsOwn(n, token, null) ? await work(n)
            : Refusal.NotFound(OrderBook.Unknown, new("订单", "The order"));
}

/// <summary>The use cases behind <see cref="CustomerOrders"/>.</summary>
internal sealed record CustomerUses(PlaceOrder Place, StartPayment Start, CancelOwnOrder Cancel, ConfirmReceipt Receipt,
    AskPayment Ask, ClaimOrder Claim, PaymentRequests Payments, OrderBook Book);
