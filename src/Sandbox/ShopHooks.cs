using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Guidan.Sandbox;

/// <summary>
/// Tells whoever listens of every change, signed as the real ones sign, and gives up on them as the real ones do:
/// Shopify deletes a subscription whose delivery failed eight times over, WooCommerce repeats nothing and switches a
/// webhook off after more than five failures in a row.
/// </summary>
internal sealed class ShopHooks
{
    private const int WooFailuresMost = 5;

    private readonly ShopBooks books;
    private readonly Outbox outbox;
    private readonly FaultBoard board;
    private readonly SandboxParty party;
    private readonly SandboxSettings settings;
    private readonly SandboxClock clock;

    public ShopHooks(ShopBooks books, Outbox outbox, FaultBoard board, SandboxParty party, SandboxSettings settings, SandboxClock clock)
    {
        (this.books, this.outbox, this.board, this.party, this.settings, this.clock) = (books, outbox, board, party, settings, clock);
        books.Shopify.Changed += Queue;
        books.Woo.Changed += Queue;
    }

    /// <summary>The message as it leaves.</summary>
    public HttpContent Seal(Delivery delivery, HttpRequestHeaders headers, bool forged)
    {
        if (delivery.Fields.TryGetValue("greeting", out var id)) return new FormUrlEncodedContent([new("webhook_id", id)]);
        var (fields, body) = (delivery.Fields, Encoding.UTF8.GetBytes(delivery.Fields["body"]));
        var secret = delivery.Party == "shopify" ? party.ShopifySecret : fields["secret"];
        var proof = SandboxSignature.HmacSha256(body, forged ? "a wrong secret" : secret);
        var told = delivery.Party == "shopify"
            ? new Dictionary<string, string>
            {
                ["X-Shopify-Topic"] = fields["topic"], ["X-Shopify-Hmac-Sha256"] = proof, ["X-Shopify-Shop-Domain"] = settings.Address.Authority,
                ["X-Shopify-API-Version"] = "2026-01", ["X-Shopify-Webhook-Id"] = delivery.Id, ["X-Shopify-Event-Id"] = fields["event"],
                ["X-Shopify-Triggered-At"] = fields["at"],
            }
            : new Dictionary<string, string>
            {
                ["X-WC-Webhook-Source"] = settings.Address.AbsoluteUri, ["X-WC-Webhook-Topic"] = fields["topic"], ["X-WC-Webhook-Resource"] = "order",
                ["X-WC-Webhook-Event"] = fields["topic"].Split('.')[1], ["X-WC-Webhook-Signature"] = proof, ["X-WC-Webhook-ID"] = fields["hook"],
                // Made of the webhook and the second: two events of one second share it, as they do there.
                ["X-WC-Webhook-Delivery-ID"] = SandboxSignature.Md5(fields["hook"] + clock.GetUtcNow().ToUnixTimeSeconds()).ToLowerInvariant(),
            };
        foreach (var (name, value) in told) headers.TryAddWithoutValidation(name, value);
        return new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
    }

    /// <summary>A delivery has been tried.</summary>
    /// <param name="comesAgain">It is repeated later.</param>
    public void Tried(Delivery delivery, bool accepted, bool comesAgain)
    {
        if (books.Of(delivery.Party) is not { } book || !long.TryParse(delivery.Fields.GetValueOrDefault("hook"), out var id)) return;
        if (accepted)
        {
            if (book.Hooks.Any(h => h.Id == id && h.Failures > 0)) book.ChangeHook(id, h => h with { Failures = 0 });
        }
        else if (delivery.Party == "woocommerce")
            book.ChangeHook(id, h => h with { Failures = h.Failures + 1, Status = h.Failures + 1 > WooFailuresMost ? "disabled" : h.Status });
        else if (!comesAgain)
            book.ChangeHook(id, h => h with { Failures = h.Failures + 1, Status = "deleted" });
    }

    /// <summary>What WooCommerce sends when a webhook is saved; nobody signs it, and a failure counts for nothing.</summary>
    public void Greet(Hook hook) => outbox.Greet(hook);

    private void Queue(ShopBook book, Sale sale, string kind)
    {
        var topics = Topics(book.Party, kind);
        foreach (var hook in book.Hooks.Where(h => h.Status == "active" && topics.Contains(h.Topic)))
        {
            var fields = new Dictionary<string, string>
            {
                ["hook"] = $"{hook.Id}", ["topic"] = hook.Topic, ["event"] = $"{Guid.CreateVersion7()}",
                ["at"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                ["body"] = Body(book.Party, sale, board.For(book.Party).MisstateAmount),
            };
            if (hook.Secret is { } secret) fields["secret"] = secret;
            outbox.Queue(book.Party, $"{sale.Id}", hook.Address, fields, 1, lost: false);
        }
    }

    private static string Body(string party, Sale sale, long misstate) => JsonSerializer.Serialize(
        party == "shopify" ? ShopifyFace.Order(sale, misstate) : WooFace.Order(sale, misstate), ShopifyFace.Json);

    private static string[] Topics(string party, string kind) => party == "shopify"
        ? kind switch
        {
            "sale.placed" => ["orders/create"],
            "sale.paid" => ["orders/paid", "orders/updated"],
            "sale.canceled" => ["orders/cancelled", "orders/updated"],
            _ => ["orders/updated"],
        }
        : [kind == "sale.placed" ? "order.created" : "order.updated"];
}
