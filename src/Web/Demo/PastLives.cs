using Guidan.Fulfillment;
using Guidan.Kernel;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Web.Demo;

/// <summary>
/// Lets the orders of the past happen: placed, paid at the sandbox, shipped, delivered, canceled, refunded, each by the
/// use case that does it today, at its own time.
/// </summary>
internal sealed class PastLives(EarlierShop shop, SandboxHands sandbox, DemoStaffRoom staff, IReadOnlyList<PastOrder> orders, TimeProvider clock)
{
    private static readonly Caller Nobody = new();
    private static readonly TimeSpan PayWithin = TimeSpan.FromMinutes(30);
    private readonly Dictionary<int, long> numbers = [];

    private DateTimeOffset Now => shop.Now;

    public async Task Place(CancellationToken ct)
    {
        await EarlierShop.Each(orders, async order =>
        {
            var placed = await shop.Once<PlaceOrder, OrderPlaced>(order.Key, order.PlacedAt, Customer(order), place => place.Handle(new(
                Lines: order.Lines, Contact: new(order.Person.Name, order.Person.Phone, order.Person.Email),
                ShippingAddress: order.Person.Address, DeliveryMethod: order.Delivery.Code)));
            lock (numbers) numbers[order.Index] = Read(placed.Number);
            if (order.Fate is Fate.HeldUnconfirmed or Fate.Unconfirmed) await Hold(order, order.PlacedAt + TimeSpan.FromSeconds(8));
        }, ct);
    }

    /// <summary>
    /// The payers have paid at the provider; the shop learns of it as it would had every notice been lost: by asking.
    /// </summary>
    public async Task Pay(CancellationToken ct)
    {
        var open = new List<(PastOrder Order, PaymentRequest Request)>();
        await EarlierShop.Each(orders.Where(o => o.IsPaid), async order =>
        {
            var request = (await shop.At<PaymentRequests, List<PaymentRequest>>(order.PaidAt, Nobody, p => p.Of(numbers[order.Index])))[0];
            if (request.State == PaymentRequestState.Created) lock (open) open.Add((order, request));
        }, ct);
        if (open.Count == 0) return;
        await sandbox.Remember(open.OrderBy(o => o.Order.PaidAt).Select(o => new PaidBefore(o.Request.OutTradeNo, o.Request.Amount,
            OrderNumbers.Grouped(o.Request.OrderNumber), o.Order.PaidAt)).ToList(), ct);
        await EarlierShop.Each(open, o => shop.At<AskPayment, bool>(o.Order.PaidAt + TimeSpan.FromSeconds(3), Nobody, async ask =>
        {
            await ask.Handle(o.Request, ct);
            return true;
        }), ct);
    }

    /// <summary>What happened after payment, or instead of it, except for money that went back.</summary>
    public Task GoOn(CancellationToken ct) => EarlierShop.Each(orders, order => order.Fate switch
    {
        Fate.TimedOut => Close(order, ct),
        Fate.Unconfirmed => shop.Done<ReleaseOrder, OrderMoved>(order.Key, order.PaidAt + TimeSpan.FromMinutes(12), staff.Service, r => r.Handle(Number(order))),
        Fate.OnHold => Hold(order, order.PaidAt + TimeSpan.FromHours(1)),
        Fate.PartlyShipped => Ship(order, [order.Lines[0]]),
        Fate.Usual or Fate.ReturnedAll or Fate.ReturnedPart or Fate.Stalled => Travel(order),
        _ => Task.CompletedTask,
    }, ct);

    /// <summary>Money that went back, in the order of time: the sandbox has one clock.</summary>
    public async Task GiveBack(CancellationToken ct)
    {
        foreach (var order in orders.Where(o => o.Fate is Fate.CanceledPaid or Fate.ReturnedAll or Fate.ReturnedPart).OrderBy(RefundedAt))
        {
            var at = RefundedAt(order);
            if (order.Fate == Fate.CanceledPaid) await Cancel(order, at, "拍错了，换一款");
            else await shop.Once<RefundOrder, RefundRequested>(order.Key + "-refund", at, staff.Finance, refund => refund.Handle(Number(order),
                order.Fate == Fate.ReturnedAll ? new(Reason: "七天无理由退货") : new(new Money(PartOf(order), "CNY"), "有一件磕碰，退部分货款")));
            await sandbox.SetClock(at - clock.GetUtcNow(), ct);
            await SendRefunds(order, at + TimeSpan.FromSeconds(2), ct);
        }
        await sandbox.SetClock(TimeSpan.Zero, ct);
    }

