using System.Text.Unicode;
using Guidan.Catalog;
using Guidan.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Guidan.Web.Storefront;

/// <summary>Puts the shop pages into the program: services, routes, the page for what is not there.</summary>
public static class ShopHost
{
    public static IServiceCollection AddShopPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Han characters travel as themselves: written as entities they would be three times as long.
        services.AddWebEncoders(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<StyleSheet>();
        services.AddScoped<Language>();
        services.AddScoped<PageFacts>();
        services.AddScoped<Visit>();
        services.AddSingleton(new Cached<ShopWords>());
        foreach (var part in (Type[])[typeof(Goods), typeof(Baskets), typeof(Deliveries), typeof(OrderDesk), typeof(AccountDesk), typeof(ShopFront), typeof(ShopSurroundings)])
            services.AddScoped(part);
        services.AddScoped<ShopPages, ModuleShopPages>();
        return services;
    }

    /// <summary>Maps the pages. Paths that other parts own (<c>/api</c>, <c>/admin</c> and so on) are left alone.</summary>
    public static void MapShopPages(this WebApplication app)
    {
        app.UseMiddleware<ShopErrors>();
        var pages = app.MapGroup("").AddEndpointFilter<VisitFilter>().ExcludeFromDescription();
        pages.MapBrowsing();
        pages.MapCart();
        pages.MapCheckout();
        pages.MapOrders();
        pages.MapAccountPages();
        pages.MapAddressPages();
        app.MapSitemap();
        app.MapPictures();
        app.MapGet("/shop/shop.js", (StyleSheet assets, HttpContext http) => assets.Script(http)).ExcludeFromDescription();
        pages.MapGet("/{**path}", () => Pages.NotFound()).WithOrder(int.MaxValue);
    }
}

/// <summary>Pages as answers, each with its status said aloud.</summary>
internal static class Pages
{
    private static readonly string[] NotOurs = ["/api", "/admin", "/openapi", "/health", "/metrics", "/version", "/shop/", "/media"];

    public static RazorComponentResult Show<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(typeof(TPage), parameters) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult View<TPage>(object view) where TPage : IComponent => Show<TPage>(new() { ["View"] = view });

    public static IResult NotFound() => Message(StatusCodes.Status404NotFound,
        new("这一页没有了", "This page is not here"),
        new("可能商品下架了，或地址少了几个字。搜一下，或从首页找。", "The product may be gone, or the address is cut short. Search for it, or start from the home page."));

    public static RazorComponentResult Message(int status, Text title, Text words, string? again = null) =>
        Show<MessagePage>(new() { ["Title"] = title, ["Words"] = words, ["Again"] = again }, status);

    /// <summary>Whether a path belongs to the shop pages and not to the API, the back office or a file.</summary>
    public static bool Ours(PathString path) => !NotOurs.Any(p => path.StartsWithSegments(p.TrimEnd('/')));
}

/// <summary>Sets the language, gathers what is around the page, checks that a form came from our own page.</summary>
internal sealed class VisitFilter : IEndpointFilter
{
    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data: https:; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' https: http://127.0.0.1:* http://localhost:*";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Pages.Ours(http.Request.Path)) return Results.NotFound();
        var visit = http.RequestServices.GetRequiredService<Visit>();
        visit.Begin(http);
        await visit.Recognize();
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        // Whoever presses Back after signing out sees nothing of the account.
        headers.CacheControl = http.Request.Path.StartsWithSegments("/account") ? "private, no-store" : "private, no-cache";
        headers.Vary = "Accept-Language, Cookie";
        if (HttpMethods.IsPost(http.Request.Method) && !await visit.IsOurForm())
        {
            await visit.Surround();
            return Pages.Message(StatusCodes.Status400BadRequest,
                new("这一页放得太久了", "This page was left open too long"),
                new("为了安全，请回到上一页刷新后再提交。没有下单，也没有扣钱。", "For safety, go back, reload and send again. Nothing was ordered or charged."),
                LocalReferer(http));
        }
        var answer = await next(context);
        if (answer is RazorComponentResult) await visit.Surround();
        return answer;
    }

    private static string LocalReferer(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value
            ? from.PathAndQuery : "/";
}
