using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>The interfaces of the simulated shops: who asks is proven by a key, then the desk decides.</summary>
internal static class ShopEndpoints
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];

    public static void MapShopify(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/oauth/access_token", Grant);
        routes.MapMethods("/admin/api/{version}/{**path}", Methods, async (HttpContext context, string version, string path, ShopifyDesk desk, ShopAnswers answers, SandboxParty party, SandboxClock clock) =>
        {
            var call = await ShopAnswers.Read(context, path);
            await answers.Give(context, "shopify", What(path), () =>
                !ShopifyKeys.Fits(context.Request.Headers["X-Shopify-Access-Token"].ToString(), party, clock.GetUtcNow())
                    ? new(401, new { errors = "[API] Invalid API key or access token (unrecognized login or wrong password)" })
                    : call is null ? new(400, new { errors = "Bad Request" }) : desk.Act(call, version));
        });
    }

    private static async Task Grant(HttpContext context, ShopAnswers answers, SandboxParty party, SandboxClock clock)
    {
        var form = await SandboxForm.Read(context.Request);
        await answers.Give(context, "shopify", "access_token", () => form is not null && form.GetValueOrDefault("grant_type") == "client_credentials"
            && form.GetValueOrDefault("client_id") == party.ShopifyClientId && form.GetValueOrDefault("client_secret") == party.ShopifySecret
                ? new(200, new { access_token = ShopifyKeys.Grant(party, clock.GetUtcNow()), scope = "write_orders", expires_in = 86_399 })
                : new(400, new { error = "invalid_client" }));
    }

    public static void MapWoo(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/wp-json/wc/v3/{**path}", Methods, async (HttpContext context, string path, WooDesk desk, ShopAnswers answers, SandboxParty party, ShopHooks hooks) =>
        {
            var call = await ShopAnswers.Read(context, path);
            Hook? saved = null;
            await answers.Give(context, "woocommerce", What(path), () =>
                !WooKeys.Fits(context.Request, party)
                    ? new(401, new { code = "woocommerce_rest_cannot_view", message = "Sorry, you cannot list resources.", data = new { status = 401 } })
                    : call is null ? new(400, new { code = "rest_invalid_json", message = "Invalid JSON body passed.", data = new { status = 400 } }) : desk.Act(call, out saved));
            if (saved is not null) hooks.Greet(saved);
        });

    // orders, webhooks, fulfillments, inventory_levels, graphql, products: what a fault may be limited to.
    private static string What(string path) => path.Split('/')[0].Replace(".json", "", StringComparison.Ordinal);
}
