namespace Guidan.Web.Demo;

/// <summary>One simulated customer of a simulated channel shop: buys there, and some cancel, pay late or want money back.</summary>
internal sealed class ChannelShopper(SandboxHands hands, DemoPerson person, Action<Func<StreetCounts, StreetCounts>> count)
{
    private static readonly string[] Channels = ["shopify", "woocommerce"];

    /// <summary>False when there is nothing to buy at the channel's shop.</summary>
    public async Task<bool> Buy(CancellationToken ct)
    {
        var channel = Channels[Random.Shared.Next(Channels.Length)];
        var shelf = await hands.Shelf(channel, ct);
        if (shelf.Count == 0) return false;
        var goods = shelf[Random.Shared.Next(shelf.Count)];
        var mood = Random.Shared.NextDouble();
        // Some goods were renamed here and kept their old name there: nobody recognizes them without being told.
        var sku = mood < 0.06 ? $"OLD-{goods.Sku}" : goods.Sku;
        var (isPaid, address) = (mood < 0.9, person.Address);
        var id = await hands.AtChannel(channel, "orders", new
        {
            lines = new[] { new { sku, quantity = 1, name = goods.Name, price = goods.Price, options = goods.Options } },
            freight = 1000,
            paid = isPaid,
            buyer = new
            {
                name = person.Name, phone = person.Phone, email = person.Email, country = "CN", province = address.Province, city = address.City,
                line = $"{address.District}{address.Line}", postcode = address.Postcode,
            },
        }, ct);
        if (id is null) throw new InvalidOperationException($"{channel} took no order");
        count(c => c with { Elsewhere = c.Elsewhere + 1 });
        if (mood is > 0.9 and < 0.95) await hands.AtChannel(channel, $"orders/{id}/pay", new { }, ct);
        else if (mood is > 0.85 and < 0.9) await hands.AtChannel(channel, $"orders/{id}/cancel", new { reason = "customer", refund = true }, ct);
        else if (mood is > 0.82 and < 0.85) await hands.AtChannel(channel, $"orders/{id}/refund", new { amount = 500, reason = "customer" }, ct);
        return true;
    }
}
