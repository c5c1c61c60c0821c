using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Inventory;

/// <summary>How much there is, where, and for whom it is kept.</summary>
public sealed class InventoryModule : Module
{
    public override string Name => "Inventory";

    public override IReadOnlyList<Permission> Permissions =>
    [
        new("stock.read", new("看库存", "See stock")),
        new("stock.adjust", new("调整库存", "Adjust stock")),
    ];

    public override void Tables(ModelBuilder model)
    {
        model.Entity<Location>(t =>
        {
            t.ToTable("inventory_location");
            t.HasKey(l => l.Code);
            // A shop that has named no place yet has one all the same.
            t.HasData(new Location { Code = Stock.DefaultLocation, NameZh = "主仓", NameEn = "Main warehouse", Position = 1000 });
        });
        model.Entity<StockLevel>(t =>
        {
            t.ToTable("inventory_level", b => b.HasCheckConstraint("inventory_level_covers",
                "on_hand >= 0 and reserved >= 0 and allocated >= 0 and on_hand - reserved - allocated >= 0"));
            t.HasKey(l => new { l.Sku, l.Location });
        });
        model.Entity<StockWarning>(t =>
        {
            t.ToTable("inventory_warning");
            t.HasKey(w => w.Sku);
        });
        model.Entity<StockMovement>(t =>
        {
            t.ToTable("inventory_movement");
            t.HasKey(m => new { m.Sku, m.Id });
            t.HasIndex(m => m.Id);
        });
        model.Entity<Reservation>(t =>
        {
            t.ToTable("inventory_reservation");
            t.HasKey(r => new { r.Sku, r.OrderNumber, r.Location });
            t.HasIndex(r => r.OrderNumber);
        });
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Recent<List<LevelView>>>().AddScoped<Stock>();
        services.AddScoped<StockQueries>();
        services.AddScoped<AdjustStock>();
        services.AddScoped<SetWarning>();
        services.AddScoped<SaveLocation>();
    }

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/stock/{sku}/movements", async (string sku, AdjustStock.Command command, AdjustStock adjust) =>
            (await adjust.Handle(sku, command)).Http()).Runs<AdjustStock>().Creates();
        routes.MapPut("/stock/{sku}/warning", async (string sku, SetWarning.Command command, SetWarning set) =>
            (await set.Handle(sku, command)).Http()).Runs<SetWarning>();
        routes.MapGet("/locations", async (StockQueries stock) => Routes.Ok(await stock.Locations()))
            .Reads("stock.read", "stock.locations", "看仓库", "List locations");
        routes.MapPost("/locations", async (SaveLocation.Command command, SaveLocation save) =>
            (await save.Handle(command)).Http()).Runs<SaveLocation>().Creates();
        routes.MapGet("/stock/{sku}/movements", async (string sku, string? limit, string? after, StockQueries stock) =>
            PageAsk.Read(limit, after) is { IsOk: true } ask
                ? ((Result<Page<MovementView>>)await stock.Movements(sku, ask.Value)).Http()
                : ((Result<Page<MovementView>>)PageAsk.Read(limit, after).Refusal!).Http())
            .Reads("stock.read", "stock.movements", "看库存流水", "List stock movements");
    }
}
