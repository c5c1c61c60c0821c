using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>
/// A signed-in customer adds an order that was placed without signing in to the account. Whoever holds its signed link
/// may; an order belongs to one account and stays there.
/// </summary>
[Operation("orders.claim", "把订单收进账户", "Add an order to one's account")]
internal sealed class ClaimOrder(ShopDb db, OrderBook book, Caller caller)
{
    internal const string Kind = "claimed";

    public async Task<Result<OrderMoved>> Handle(long number, string? token)
    {
        if (caller.CustomerId is not { } customer) return Refusals.SignInFirst;
        if (!book.IsToken(number, token)) return OrderBook.NotFound(number);
        return await db.InTransaction<OrderMoved>(this, async () =>
        {
            var opened = await book.Open(number);
            if (!opened.IsOk) return opened.Refusal!;
            var order = opened.Value;
            if (order.CustomerId is { } owner && owner != customer) return Taken(order);
            if (order.CustomerId is null)
            {
                order.CustomerId = customer;
                book.Note(number, Kind);
            }
            else db.Record("order:" + order.Plain, null, null);
            return new OrderMoved(order.Plain, order.Display);
        });
    }

    private static Refusal Taken(Order order) => Refusal.Conflict("order.claimed",
        new("这个订单已经在别的账户里", "This order is in another account"),
        new($"{order.Plain} 收进过一个账户", $"{order.Plain} was added to an account before"),
        new("用那个账户登录看它；不登录也能从链接看", "Sign in to that account, or follow the order by its link"));
}
