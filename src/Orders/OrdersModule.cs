using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Payments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Orders;

/// <summary>From the basket to the completed order.</summary>
public sealed class OrdersModule : Module
{
    public override string Name => "Orders";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new("orders.read", new("看订单", "See orders")),
        new("orders.confirm", new("确认、暂停和完成订单", "Confirm, hold and complete orders")),
        new("orders.cancel", new("取消订单", "Cancel orders")),
        new("orders.refund", new("退款", "Refund")),
        new("orders.note", new("备注订单", "Note orders")),
    ];

    public override void Tables(ModelBuilder model) => OrdersTables.Map(model);

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ShopCurrency(configuration["Shop:Currency"] ?? "CNY"));
        services.AddSingleton(new Cached<DeliverySettings>());
        foreach (var type in (Type[])[typeof(OrderBook), typeof(OrderQueries), typeof(OrderShipping), typeof(DeliveryMethods),
            typeof(SaveDeliveryMethods), typeof(Pricing), typeof(Checkout), typeof(OrderPolicies), typeof(Carts), typeof(OpenCart),
            typeof(PutCartLine), typeof(PlaceOrder), typeof(StartPayment), typeof(TakePaymentFact), typeof(Settlement), typeof(LooseMoneys), typeof(AttachMoney), typeof(ReturnMoney), typeof(RefundAgain), typeof(Returning), typeof(AskPayment),
            typeof(CloseUnpaid), typeof(CancelOrder), typeof(CancelOwnOrder), typeof(RefundOrder), typeof(RefundUnits), typeof(ConfirmOrder), typeof(HoldOrder),
            typeof(ReleaseOrder), typeof(CompleteOrder), typeof(ConfirmReceipt), typeof(NoteOrder), typeof(ClaimOrder), typeof(OwnOrders), typeof(OrderNews)]) services.AddScoped(type);
        services.AddScoped<CustomerUses>();
        services.AddScoped(s => new CustomerOrders(s.GetRequiredService<CustomerUses>(), s.GetRequiredService<OrderQueries>(),
            s.GetRequiredService<Claims>(), s.GetRequiredService<RequestKey>(), s.GetRequiredService<RunningKeys>()));
        services.AddScoped(s => new OrderIntake(s.GetRequiredService<ShopDb>(), s.GetRequiredService<OrderBook>(), s.GetRequiredService<Stock>(),
            s.GetRequiredService<PaymentRequests>(), s.GetRequiredService<IntakeUses>(), s.GetRequiredService<OrderNumbers>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddScoped<IntakeUses>();
        services.AddScoped(s => new RecordRefund(s.GetRequiredService<ShopDb>(), s.GetRequiredService<OrderBook>(), s.GetRequiredService<PaymentRequests>(),
            s.GetRequiredService<Returning>(), s.GetRequiredService<Claims>(), s.GetRequiredService<Operations.Cases>(), s.GetRequiredService<Caller>()));
        services.AddScoped(s => new MoneyDesk(s.GetRequiredService<TakePaymentFact>(), s.GetRequiredService<RecordRefund>(),
            s.GetRequiredService<RefundAgain>()));
        services.AddScoped<IReceiver, SendRefund>();
        services.AddScoped<IInboxHandler, AlipayNotices>();
        services.AddScoped<IJob, AskProviders>();
    }

    public override void StoreRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/carts", async (OpenCart open) => (await open.Handle()).Http()).Runs<OpenCart>().Creates();
        routes.MapGet("/carts/{id:guid}", async (Guid id, Carts carts) => (await carts.View(id)).Http())
            .WithMetadata(new OperationAttribute("carts.read", "看购物车", "See a cart"));
        routes.MapPut("/carts/{id:guid}/lines/{sku}", async (Guid id, string sku, PutCartLine.Command command, PutCartLine put) =>
            (await put.Handle(id, sku, command)).Http()).Runs<PutCartLine>();
        routes.MapPost("/orders", async (PlaceOrderCommand command, PlaceOrder place) => (await place.Handle(command)).Http())
            .Runs<PlaceOrder>().NeedsRequestKey().KnowsRepeats().Creates();
        routes.MapGet("/orders/by-key/{key}", ByKey).WithMetadata(new OperationAttribute("orders.by_key", "按请求号查订单", "Look up by request key"));
        routes.MapPost("/orders/{number}/payments", async (string number, string? token, string? phone, StartPayment.Command command, StartPayment start, OrderQueries orders) =>
            (await Own(orders, number, token, phone, n => start.Handle(n, command))).Http()).Runs<StartPayment>().NeedsRequestKey();
        routes.MapPost("/orders/{number}/cancel", async (string number, string? token, string? phone, CancelOrder.Command? command, CancelOwnOrder cancel, OrderQueries orders) =>
            (await Own(orders, number, token, phone, n => cancel.Handle(n, command ?? new()))).Http()).Runs<CancelOwnOrder>();
        routes.MapPost("/orders/{number}/claim", async (string number, string? token, ClaimOrder claim) =>
            (await At(number, n => claim.Handle(n, token))).Http()).Runs<ClaimOrder>();
        routes.MapGet("/account/orders", async (string? limit, string? after, OwnOrders orders) =>
        {
            var ask = PageAsk.Read(limit, after);
            return (ask.IsOk ? await orders.List(ask.Value) : ask.Refusal!).Http();
        }).WithMetadata(new OperationAttribute("account.orders", "看自己的订单列表", "List one's orders"));
        routes.MapPost("/orders/{number}/receipt", async (string number, string? token, string? phone, ConfirmReceipt receipt, OrderQueries orders) =>
            (await Own(orders, number, token, phone, n => receipt.Handle(n, "customer"))).Http()).Runs<ConfirmReceipt>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/orders/{number}/confirm", async (string number, ConfirmOrder confirm) => (await At(number, confirm.Handle)).Http()).Runs<ConfirmOrder>();
        routes.MapPost("/orders/{number}/hold", async (string number, HoldOrder.Command command, HoldOrder hold) =>
            (await At(number, n => hold.Handle(n, command))).Http()).Runs<HoldOrder>();
        routes.MapPost("/orders/{number}/release", async (string number, ReleaseOrder release) => (await At(number, release.Handle)).Http()).Runs<ReleaseOrder>();
        routes.MapPost("/orders/{number}/cancel", async (string number, CancelOrder.Command? command, CancelOrder cancel) =>
            (await At(number, n => cancel.Handle(n, command ?? new()))).Http()).Runs<CancelOrder>();
        routes.MapPost("/orders/{number}/complete", async (string number, CompleteOrder complete) =>
            (await At(number, n => complete.Handle(n, "staff"))).Http()).Runs<CompleteOrder>();
        routes.MapPost("/orders/{number}/refunds", async (string number, RefundOrder.Command? command, RefundOrder refund) =>
            (await At(number, n => refund.Handle(n, command ?? new()))).Http()).Runs<RefundOrder>().NeedsRequestKey().Creates();
        routes.MapPost("/orders/{number}/refunds/preview", async (string number, RefundOrder.Command command, RefundUnits units) =>
            (await At(number, n => units.Preview(n, command))).Http()).Reads("orders.refund", "orders.preview_refund", "算一笔退款", "Work out a refund");
        routes.MapPost("/assurance/orphans/{id:guid}/attach", async (Guid id, AttachMoney.Command command, AttachMoney attach) =>
            (await attach.Handle(id, command)).Http()).Runs<AttachMoney>().NeedsRequestKey();
        routes.MapPost("/assurance/orphans/{id:guid}/refund", async (Guid id, ReturnMoney.Command? command, ReturnMoney give) =>
            (await give.Handle(id, command ?? new())).Http()).Runs<ReturnMoney>().NeedsRequestKey().Creates();
        routes.MapPost("/orders/{number}/note", async (string number, NoteOrder.NoteCommand command, NoteOrder note) =>
            (await At(number, n => note.Note(n, command))).Http()).Runs<NoteOrder>();
        routes.MapPost("/orders/{number}/flag", async (string number, NoteOrder.FlagCommand command, NoteOrder note) =>
            (await At(number, n => note.Flag(n, command))).Http()).Runs<NoteOrder>();
        routes.MapGet("/orders/counts", async (OrderQueries orders) =>
            Routes.Ok(new OrderCounts(await orders.Counts(), await orders.AttentionCount())))
            .Reads("orders.read", "orders.counts", "数订单", "Count orders");
        routes.MapGet("/settings/delivery", async (DeliveryMethods methods) =>
            {
                var (value, version) = await methods.Stored();
                return Routes.Ok(new SaveDeliveryMethods.Command(version, value.Methods));
            }).Reads("settings.read", "delivery.settings", "看配送设置", "See delivery settings");
        routes.MapPut("/settings/delivery", async (SaveDeliveryMethods.Command command, SaveDeliveryMethods save) =>
            (await save.Handle(command)).Http()).Runs<SaveDeliveryMethods>();
    }

    // What became of a request whose answer was lost: the stored answer, still running, or never accepted.
    private static async Task<IResult> ByKey(string key, HttpContext http, Claims claims, RunningKeys running, Caller caller)
    {
        var scope = $"{RequestGate.PublicScope} {OperationAttribute.Of(typeof(PlaceOrder)).Name}";
        if (await claims.StoredOf(scope, key) is { } stored) return Results.Text(stored.Answer, "application/json");
        await Problems.Write(http, running.IsRunning(scope, key) ? Refusals.StillRunning
            : Refusal.NotFound("idempotency.unknown", new("这个请求号", "This request key")) with
            {
                Detail = new("这个请求从来没有被接受", "This request was never accepted"),
                Remedy = new("可以放心用同一个请求号再提交", "It is safe to send it again under the same key"),
            }, caller.Tongue);
        return Results.Empty;
    }

    private static async Task<Result<T>> Own<T>(OrderQueries orders, string number, string? token, string? phone, Func<long, Task<Result<T>>> work) =>
        OrderNumbers.TryParse(number, out var n) && await orders.IsOwn(n, token, phone) ? await work(n)
            : Refusal.NotFound(OrderBook.Unknown, new("订单", "The order"));

    private static Task<Result<T>> At<T>(string number, Func<long, Task<Result<T>>> work) => OrderNumbers.TryParse(number, out var n)
        ? work(n) : Task.FromResult<Result<T>>(Refusal.NotFound(OrderBook.Unknown, new("订单", "The order")));
}

/// <summary>How many orders stand in each state, counted up to a thousand, and how many need somebody.</summary>
public sealed record OrderCounts(IReadOnlyDictionary<string, int> Status, int Attention);
