using Guidan.Kernel;
using Guidan.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Fulfillment;

/// <summary>Parcels: out of stock, to the carrier, to the customer's door.</summary>
public sealed class FulfillmentModule : Module
{
    public override string Name => "Fulfillment";

    public override IReadOnlyList<Permission> Permissions => [new("orders.ship", new("发货和核销自提", "Ship and hand over"))];

    public override void Tables(ModelBuilder model) => model.Entity<Shipment>(t =>
    {
        t.ToTable("fulfillment_shipment");
        t.HasKey(s => new { s.OrderNumber, s.Id });
        t.Property(s => s.Id).ValueGeneratedNever();
        t.Ignore(s => s.Lines);
        t.Ignore(s => s.Log);
        t.HasIndex(s => s.NextQueryAt);
    });

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ShipOrder>();
        services.AddScoped<HandOver>();
        services.AddScoped<TakeTracking>();
        services.AddScoped<MarkDelivered>();
        services.AddScoped<TakePush>();
        services.AddScoped<CompleteDelivered>();
        services.AddScoped<ShipmentQueries>();
        services.AddSingleton<PickupCodes>();
        services.AddScoped<IReceiver, SubscribeParcel>();
        services.AddScoped<IInboxHandler, Kuaidi100Pushes>();
        services.AddScoped<IJob, FollowParcels>();
    }

    public override void OutsideRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/shipping/callbacks/{carrier}", (string carrier, HttpRequest request, TakePush take) => take.Handle(carrier, request))
            .ExcludeFromDescription();

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/orders/{number}/fulfillments", async (string number, ShipOrder.Command command, ShipOrder ship) =>
            (await At(number, n => ship.Handle(n, command))).Http()).Runs<ShipOrder>().NeedsRequestKey().Creates();
        routes.MapPost("/orders/{number}/pickup", async (string number, HandOver.Command command, HandOver handOver) =>
            (await At(number, n => handOver.Handle(n, command))).Http()).Runs<HandOver>();
        routes.MapPost("/orders/{number}/deliveries/{shipment:guid}", async (string number, Guid shipment, MarkDelivered mark) =>
            (await At(number, n => mark.Handle(n, shipment))).Http()).Runs<MarkDelivered>();
        routes.MapGet("/carriers", (Caller caller) => Routes.Ok(Carriers.All.Select(c => new CarrierView(c.Code, Carriers.NameOf(c.Code).In(caller.Tongue))).ToList()))
            .Reads("orders.read", "carriers.list", "看承运方", "List carriers");
    }

    private static Task<Result<T>> At<T>(string number, Func<long, Task<Result<T>>> work) => OrderNumbers.TryParse(number, out var n)
        ? work(n) : Task.FromResult<Result<T>>(Refusal.NotFound("order.unknown", new("订单", "The order")));
}

/// <summary>A carrier that can be chosen when shipping.</summary>
public sealed record CarrierView(string Code, string Name);