    /// <summary>
    /// Two canceled orders whose money is still on its way: the provider has not answered since, and each try waits longer.
    /// </summary>
    public async Task LeaveRefundsOpen(CancellationToken ct)
    {
        var until = Now;
        var at = until - TimeSpan.FromHours(3.25);
        foreach (var order in orders.Where(o => o.Fate == Fate.RefundUnderWay)) await Cancel(order, at, "不想要了");
        await sandbox.SetDown(true, ct);
        for (var age = TimeSpan.FromSeconds(1); at + age < until; age = age * 2 + TimeSpan.FromSeconds(10))
        {
            shop.Now = at + age;
            await shop.DeliverOutbox(1, ct);
        }
        shop.Now = until;
        await sandbox.SetDown(false, ct);
    }

    /// <summary>Parcels that the sandbox takes over from here: they arrive while one looks on.</summary>
    public Task ShipLast(CancellationToken ct) =>
        EarlierShop.Each(orders.Where(o => o.Fate == Fate.Arriving), order => Ship(order, null), ct);

    private async Task Travel(PastOrder order)
    {
        if (order.ShippedAt > Now) return;
        if (order.Delivery.IsPickup)
        {
            await shop.Done<HandOver, OrderMoved>(order.Key, order.ShippedAt, staff.Warehouse, async handOver =>
                await handOver.Handle(Number(order), new(await CodeOf(order))));
            return;
        }
        var parcel = await Ship(order, null);
        await shop.At<TakeTracking, bool>(order.DeliveredAt < Now ? order.DeliveredAt : Now - TimeSpan.FromMinutes(45), Nobody,
            take => take.Handle(Parcel.Report(order, parcel.Carrier, parcel.TrackingNumber, Now)));
        if (order.Fate is not (Fate.Usual or Fate.ReturnedPart) || order.CompletedAt >= Now) return;
        if (order.ReceiptAt is { } receipt)
            await shop.Done<ConfirmReceipt, OrderMoved>(order.Key, receipt, Customer(order), r => r.Handle(Number(order), "customer"));
        else await shop.Done<CompleteDelivered, bool>(order.Key, order.CompletedAt, Nobody, c => c.Handle(Number(order)));
    }

    private Task<Shipped> Ship(PastOrder order, IReadOnlyList<LineAsked>? lines) => shop.Once<ShipOrder, Shipped>(order.Key + "-ship",
        order.ShippedAt, staff.Warehouse, ship => ship.Handle(Number(order), new(
            lines?.Select(l => new LineShipped(l.Sku, l.Quantity)).ToList(), order.Delivery.Carrier, Parcel.NumberOf(order))));

    private Task Hold(PastOrder order, DateTimeOffset at) => shop.Done<HoldOrder, OrderMoved>(order.Key, at, staff.Service,
        hold => hold.Handle(Number(order), new(order.Fate == Fate.OnHold ? "客户来电要改地址，等回复" : "首次购买，等客服核对地址")));

    private Task Cancel(PastOrder order, DateTimeOffset at, string reason) => shop.Done<CancelOwnOrder, OrderMoved>(order.Key, at,
        Customer(order), cancel => cancel.Handle(Number(order), new(reason)));

    private Task<bool> Close(PastOrder order, CancellationToken ct) => shop.At<CloseUnpaid, bool>(
        order.PlacedAt + PayWithin + TimeSpan.FromSeconds(20), Nobody, close => close.Handle(Number(order), "payment time over", ct));

    private async Task SendRefunds(PastOrder order, DateTimeOffset at, CancellationToken ct)
    {
        var refunds = await shop.At<PaymentRequests, List<Refund>>(at, Nobody, payments => payments.RefundsOf(Number(order)));
        foreach (var refund in refunds)
        {
            await shop.At<IEnumerable<IReceiver>, Delivery>(at, Nobody, receivers => receivers.First(r => r.Name == SendRefund.Receiver)
                .Deliver("refund", Json.Write(new SendRefund.Message(refund.OrderNumber, refund.Id)), ct));
        }
    }

    private Task<string> CodeOf(PastOrder order) =>
        shop.At<PickupCodes, string>(order.ShippedAt, Nobody, codes => Task.FromResult(codes.Of(Number(order))));

    private static DateTimeOffset RefundedAt(PastOrder order) => order.Fate switch
    {
        Fate.CanceledPaid => order.PaidAt + TimeSpan.FromMinutes(17),
        Fate.ReturnedAll => order.DeliveredAt + TimeSpan.FromHours(50),
        _ => order.CompletedAt + TimeSpan.FromHours(3),
    };

    // A fifth of the first line's price, in whole yuan.
    private long PartOf(PastOrder order) => Math.Max(100, prices[order.Lines[0].Sku] / 5 / 100 * 100);

    private readonly Dictionary<string, long> prices = DemoFiles.Read().Catalog.Products.SelectMany(p => p.Variants)
        .ToDictionary(v => v.Sku, v => v.Price);

    private long Number(PastOrder order) => numbers[order.Index];

    private static long Read(string number) => OrderNumbers.TryParse(number, out var read) ? read
        : throw new InvariantBroken($"{number} is an order's number");

    private static Caller Customer(PastOrder order) => new() { Kind = ActorKind.Customer, Name = order.Person.Name };
}
