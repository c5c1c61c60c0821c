using Guidan.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Payments;

/// <summary>Requests to pay, what providers said about them, and money on its way back.</summary>
public sealed class PaymentsModule : Module
{
    public override string Name => "Payments";

    public override void Tables(ModelBuilder model)
    {
        model.Entity<PaymentRequest>(t =>
        {
            t.ToTable("payments_request");
            t.HasKey(r => new { r.OrderNumber, r.Attempt });
            t.Ignore(r => r.OutTradeNo);
            t.HasIndex(r => r.NextQueryAt);
        });
        model.Entity<PaymentFact>(t =>
        {
            t.ToTable("payments_fact");
            t.HasKey(f => new { f.OrderNumber, f.Id });
            t.Property(f => f.Id).ValueGeneratedNever();
        });
        model.Entity<Refund>(t =>
        {
            t.ToTable("payments_refund");
            t.HasKey(r => new { r.OrderNumber, r.Id });
            t.Property(r => r.Id).ValueGeneratedNever();
            t.Ignore(r => r.RefundNo);
            t.Ignore(r => r.OutTradeNo);
            t.HasIndex(r => new { r.Step, r.RequestedAt });
        });
    }

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<PaymentRequests>();
        services.AddSingleton<Providers>();
        services.AddScoped<TakeNotice>();
        services.AddScoped<PaymentMethods>();
        services.AddSingleton<Cached<PaymentMethodSettings>>();
        services.AddScoped<SavePaymentMethods>();
    }

    public override void OutsideRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/payments/callbacks/{provider}", (string provider, HttpRequest request, TakeNotice take) =>
            take.Handle(provider, request)).ExcludeFromDescription();

    public override void AdminRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/payments", async (PaymentMethods methods, Caller caller) => Routes.Ok(await methods.View(caller.Tongue)))
            .Reads("settings.read", "payments.settings", "看收款设置", "See payment settings");
        routes.MapPut("/settings/payments", async (SavePaymentMethods.Command command, SavePaymentMethods save) =>
            (await save.Handle(command)).Http()).Runs<SavePaymentMethods>();
    }

    public override void StoreRoutes(IEndpointRouteBuilder routes) =>
        routes.MapGet("/payment-methods", async (PaymentMethods methods, Caller caller) => Routes.Ok(await methods.Offered(caller.Tongue)))
            .WithMetadata(new OperationAttribute("payments.methods", "看收款方式", "List payment methods"));
}
